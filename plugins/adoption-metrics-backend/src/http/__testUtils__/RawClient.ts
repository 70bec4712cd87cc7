import { Agent, IncomingMessage, request, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const LONGEST_WAIT_MS = 20_000;

/** A request whose bytes are sent as they are. */
export interface RawRequest {
  method: string;
  /** Path and query, as on the first line of the request. */
  target: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

/** What came back. */
export interface RawAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/**
 * Asks a server what other clients would have tidied up first. An answer that
 * does not come is an error.
 */
export class RawClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  constructor(private readonly server: Server) {}

  async send(asked: RawRequest): Promise<RawAnswer> {
    try {
      return await this.#send(asked);
    } catch (error) {
      throw new Error(`No answer to ${JSON.stringify(asked)}: ${error}`);
    }
  }

  #send({ method, target, headers, body }: RawRequest): Promise<RawAnswer> {
    const { port } = this.server.address() as AddressInfo;
    const address = {
      host: '127.0.0.1',
      port,
      path: target,
      agent: this.#agent,
    };
    // Node.js announces no body of a GET, and would send one as another request.
    const length =
      body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const asked = request(
        { ...address, method, headers: { ...length, ...headers } },
        response => {
          const { statusCode: status = 0 } = response;
          text(response).then(
            received =>
              resolve({ status, headers: response.headers, text: received }),
            reject,
          );
        },
      );
      asked.setTimeout(LONGEST_WAIT_MS, () =>
        asked.destroy(new Error('it took too long')),
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
