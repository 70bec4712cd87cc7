import type { AdoptionMetricsApi } from './AdoptionMetricsApi';

const asked = new WeakMap<AdoptionMetricsApi, Promise<boolean>>();

/**
 * Whether the signed-in person may see the decision, asked once. A portal
 * without permissions tells the browser that everyone may do everything, while
 * the backend lets administrators alone see it. Where there is no answer,
 * nothing is hidden.
 */
export function mayDecide(api: AdoptionMetricsApi): Promise<boolean> {
  const known =
    asked.get(api) ??
    api.request('GET /decision/access').then(
      ({ mayRead }) => mayRead,
      () => true,
    );
  asked.set(api, known);
  return known;
}
