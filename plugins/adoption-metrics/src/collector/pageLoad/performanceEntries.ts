/** Entries of the performance timeline; empty if it is not supported. */
export function performanceEntries(
  page: Window,
  type: string,
): PerformanceEntryList {
  return page.performance.getEntriesByType?.(type) ?? [];
}

/** When the document's load event ended, in milliseconds; 0 before that. */
export function loadEventEnd(page: Window): number {
  const [entry] = performanceEntries(page, 'navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.loadEventEnd ?? 0;
}

/**
 * When the document was shown, in milliseconds since its navigation: zero,
 * unless it was prerendered.
 */
export function activationStart(page: Window): number {
  const [entry] = performanceEntries(page, 'navigation');
  return (
    (entry as { activationStart?: number } | undefined)?.activationStart ?? 0
  );
}
