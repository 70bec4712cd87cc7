import { guarded } from './guarded';

/**
 * Runs the work once the document is shown to somebody: at once, unless the
 * browser prerenders it for a visit that may never come.
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
