import { ObservationLog } from '../pageLoad/ObservationLog';
import type { BodyEnds } from './BodyEnds';

/** The collector's own requests are no part of any load. */
const OWN = '/adoption-metrics/v1/events';

const STREAM =
  /^(text\/event-stream|multipart\/x-mixed-replace|application\/(x-ndjson|grpc))/i;

export interface BegunRequest {
  method: string;
  url: string;
  /** Read before the request is handed to the browser. */
  at: number;
}

/** How requests report their beginning and end. */
export interface WatchedRequest {
  /** The server answered with a type; the body may still be coming. */
  answered(contentType: string | null): void;
  /** Nothing more will come. */
  ended(): void;
}

/** Turns what the watched functions report into observations. */
export class RequestWatch {
  /** Keeps the observations until somebody reads them. */
  readonly log = new ObservationLog();
  #lastId = 0;
  #bodyEnds: BodyEnds;

  constructor(bodyEnds: BodyEnds) {
    this.#bodyEnds = bodyEnds;
  }

  /** A request that was begun; `undefined` if it is not to be watched. */
  begin(request: BegunRequest): WatchedRequest | undefined {
    const { method, url, at } = request;
    if (this.log.isClosed() || !/^https?:/.test(url) || url.includes(OWN)) {
      return undefined;
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const address = `${method.toUpperCase()} ${url}`;
    this.log.observe({ type: 'request-start', at, id, address });
    return this.#watch(id, url, at);
  }

  #watch(id: number, url: string, startedAt: number): WatchedRequest {
    const end = (at: number) =>
      this.log.observe({ type: 'request-end', at, id });
    // A stream need not end: its page is loaded once it is open.
    const stream = (at: number) => this.log.observe({ type: 'stream', at, id });
    return {
      ended: () => end(performance.now()),
      answered: contentType => {
        if (STREAM.test(contentType ?? '')) {
          stream(performance.now());
        } else {
          this.#bodyEnds.await({ url, startedAt, end, stream });
        }
      },
    };
  }
}
