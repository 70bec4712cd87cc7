import { IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { TLSSocket } from 'node:tls';
import { Probe, ProbeResult } from 'backstage-plugin-adoption-metrics-node';
import { RE2JS } from 're2js';
import { failureCodeOf } from '../../failures';
import { Interval } from '../../time';
import { matches } from './matches';
import { decodeBody, receiveBody } from './readBody';
import { isExpected } from './statuses';

/** The request, and what counts as success. */
export interface HttpProbeOptions {
  name: string;
  counts: boolean;
  url: URL;
  method: string;
  /** For example credentials, which must not be part of the URL. */
  headers: Record<string, string>;
  /** Accepted status codes, as half-open ranges. */
  statuses: Interval[];
  /** A pattern that the body has to match, within the part that is read. */
  body?: RE2JS;
  /** For the complete response, in ms. */
  timeout: number;
}

/**
 * Sends a request over a new connection. Redirects are not followed, but count
 * as responses. The response must be complete in time, including its body: a
 * server that never finishes counts as down. Only the first megabyte of a body
 * is read.
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
      const detail = limit.aborted ? 'timeout' : failureCodeOf(error);
      return { state: 'down', detail };
    }
  }

  #ask(signal: AbortSignal): Promise<ProbeResult> {
    const { url, method, headers } = this.options;
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const options = { method, headers, signal, agent: false };
      const request = open(url, options, response => {
        // A reset ends a body of unknown length without completing it.
        request.off('error', reject);
        request.on('error', error => response.destroy(error));
        this.#judge(response, signal).then(resolve, reject);
      });
      request.on('error', reject);
      request.end();
    });
  }

  async #judge(
    response: IncomingMessage,
    signal: AbortSignal,
  ): Promise<ProbeResult> {
    const certificateExpiresAt = certificateExpiry(response);
    try {
      const verdict = await this.#verdict(response, signal);
      return { ...verdict, certificateExpiresAt };
    } finally {
      response.destroy();
    }
  }

  async #verdict(
    response: IncomingMessage,
    signal: AbortSignal,
  ): Promise<ProbeResult> {
    const { statuses, body } = this.options;
    const status = response.statusCode ?? 0;
    if (!isExpected(status, statuses)) {
      return { state: 'down', detail: `http-${status}` };
    }
    const { text, fault } = await readAnswer(response, signal);
    if (fault) {
      return { state: 'down', detail: fault };
    }
    return !body || (await matches(body, text, signal))
      ? { state: 'up' }
      : { state: 'down', detail: 'body-mismatch' };
  }
}

/**
 * @throws only if the signal aborts reading
 */
async function readAnswer(
  response: IncomingMessage,
  signal: AbortSignal,
): Promise<{ text: string; fault?: string }> {
  let fault = 'connection-closed';
  try {
    const received = await receiveBody(response);
    fault = 'invalid-answer';
    const encoding = response.headers['content-encoding'];
    return { text: await decodeBody(received, encoding) };
  } catch {
    signal.throwIfAborted();
    return { text: '', fault };
  }
}

function certificateExpiry({ socket }: IncomingMessage): number | undefined {
  if (!(socket instanceof TLSSocket)) {
    return undefined;
  }
  const expiry = Date.parse(socket.getPeerCertificate().valid_to);
  return Number.isNaN(expiry) ? undefined : expiry;
}
