import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { join } from 'node:path';
import type {
  CollectedEvent,
  EventBatch,
} from 'backstage-plugin-adoption-metrics-common';
import { findFreePort } from '../freePort';
import { bundleCollector } from './bundle';

/** How long the server holds a long poll back. */
export const heldMs = 11_000;

const answerMs = 250;
const chunkMs = 300;

/** A batch that was taken, and with whose token it came. */
export interface ReceivedBatch extends EventBatch {
  person: string;
}

/**
 * Small pages of all manners around the real collector, and the backend that
 * they talk to, which remembers what the collector reports.
 */
export class CollectorPages {
  readonly received: ReceivedBatch[] = [];
  /** What `POST /events` answers. */
  status = 200;
  readonly #server: Server;
  readonly #port: number;

  private constructor(files: Map<string, Buffer>, port: number) {
    this.#port = port;
    this.#server = createServer((request, response) => {
      const [path] = (request.url ?? '/').split('?', 1);
      const file = files.get(path.slice(1));
      if (file) {
        response.setHeader('content-type', 'text/javascript').end(file);
      } else {
        this.#answer(path, request, response);
      }
    });
  }

  static async start(): Promise<CollectorPages> {
    const files = await bundleCollector('__fixtures__/standalone.ts');
    const port = await findFreePort();
    const pages = new CollectorPages(files, port);
    await new Promise<void>(resolve => {
      pages.#server.listen(port, '127.0.0.1', resolve);
    });
    return pages;
  }

  get baseUrl(): string {
    return `http://localhost:${this.#port}`;
  }

  /** What was reported of somebody, each batch once however often it came. */
  eventsOf(sender: string): CollectedEvent[] {
    const batches = this.received
      .filter(({ person }) => person === sender)
      .map(({ batchId, events }) => [batchId, events] as const);
    return [...new Map(batches).values()].flat();
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(path: string, request: IncomingMessage, response: ServerResponse) {
    switch (path) {
      case '/api/adoption-metrics/v1/events':
        this.#receive(request, response);
        break;
      case '/held':
        setTimeout(() => response.end('held'), heldMs);
        break;
      case '/stream/text':
        stream(response, 'text/plain');
        break;
      case '/stream/events':
        stream(response, 'text/event-stream');
        break;
      default:
        this.#answerPage(path, response);
    }
  }

  #answerPage(path: string, response: ServerResponse) {
    if (path.startsWith('/data/')) {
      setTimeout(() => response.end(`The answer about ${path}`), answerMs);
    } else {
      const page = readFileSync(join(__dirname, 'pages.html'));
      response.setHeader('content-type', 'text/html').end(page);
    }
  }

  async #receive(request: IncomingMessage, response: ServerResponse) {
    const body = Buffer.concat(await request.toArray()).toString();
    const [, claims] = request.headers.authorization!.split('.');
    const person = JSON.parse(Buffer.from(claims, 'base64').toString()).sub;
    const batch = JSON.parse(body);
    if (this.status === 200) {
      this.received.push({ ...batch, person });
    }
    response.statusCode = this.status;
    response.end(JSON.stringify({ batchId: batch.batchId }));
  }
}

function stream(response: ServerResponse, type: string) {
  response.setHeader('content-type', type);
  const timer = setInterval(() => response.write('data: more\n\n'), chunkMs);
  response.once('close', () => clearInterval(timer));
}
