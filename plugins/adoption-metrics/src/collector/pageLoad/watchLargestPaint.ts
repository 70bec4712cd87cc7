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
 * Reports each larger paint of the document, and of navigations within the app
 * if the browser supports that. They are observed separately: combined, the
 * library would end the document's measurement with the first navigation, so
 * browsers would not be comparable.
 */
export function watchLargestPaint(page: Window, observe: Observer): void {
  watchDocument(page, observe);
  watchNavigations(page, observe);
}
