import { useEffect } from 'react';

/**
 * Scrolls to the anchor of the address once what it names is there: the browser
 * looked for it before.
 */
export function useAnchor(isThere: boolean): void {
  useEffect(() => {
    if (isThere) {
      const anchor = window.location.hash.slice(1);
      document.getElementById(anchor)?.scrollIntoView?.();
    }
  }, [isThere]);
}
