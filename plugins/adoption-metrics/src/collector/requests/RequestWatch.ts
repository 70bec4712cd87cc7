import { ObservationLog } from '../pageLoad/ObservationLog';
import type { BodyEnds } from './BodyEnds';

/** The collector's own requests do not belong to any load. */
const OWN = '/adoption-metrics/v1/events';

const STREAM =
  /^(text\/event-stream|multipart\/x-mixed-replace|application\/(x-ndjson|grpc))/i;

interface BegunRequest {
  method: string;
  url: string;
  /** Read before the request is passed to the browser. */
  at: number;
}

/** Reports the start and end of a request. */
interface WatchedRequest {
  /** The response has started; the body may still be incomplete. */
  answered(response: Pick<Response, 'headers' | 'url'>): void;
  /** Nothing more will arrive. */
  ended(): void;
}

/** Turns reports of the wrapped functions into observations. */
export class RequestWatch {
  /** Buffers observations until they are read. */
  readonly log = new ObservationLog();
  #lastId = 0;
  #bodyEnds: BodyEnds;

  constructor(bodyEnds: BodyEnds) {
    this.#bodyEnds = bodyEnds;
  }

  /** Starts a request; `undefined` if it is not to be observed. */
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
    // A stream may never end; a page is loaded once it is open.
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

/** The URL of a request, as in resource timing. */
function sentUrl(url: string, answeredUrl: string): string {
  // The fetch API resolves `plugin:` URLs to the backend's URL.
  return url.startsWith('plugin:') ? answeredUrl : url;
}
