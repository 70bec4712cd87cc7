import type { NavigationObservation } from './observations';

/**
 * Part of the Navigation API, which TypeScript's DOM library does not include
 * yet.
 */
interface EntryChange extends Event {
  navigationType?: string | null;
}

type Changed = (isTraversal: boolean) => void;

function patchHistory(history: History, changed: Changed): void {
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function watchedState(...args) {
      original.apply(this, args);
      changed(false);
    };
  }
}

function subscribe(page: Window, changed: Changed): void {
  const { navigation } = page as Window & { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', event =>
      changed((event as EntryChange).navigationType === 'traverse'),
    );
  } else {
    patchHistory(page.history, changed);
    page.addEventListener('popstate', () => changed(true));
  }
}

/**
 * Reports changes of the path within the document. Changes of only the query or
 * fragment, such as filters and sorting, are not navigations.
 */
export function watchHistory(
  page: Window,
  observe: (navigation: NavigationObservation) => void,
): void {
  let path = page.location.pathname;
  subscribe(page, isTraversal => {
    if (page.location.pathname !== path) {
      path = page.location.pathname;
      const at = page.performance.now();
      observe({ type: 'navigation', at, isTraversal, path });
    }
  });
}
