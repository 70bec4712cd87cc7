import { useEffect } from 'react';

/**
 * Scrolls to the anchor of the address once what it names is there: the browser
 * looked for it before.
 */
export function useAnchor(isThere: boolean): void {
  useEffect(() => {
    if (isThere) {
      openAnchor(window.location.hash.slice(1))?.scrollIntoView?.();
    }
  }, [isThere]);
}

/** Unfolds the section of an anchor, for those who come for it. */
export function openAnchor(id: string): Element | null {
  const anchor = document.getElementById(id);
  const fold = anchor?.querySelector('details');
  if (fold) {
    fold.open = true;
  }
  return anchor;
}
