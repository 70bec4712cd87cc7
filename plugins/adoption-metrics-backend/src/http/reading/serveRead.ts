import {
  RouteKey,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { CommonParts, HandlerParts, RouteContext } from '../handlers';
import { Reads } from './Reads';

/** A common read of any route, without its specific types. */
export type AnyCommonParts = CommonParts<never>;

type AnyContext = RouteContext<never>;
type AnyAnswer = HandlerParts<never>['answer'];

/**
 * Wraps the handler of a route that reads. Public routes, such as the health
 * check, never queue.
 */
export function serveRead(
  parts: HandlerParts<never> | AnyCommonParts,
  route: { key: RouteKey; row: RouteRow; reads: Reads },
): AnyAnswer {
  const { key, row, reads } = route;
  if ('common' in parts) {
    return serveCommon(parts, route);
  }
  if (!key.startsWith('GET ') || row.caller.kind === 'anybody') {
    return parts.answer;
  }
  return ((context: AnyContext) =>
    reads.own(readOf(context), async () => parts.answer(context))) as AnyAnswer;
}

function serveCommon(
  { common, basis, personal }: AnyCommonParts,
  { key, reads }: { key: RouteKey; reads: Reads },
): AnyAnswer {
  return (async (context: AnyContext) => {
    const { params, query, body } = context as RouteContext<RouteKey>;
    const asked = { params, query, body } as never;
    const answer = await reads.common(
      {
        ...readOf(context),
        key: keyOf(key, params, query),
        basis: async () => basis?.(asked),
      },
      async () => common(asked),
    );
    return personal ? personal(answer as never, context) : answer;
  }) as AnyAnswer;
}

function readOf(context: AnyContext) {
  const { signature, signal } = context as RouteContext<RouteKey>;
  return { caller: signature, signal };
}

// The contract parses parameters in a fixed order, regardless of their order in
// the URL.
function keyOf(key: RouteKey, params: object, query: object): string {
  return JSON.stringify([key, params, { ...query, format: undefined }]);
}
