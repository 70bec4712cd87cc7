import {
  decisionManagePermission,
  DecisionNumber as NumberAnswer,
  NumberSource,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { RouteHandlers } from '../../http';
import { formatInstant } from '../../time';
import { NumberService } from './NumberService';
import { Claim, DecisionNumber, Origin, Replaced } from './Published';

/** Routes of the numbers that the decision rests on. */
export function createNumberRoutes(handles: {
  clock: Clock;
  service: NumberService;
  currency: string;
}) {
  const { clock, service, currency } = handles;
  return {
    'GET /decision/numbers': async ({ may }) => {
      const numbers = await service.numbers();
      return {
        currency,
        mayReplace: await may(decisionManagePermission),
        numbers: [...numbers.values()].map(formatNumber),
      };
    },
    'PUT /decision/numbers/{id}': {
      auditMeta: ({ params: { id }, body: { low, high } }) => ({
        id,
        low,
        high,
      }),
      answer: async ({ params, body, signature }) =>
        formatNumber(
          await service.replace(params.id, {
            ...body,
            at: clock.now(),
            by: signature,
          }),
        ),
    },
    'DELETE /decision/numbers/{id}': {
      auditMeta: ({ params: { id } }) => ({ id }),
      answer: async ({ params, signature }) =>
        formatNumber(
          await service.restore(params.id, { at: clock.now(), by: signature }),
        ),
    },
  } satisfies RouteHandlers;
}

/** A number as the API answers it. */
function formatNumber(number: DecisionNumber): NumberAnswer {
  const { id, title, option = null, unit, currency = null } = number;
  const { low, high, includes = [], unknown = null } = number;
  const { published, alsoPublished, replaced } = number;
  return {
    id,
    title,
    option,
    unit,
    currency,
    low,
    high,
    includes,
    unknown,
    published: formatClaim(published),
    alsoPublished: alsoPublished.map(formatClaim),
    replaced: replaced ? formatReplaced(replaced) : null,
  };
}

/** Where something is from, as the API answers it. */
export function formatOrigin({
  title,
  url,
  date,
  grade,
}: Origin): NumberSource {
  return { title, url: url ?? null, date, grade };
}

function formatClaim({ low, high, currency, origin }: Claim) {
  return {
    low,
    high,
    currency: currency ?? null,
    source: formatOrigin(origin),
  };
}

function formatReplaced({ from, by, at, why }: Replaced) {
  return {
    from,
    by: by ?? null,
    at: at === undefined ? null : formatInstant(at),
    why,
  };
}
