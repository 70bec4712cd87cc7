import {
  decisionManagePermission,
  DecisionNumber as NumberAnswer,
  NumberSource,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { RouteHandlers } from '../../http';
import { formatInstant } from '../../time';
import { NumberService } from './NumberService';
import { EarlierNumber } from './NumberStore';
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
      const earlier = await service.earlier();
      return {
        currency,
        mayReplace: await may(decisionManagePermission),
        numbers: [...numbers.values()].map(number =>
          formatNumber(number, earlier.get(number.id)),
        ),
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
          (await service.earlier()).get(params.id),
        ),
    },
    'DELETE /decision/numbers/{id}': {
      auditMeta: ({ params: { id } }) => ({ id }),
      answer: async ({ params, signature }) =>
        formatNumber(
          await service.restore(params.id, { at: clock.now(), by: signature }),
          (await service.earlier()).get(params.id),
        ),
    },
  } satisfies RouteHandlers;
}

/** A number as the API answers it. */
function formatNumber(
  number: DecisionNumber,
  earlier: EarlierNumber[] = [],
): NumberAnswer {
  const { id, title, option = null, role = null, milestone = null } = number;
  const { unit, currency = null } = number;
  const { low, high, includes = [], unknown = null } = number;
  const { published, alsoPublished, replaced } = number;
  return {
    id,
    title,
    option,
    role,
    milestone,
    unit,
    currency,
    low,
    high,
    includes,
    unknown,
    published: formatClaim(published),
    alsoPublished: alsoPublished.map(formatClaim),
    replaced: replaced ? formatReplaced(replaced) : null,
    earlier: earlier.map(formatEarlier),
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

function formatEarlier(
  earlier: EarlierNumber,
): NumberAnswer['earlier'][number] {
  const { low, high, isPublished, why, at, by } = earlier;
  return { low, high, isPublished, why, by: by ?? null, at: formatInstant(at) };
}

function formatReplaced({ from, by, at, why }: Replaced) {
  return {
    from,
    by: by ?? null,
    at: at === undefined ? null : formatInstant(at),
    why,
  };
}
