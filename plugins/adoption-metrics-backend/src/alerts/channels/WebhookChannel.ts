import { createHmac } from 'node:crypto';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertChannel,
  AlertMessage,
  Clock,
} from 'backstage-plugin-adoption-metrics-node';
import { CodedError, failureWords } from '../../failures';
import { SECOND_MS } from '../../time';
import { WebhookConfig } from '../config';
import { payloads } from './payloads';

/**
 * Posts JSON to an address. With a secret, the header
 * `X-Adoption-Metrics-Signature` holds `sha256=` and the HMAC-SHA-256 in hex of
 * the header `X-Adoption-Metrics-Timestamp`, a dot and the body.
 */
export class WebhookChannel implements AlertChannel {
  readonly name = 'webhook';

  constructor(private readonly options: WebhookConfig & { clock: Clock }) {}

  /** A digest is no incident. */
  reaches(rule: Alert['rule']): boolean {
    return rule !== 'digest' || this.options.format !== 'pagerduty';
  }

  async send(message: AlertMessage, signal: AbortSignal): Promise<void> {
    const { url, clock, format, headers, routingKey = '' } = this.options;
    const body = JSON.stringify(payloads[format](message, routingKey));
    const timestamp = String(Math.floor(clock.now() / SECOND_MS));
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'Idempotency-Key': message.deliveryId,
        ...this.#signatureOf(timestamp, body),
      },
      body,
      // What is signed for one address is not for another.
      redirect: 'manual',
      signal,
    });
    // The status says it all. A body may be endless, and so may be its end.
    answer.body?.cancel().catch(() => {});
    assertAccepted(answer);
  }

  #signatureOf(timestamp: string, body: string): Record<string, string> {
    const { secret } = this.options;
    if (!secret) {
      return {};
    }
    const hmac = createHmac('sha256', secret).update(`${timestamp}.${body}`);
    return {
      'X-Adoption-Metrics-Timestamp': timestamp,
      'X-Adoption-Metrics-Signature': `sha256=${hmac.digest('hex')}`,
    };
  }
}

function assertAccepted({ ok, status }: Response): void {
  if (!ok) {
    const isRedirect = status >= 300 && status < 400;
    const code = isRedirect ? 'redirect' : `http-${status}`;
    throw new CodedError(code, failureWords(code));
  }
}
