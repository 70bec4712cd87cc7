const LATEST_MS = 2_000;

/** Runs the work once the page has nothing better to do. */
export function whenIdle(page: Window, work: () => void): void {
  // Safari has no idle callbacks.
  if (page.requestIdleCallback) {
    page.requestIdleCallback(work, { timeout: LATEST_MS });
  } else {
    setTimeout(work, LATEST_MS);
  }
}
