import { guarded } from '../guarded';
import type { RequestWatch } from './RequestWatch';

const opened = new WeakMap<XMLHttpRequest, { method: string; url: string }>();

const remember = guarded(
  (request: XMLHttpRequest, method: string, address: string | URL) => {
    const url = new URL(address, document.baseURI).href;
    opened.set(request, { method, url });
  },
);

function begin(request: XMLHttpRequest, watch: RequestWatch): void {
  const { method, url } = opened.get(request) ?? { method: '', url: '' };
  const watched = watch.begin({ method, url, at: performance.now() });
  if (watched) {
    request.addEventListener('loadend', watched.ended, { once: true });
    const answered = guarded(() => {
      if (request.readyState === request.HEADERS_RECEIVED) {
        watched.answered(request.getResponseHeader('Content-Type'));
      }
    });
    request.addEventListener('readystatechange', answered);
  }
}

/** Lets all `XMLHttpRequest`s report to the watch. */
export function watchXhr(prototype: XMLHttpRequest, watch: RequestWatch): void {
  const { open, send } = prototype;
  prototype.open = function watchedOpen(
    this: XMLHttpRequest,
    ...args: [method: string, url: string | URL, ...rest: unknown[]]
  ) {
    open.apply(this, args as unknown as Parameters<typeof open>);
    remember(this, args[0], args[1]);
  } as typeof open;
  prototype.send = function watchedSend(...args) {
    guarded(begin)(this, watch);
    send.apply(this, args);
  };
}
