import { guarded } from './guarded';

/**
 * Runs a function once the document is shown: immediately, unless the browser
 * is prerendering it.
 */
export function whenActivated(page: Window, work: () => void): void {
  const document = page.document as Document & { prerendering?: boolean };
  if (document.prerendering) {
    const onShown = guarded(work);
    document.addEventListener('prerenderingchange', onShown, { once: true });
  } else {
    work();
  }
}
