import { toAppPath } from '../basePath';
import { routeIdOf, type PageFinder } from '../pages';
import type { ObservationLog } from './ObservationLog';
import { observeDocument } from './observeDocument';
import { PageLoads, PageLoadsOptions } from './PageLoads';
import { activationStart, loadEventEnd } from './performanceEntries';
import { supportsLargestPaint, watchLargestPaint } from './watchLargestPaint';

interface PageLoadDependencies {
  page: Window;
  log: ObservationLog;
  basePath: string;
  pageAt: PageFinder;
  record: PageLoadsOptions['record'];
}

/** Measures the page loads of this document. */
export function measurePageLoads(dependencies: PageLoadDependencies): void {
  const { page, log, basePath, pageAt, record } = dependencies;
  const pageLoads = new PageLoads({
    startedAt: activationStart(page),
    watchedFrom: page.performance.now(),
    supportsLargestPaint: supportsLargestPaint(),
    loadEventEnd: () => loadEventEnd(page),
    now: () => Date.now(),
    path: page.location.pathname,
    routeId: path => routeIdOf(pageAt(toAppPath(path, basePath))),
    record,
  });
  observeDocument(page, log, pageLoads);
  watchLargestPaint(page, log.observe);
}
