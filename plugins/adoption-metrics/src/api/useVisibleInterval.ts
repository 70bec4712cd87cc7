import { useEffect } from 'react';

/**
 * Runs a function periodically while the page is visible, and immediately when
 * it becomes visible again after more than a period.
 *
 * @param run - must be stable between renders
 * @param period - milliseconds; undefined disables it
 */
export function useVisibleInterval(run: () => void, period?: number): void {
  useEffect(() => {
    if (period === undefined) {
      return undefined;
    }
    let lastRunAt = Date.now();
    const runIfVisible = () => {
      if (document.visibilityState === 'visible') {
        lastRunAt = Date.now();
        run();
      }
    };
    const runIfDue = () => {
      if (Date.now() - lastRunAt >= period) {
        runIfVisible();
      }
    };
    const timer = setInterval(runIfVisible, period);
    document.addEventListener('visibilitychange', runIfDue);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', runIfDue);
    };
  }, [run, period]);
}
