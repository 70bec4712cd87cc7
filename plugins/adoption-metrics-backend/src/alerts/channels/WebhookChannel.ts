import { Alert } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertChannel,
  AlertMessage,
  Clock,
} from 'backstage-plugin-adoption-metrics-node';
import { Webhook } from 'standardwebhooks';
import { CodedError, failureWords } from '../../failures';
import { SECOND_MS } from '../../time';
import { WebhookConfig } from '../config';
import { payloads } from './payloads';

/**
 * Posts JSON to a URL, with the headers of Standard Webhooks: `webhook-id`,
 * which is the same in all attempts, `webhook-timestamp`, and
 * `webhook-signature` if there is a secret. Former secrets sign as well, so
 * that receivers can rotate them at any time.
 *
 * https://www.standardwebhooks.com
 */
export class WebhookChannel implements AlertChannel {
  readonly name = 'webhook';
  readonly #signers: Webhook[];

  constructor(private readonly options: WebhookConfig & { clock: Clock }) {
    const { secret, formerSecrets } = options;
    const secrets = secret === undefined ? [] : [secret, ...formerSecrets];
    this.#signers = secrets.map(each => new Webhook(each));
  }

  /** A digest is not an incident. */
  reaches(rule: Alert['rule']): boolean {
    return rule !== 'digest' || this.options.format !== 'pagerduty';
  }

  async send(message: AlertMessage, signal: AbortSignal): Promise<void> {
    const { url, format, headers, routingKey = '' } = this.options;
    const body = JSON.stringify(payloads[format](message, routingKey));
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        ...this.#headersOf(message.deliveryId, body),
      },
      body,
      // A signature is only meant for the configured URL.
      redirect: 'manual',
      signal,
    });
    // Only the status matters, and the body may be endless.
    answer.body?.cancel().catch(() => {});
    assertAccepted(answer);
  }

  #headersOf(id: string, body: string): Record<string, string> {
    const now = this.options.clock.now();
    const signatures = this.#signers.map(each =>
      each.sign(id, new Date(now), body),
    );
    const signed =
      signatures.length > 0
        ? { 'webhook-signature': signatures.join(' ') }
        : undefined;
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now / SECOND_MS)),
      ...signed,
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
