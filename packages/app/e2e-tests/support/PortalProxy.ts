import {
  createServer,
  request as forward,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { EventBatch } from 'backstage-plugin-adoption-metrics-common';
import { findFreePort } from './freePort';

/** What a proxy answers in the portal's place. */
export type Interruption = (response: ServerResponse) => void;

/** What proxies answer whose session is over, or who block something. */
export const interruptions = {
  page: response => answerPage(response, 200),
  json: response =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"login_required":true}'),
  forbidden: response => answerPage(response, 403),
  redirect: response => response.writeHead(302, { location: '/sign-in' }).end(),
} satisfies Record<string, Interruption>;

/** A batch of events that came by. */
interface PassingBatch extends EventBatch {
  /** Whether the portal got it. */
  passedOn: boolean;
}

/**
 * A small proxy that puts a portal under a path, as companies do, and comes
 * between browsers and the portal when a test asks for it.
 */
export class PortalProxy {
  /** In their order; what a page left under way may come again. */
  readonly batches: PassingBatch[] = [];
  /** One for each of the next reports of browsers. */
  readonly interruptions: Interruption[] = [];
  /** Where the portal is, once it is known. */
  target = '';

  private constructor(
    private readonly server: Server,
    /** Where browsers find it. */
    readonly baseUrl: string,
  ) {}

  static async start(path: string): Promise<PortalProxy> {
    const port = await findFreePort();
    const server = createServer();
    const proxy = new PortalProxy(server, `http://localhost:${port}${path}`);
    server.on('request', (request, response) => {
      proxy.#handle(request, response, path).catch(() => response.destroy());
    });
    await new Promise<void>(resolve => {
      server.listen(port, '127.0.0.1', resolve);
    });
    return proxy;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const { url = '/', method } = request;
    const body = await buffer(request);
    if (url !== path && !url.startsWith(`${path}/`)) {
      answerPage(response, url === '/sign-in' ? 200 : 404);
      return;
    }
    const isReport = method === 'POST' && url.endsWith('/v1/events');
    const interruption = isReport ? this.interruptions.shift() : undefined;
    if (isReport) {
      const batch: EventBatch = JSON.parse(body.toString());
      this.batches.push({ ...batch, passedOn: !interruption });
    }
    if (interruption) {
      interruption(response);
    } else {
      this.#passOn(request, response, { url: url.slice(path.length), body });
    }
  }

  #passOn(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    { url, body }: { url: string; body: Buffer },
  ): void {
    const target = new URL(url || '/', this.target);
    forward(target, { method, headers }, answer => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    })
      .on('error', () => response.destroy())
      .end(body);
  }
}

function answerPage(response: ServerResponse, status: number): void {
  response
    .writeHead(status, { 'content-type': 'text/html' })
    .end('<!doctype html><title>Sign in</title><p>Please sign in.</p>');
}
