import { ObservationLog } from '../pageLoad/ObservationLog';
import type { BodyEnds } from './BodyEnds';

/** The collector's own requests are no part of any load. */
const OWN = '/adoption-metrics/v1/events';

const STREAM =
  /^(text\/event-stream|multipart\/x-mixed-replace|application\/(x-ndjson|grpc))/i;

interface BegunRequest {
  method: string;
  url: string;
  /** Read before the request is handed to the browser. */
  at: number;
}

/** How requests report their beginning and end. */
interface WatchedRequest {
  /** The server answered; the body may still be coming. */
  answered(response: Pick<Response, 'headers' | 'url'>): void;
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
    if (
      this.log.isClosed() ||
      !/^(https?|plugin):/.test(url) ||
      url.includes(OWN)
    ) {
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
      answered: ({ headers, url: answeredUrl }) => {
        if (STREAM.test(headers.get('Content-Type') ?? '')) {
          stream(performance.now());
        } else {
          const sentTo = sentUrl(url, answeredUrl);
          this.#bodyEnds.await({ url: sentTo, startedAt, end, stream });
        }
      },
    };
  }
}

/** Where a request went, as resource timing names it. */
function sentUrl(url: string, answeredUrl: string): string {
  // The fetch API turns the address of a plugin into that of its backend.
  return url.startsWith('plugin:') ? answeredUrl : url;
}
