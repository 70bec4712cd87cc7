import type { Observer } from './observations';
import { activationStart, performanceEntries } from './performanceEntries';

function wasHidden(page: Window): boolean {
  const shownAt = activationStart(page);
  return performanceEntries(page, 'visibility-state').some(
    entry => entry.name === 'hidden' && entry.startTime >= shownAt,
  );
}

/** Reports when the document is hidden, shown, or restored by the browser. */
export function watchVisibility(page: Window, observe: Observer): void {
  const { document, performance } = page;
  const report = () => {
    const type = document.visibilityState === 'hidden' ? 'hidden' : 'visible';
    observe({ type, at: performance.now() });
  };
  if (wasHidden(page)) {
    observe({ type: 'hidden', at: performance.now() });
  }
  report();
  page.addEventListener('visibilitychange', report, true);
  page.addEventListener('pagehide', () =>
    observe({ type: 'hidden', at: performance.now() }),
  );
  page.addEventListener('pageshow', event => {
    if (event.persisted) {
      observe({ type: 'restored', at: performance.now() });
      report();
    }
  });
}
