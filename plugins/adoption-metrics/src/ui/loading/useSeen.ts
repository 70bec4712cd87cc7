import { useEffect, useRef, useState, type RefObject } from 'react';

/** Begins a screen's height early, so that scrolling rarely shows a skeleton. */
const aheadOfTime = { rootMargin: '100% 0px' };

/**
 * Whether an element has come into view, or close to it. Without a browser
 * that can know, it has.
 */
export function useSeen(): [ref: RefObject<HTMLDivElement>, seen: boolean] {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(() => !('IntersectionObserver' in window));
  useEffect(() => {
    if (seen || !ref.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        setSeen(true);
      }
    }, aheadOfTime);
    observer.observe(ref.current);
    // On paper all of a page is seen.
    const see = () => setSeen(true);
    window.addEventListener('beforeprint', see);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', see);
    };
  }, [seen]);
  return [ref, seen];
}
