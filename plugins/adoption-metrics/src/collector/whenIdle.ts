const LATEST_MS = 2_000;

/** Runs a function when the page is idle. */
export function whenIdle(page: Window, work: () => void): void {
  // Safari does not support idle callbacks.
  if (page.requestIdleCallback) {
    page.requestIdleCallback(work, { timeout: LATEST_MS });
  } else {
    setTimeout(work, LATEST_MS);
  }
}
