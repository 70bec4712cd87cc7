import type { Page } from '@playwright/test';

/** What the browser measured of how a page was painted. */
interface ObservedPaints {
  /** Sum of the layout shifts in which a part took part. */
  shifted: number;
  /** The largest paint: its tag, after `within: ` if it is in the part. */
  largest: string;
}

declare global {
  interface Window {
    observedPaints: ObservedPaints;
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: Array<{ node?: Node | null }>;
}

/** Has the next documents of a page observe themselves, and a part of them. */
export async function observePaints(page: Page, part: string): Promise<void> {
  await page.addInitScript(observe, part);
}

// It runs inside the page, and sees nothing that is outside of it.
function observe(part: string) {
  const paints = { shifted: 0, largest: '' };
  window.observedPaints = paints;

  function partOf(node?: Node | null): Element | null {
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest(part) ?? element?.querySelector(part) ?? null;
  }

  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.sources.some(({ node }) => partOf(node))) {
        paints.shifted += entry.value;
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });

  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const { element } = entry as unknown as { element: Element | null };
      const where = element?.closest(part) ? 'within: ' : '';
      paints.largest = `${where}${element?.tagName} ${element?.textContent}`;
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}
