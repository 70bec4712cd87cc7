import { onLCP } from 'web-vitals';
import type { Observer } from './observations';

/** Whether the browser reports the Largest Contentful Paint. */
export function supportsLargestPaint(): boolean {
  const types = globalThis.PerformanceObserver?.supportedEntryTypes;
  return types?.includes('largest-contentful-paint') ?? false;
}

/** Tells each larger content that the document paints. */
export function watchLargestPaint(page: Window, observe: Observer): void {
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
