import type { Observation } from './observations';
import type { PageLoads } from './PageLoads';
import { watchMutations } from './watchMutations';
import { watchTime } from './watchTime';

/**
 * Lets page loads see what happens in the document, and watches content and
 * time only while a load is in progress.
 *
 * @returns a function that takes all other observations
 */
export function observeDocument(
  page: Window,
  pageLoads: PageLoads,
): (observation: Observation) => void {
  let stops: Array<() => void> = [];
  const observe = (observation: Observation) => {
    pageLoads.observe(observation);
    const isWatching = stops.length > 0;
    if (pageLoads.isMeasuring() && !isWatching) {
      stops = [watchMutations(page, observe), watchTime(page, observe)];
    } else if (!pageLoads.isMeasuring() && isWatching) {
      stops.forEach(stop => stop());
      stops = [];
    }
  };
  return observe;
}
