import type { AdoptionMetricsApi } from '../api';

/** Stands for any English sentence of the backend. */
export const MARK = '§english§';

/** Two words in lower case: no name, code, ref, or address reads like that. */
const SENTENCE = /(^|[\s(„])\p{L}?\p{Ll}+,? \p{Ll}{2,}/u;

/**
 * Answers of the same API with {@link MARK} in the place of every sentence in
 * them.
 *
 * @param own - keys whose texts people or other systems wrote, as the last ones
 * of a path such as `annotations.text`
 */
export function marked(
  api: AdoptionMetricsApi,
  own: string[],
): AdoptionMetricsApi {
  return {
    request: async (key, ...request) =>
      markedIn(await api.request(key, ...request), '', own) as never,
    csv: (key, ...request) => api.csv(key, ...request),
  };
}

function markedIn(value: unknown, path: string, own: string[]): unknown {
  if (typeof value === 'string') {
    const isOwn = own.some(each => path === each || path.endsWith(`.${each}`));
    return SENTENCE.test(value) && !isOwn ? MARK : value;
  }
  if (Array.isArray(value)) {
    return value.map(each => markedIn(each, path, own));
  }
  return value && typeof value === 'object'
    ? Object.fromEntries(
        Object.entries(value).map(([key, each]) => [
          key,
          markedIn(each, `${path}.${key}`, own),
        ]),
      )
    : value;
}
