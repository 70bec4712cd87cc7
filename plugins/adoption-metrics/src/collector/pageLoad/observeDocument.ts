import type { ObservationLog } from './ObservationLog';
import type { PageLoads } from './PageLoads';
import { watchMutations } from './watchMutations';
import { watchTime } from './watchTime';

/**
 * Observes the document for page loads. Content and time are only observed
 * during a load.
 */
export function observeDocument(
  page: Window,
  log: ObservationLog,
  pageLoads: PageLoads,
): void {
  const stops: Array<() => void> = [];
  const stop = () => stops.splice(0).forEach(stopWatching => stopWatching());
  const start = () =>
    stops.push(watchMutations(page, log.observe), watchTime(page, log.observe));
  log.connect(observation => {
    try {
      pageLoads.observe(observation);
    } catch (error) {
      stop();
      throw error;
    }
    if (!pageLoads.isMeasuring()) {
      stop();
    } else if (stops.length === 0) {
      start();
    }
  });
}
