import { IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { TLSSocket } from 'node:tls';
import { Probe, ProbeResult } from 'backstage-plugin-adoption-metrics-node';
import { Interval, SECOND_MS } from '../../time';
import { isExpected } from './statuses';

/** How much of a body is read, in bytes. */
const MOST_OF_BODY = 1_000_000;

/** The request, and what a good answer is. */
export interface HttpProbeOptions {
  name: string;
  counts: boolean;
  url: URL;
  method: string;
  /** Half-open ranges of accepted statuses. */
  statuses: Interval[];
  /** What the body has to contain; it is not read without this. */
  body?: RegExp;
  /** For the whole answer, in ms. */
  timeout: number;
}

/**
 * Sends one request to an address, over a connection of its own. Redirects count
 * as answers and are not followed. The answer has to be complete in time: a
 * server that accepts connections but never responds is down.
 */
export class HttpProbe implements Probe {
  readonly name: string;
  readonly counts: boolean;

  constructor(private readonly options: HttpProbeOptions) {
    this.name = options.name;
    this.counts = options.counts;
  }

  async check(signal: AbortSignal): Promise<ProbeResult> {
    const { timeout } = this.options;
    const limit = AbortSignal.timeout(timeout);
    try {
      return await this.#ask(AbortSignal.any([signal, limit]));
    } catch (error) {
      signal.throwIfAborted();
      const detail = limit.aborted
        ? `no answer within ${timeout / SECOND_MS} s`
        : describeFailure(error);
      return { state: 'down', detail };
    }
  }

  #ask(signal: AbortSignal): Promise<ProbeResult> {
    const { url, method } = this.options;
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const options = { method, signal, agent: false };
      const request = open(url, options, response => {
        this.#judge(response).then(resolve, reject);
      });
      request.on('error', reject);
      request.end();
    });
  }

  async #judge(response: IncomingMessage): Promise<ProbeResult> {
    const certificateExpiresAt = certificateExpiry(response);
    try {
      return { ...(await this.#verdict(response)), certificateExpiresAt };
    } finally {
      response.destroy();
    }
  }

  async #verdict(response: IncomingMessage): Promise<ProbeResult> {
    const { statuses, body } = this.options;
    const status = response.statusCode ?? 0;
    if (!isExpected(status, statuses)) {
      return { state: 'down', detail: `status ${status}` };
    }
    const matches = !body || body.test(await readBody(response));
    return matches
      ? { state: 'up' }
      : { state: 'down', detail: 'the body does not match' };
  }
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_OF_BODY) {
      break;
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

function certificateExpiry({ socket }: IncomingMessage): number | undefined {
  if (!(socket instanceof TLSSocket)) {
    return undefined;
  }
  const expiry = Date.parse(socket.getPeerCertificate().valid_to);
  return Number.isNaN(expiry) ? undefined : expiry;
}

// The message of an error may quote the address; its code does not.
function describeFailure(error: unknown): string {
  const { code, name } = error as { code?: string; name?: string };
  return (code ?? name ?? 'failed').slice(0, 100);
}
