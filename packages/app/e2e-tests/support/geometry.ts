import type { Locator, Page } from '@playwright/test';

/**
 * What is wrong with how an element is laid out: parts that lie on one another
 * or outside of it, and content that is cut. Empty where all is well.
 */
export function layoutFaultsOf(element: Locator): Promise<string[]> {
  return element.evaluate(findFaults);
}

// It runs inside the page, and sees nothing that is outside of it.
function findFaults(root: Element): string[] {
  interface Part {
    name: string;
    /** One for each line of a text. */
    boxes: DOMRect[];
  }

  const tolerance = 1;

  // Their own parts lie on one another on purpose.
  const drawings = '[role="meter"], [role="img"], svg, input, button';

  // A long table is scrolled through, so that most of it is cut.
  const scrolled = '[role="region"][tabindex]';

  function isShown(element: Element): boolean {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // Words for those who only listen are in a box of one pixel.
    const isSpokenOnly =
      ['absolute', 'fixed'].includes(style.position) && box.width <= 1;
    return (
      !isSpokenOnly &&
      // What is folded has a box as well.
      element.checkVisibility() &&
      style.visibility !== 'hidden' &&
      box.width > 0 &&
      box.height > 0
    );
  }

  function boxesOfText(node: Node): DOMRect[] {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  }

  function partsOf(element: Element): Part[] {
    if (!isShown(element)) {
      return [];
    }
    if (element.matches(drawings) || element.matches(scrolled)) {
      const name = element.getAttribute('aria-label') ?? element.tagName;
      return [{ name, boxes: [element.getBoundingClientRect()] }];
    }
    return [...element.childNodes].flatMap(node => {
      if (node instanceof Element) {
        return partsOf(node);
      }
      const name = node.textContent?.trim();
      return name ? [{ name, boxes: boxesOfText(node) }] : [];
    });
  }

  function overlap(one: DOMRect, other: DOMRect): boolean {
    const width =
      Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const height =
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return width > tolerance && height > tolerance;
  }

  function isWithin(inner: DOMRect, outer: DOMRect): boolean {
    return (
      inner.left >= outer.left - tolerance &&
      inner.top >= outer.top - tolerance &&
      inner.right <= outer.right + tolerance &&
      inner.bottom <= outer.bottom + tolerance
    );
  }

  function isCut(element: Element): boolean {
    return (
      isShown(element) &&
      !element.closest('svg') &&
      !element.matches(scrolled) &&
      getComputedStyle(element).overflow !== 'visible' &&
      (element.scrollWidth > element.clientWidth + tolerance ||
        element.scrollHeight > element.clientHeight + tolerance)
    );
  }

  const parts = partsOf(root);
  const overlapping = parts.flatMap((one, index) =>
    parts
      .slice(index + 1)
      .filter(other =>
        one.boxes.some(box => other.boxes.some(each => overlap(box, each))),
      )
      .map(other => `"${one.name}" lies on "${other.name}"`),
  );
  const frame = root.getBoundingClientRect();
  const outside = parts
    .filter(({ boxes }) => !boxes.every(box => isWithin(box, frame)))
    .map(({ name }) => `"${name}" lies outside`);
  const cut = [root, ...root.querySelectorAll('*')].filter(isCut).map(each => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = each;
    return `${each.tagName} "${each.textContent?.slice(
      0,
      40,
    )}" shows ${clientWidth} × ${clientHeight} of ${scrollWidth} × ${scrollHeight}`;
  });
  return [...overlapping, ...outside, ...cut];
}

/** What one would have to scroll sideways to read: the page, or a part of it. */
export function whatScrollsSideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { documentElement } = document;
    const scrolls = (element: Element) =>
      element === documentElement ||
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    return [documentElement, ...document.querySelectorAll('main *')]
      .filter(each => each.scrollWidth > each.clientWidth + 1 && scrolls(each))
      .map(each => each.ariaLabel ?? each.tagName);
  });
}
