import { onLCP } from 'web-vitals';
import type { Observer } from './observations';

/** Whether the browser reports the Largest Contentful Paint. */
export function supportsLargestPaint(): boolean {
  const types = globalThis.PerformanceObserver?.supportedEntryTypes;
  return types?.includes('largest-contentful-paint') ?? false;
}

function watchDocument(page: Window, observe: Observer): void {
  onLCP(
    ({ value, navigationType }) => {
      if (navigationType !== 'back-forward-cache') {
        const at = page.performance.now();
        observe({ type: 'largest-paint', at, value });
      }
    },
    { reportAllChanges: true },
  );
}

function watchNavigations(page: Window, observe: Observer): void {
  onLCP(
    ({ value, navigationType, navigationStartTime: startedAt }) => {
      if (navigationType === 'soft-navigation' && startedAt !== undefined) {
        const at = page.performance.now();
        observe({ type: 'soft-paint', at, startedAt, value });
      }
    },
    { reportAllChanges: true, reportSoftNavs: true },
  );
}

/**
 * Reports each larger content that is painted by the document, and by the
 * navigations inside the app where the browser reports these. Asked for both at
 * once, the library would end the document's search at the first navigation,
 * so that browsers with and without such navigations would not compare.
 */
export function watchLargestPaint(page: Window, observe: Observer): void {
  watchDocument(page, observe);
  watchNavigations(page, observe);
}
