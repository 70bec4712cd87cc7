import type { RequestWatch } from './RequestWatch';

const opened = new WeakMap<XMLHttpRequest, { method: string; url: string }>();

function begin(request: XMLHttpRequest, watch: RequestWatch): void {
  const { method, url } = opened.get(request) ?? { method: '', url: '' };
  const watched = watch.begin({ method, url, at: performance.now() });
  if (watched) {
    request.addEventListener('loadend', watched.ended, { once: true });
  }
}

/** Lets all `XMLHttpRequest`s tell the watch. */
export function watchXhr(prototype: XMLHttpRequest, watch: RequestWatch): void {
  const { open, send } = prototype;
  prototype.open = function watchedOpen(
    this: XMLHttpRequest,
    ...args: [method: string, url: string | URL, ...rest: unknown[]]
  ) {
    open.apply(this, args as unknown as Parameters<typeof open>);
    const url = new URL(args[1], document.baseURI).href;
    opened.set(this, { method: args[0], url });
  } as typeof open;
  prototype.send = function watchedSend(...args) {
    try {
      begin(this, watch);
    } catch {
      // What cannot be described is not watched.
    }
    send.apply(this, args);
  };
}
