import {
  alertRules,
  AlertTest,
  withEnglish,
} from 'backstage-plugin-adoption-metrics-common';
import {
  AlertChannel,
  AlertMessage,
  Clock,
} from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../database';
import { failureCodeOf, withinLimit } from '../failures';
import { TooManyRequestsError } from '../http';
import { formatInstant, MINUTE_MS, SECOND_MS } from '../time';
import { NotificationChannel } from './channels/NotificationChannel';
import { RecipientList } from './RecipientList';
import { testFix } from './testFix';

const SENT_AT = 'alert_test_at';

/** Timeout for one message. */
const TIMEOUT_MS = 10 * SECOND_MS;

type Result = AlertTest['results'][number];

/** The recipient of a message. */
type Target = Pick<Result, 'channel' | 'recipient'>;

/** Sends a test message, and reports where it was delivered. */
export class AlertTester {
  constructor(
    private readonly options: {
      inPortal: Pick<NotificationChannel, 'name' | 'sendTo'>;
      /** All other channels. */
      others: AlertChannel[];
      recipients: Pick<RecipientList, 'ofAll'>;
      settings: Pick<SettingsStore, 'get' | 'replace'>;
      clock: Clock;
      /** Identifies this installation to receivers that serve several. */
      installation: string;
      /** Whether to include who sent it. */
      names: boolean;
      /** Absolute URL of the page with details. */
      link: string;
    },
  ) {}

  /**
   * @param by - who sends it
   * @throws TooManyRequestsError less than a minute after the last test
   */
  async send(by: string, signal: AbortSignal): Promise<AlertTest> {
    const { clock, others } = this.options;
    const now = clock.now();
    await this.#claim(now);
    const messageFor = (channel: string) => this.#message(channel, by, now);
    const results = await Promise.all([
      ...(await this.#inPortal(messageFor, signal)),
      ...others.map(channel =>
        attempt({ channel: channel.name, recipient: null }, signal, ending =>
          channel.send(messageFor(channel.name), ending),
        ),
      ),
    ]);
    return { at: formatInstant(now), results };
  }

  /** One result per recipient, or one that says that there are none. */
  async #inPortal(
    messageFor: (channel: string) => AlertMessage,
    signal: AbortSignal,
  ): Promise<Array<Promise<Result>>> {
    const { inPortal, others, recipients } = this.options;
    const { name: channel } = inPortal;
    const refs = await recipients.ofAll(alertRules);
    if (refs.length === 0 && others.length > 0) {
      return [];
    }
    const targets = refs.length > 0 ? refs : [null];
    return targets.map(recipient =>
      attempt({ channel, recipient }, signal, ending =>
        inPortal.sendTo(
          recipient ? [recipient] : [],
          messageFor(channel),
          ending,
        ),
      ),
    );
  }

  #message(channel: string, by: string, now: number): AlertMessage {
    const { installation, names, link } = this.options;
    return {
      deliveryId: `${installation}-test-${now}-${channel}`,
      installation,
      isTest: true,
      link,
      alert: {
        id: `test-${now}`,
        rule: 'deadline',
        subject: 'test',
        state: 'test',
        severity: 'low',
        title: 'Test: adoption alerts reach you here',
        text: `${names ? by : 'Someone'} sent this test. No action is needed.`,
        at: formatInstant(now),
      },
    };
  }

  // If several replicas are asked at once, only one sends.
  async #claim(now: number): Promise<void> {
    const { settings } = this.options;
    const last = await settings.get(SENT_AT);
    const wait = Number(last ?? -Infinity) + MINUTE_MS - now;
    if (wait > 0 || !(await settings.replace(SENT_AT, last, String(now)))) {
      const seconds = Math.ceil(Math.max(wait, SECOND_MS) / SECOND_MS);
      throw new TooManyRequestsError(
        `A test was sent less than a minute ago; try again in ${seconds} s`,
        seconds,
      );
    }
  }
}

async function attempt(
  target: Target,
  signal: AbortSignal,
  send: (signal: AbortSignal) => Promise<void>,
): Promise<Result> {
  try {
    await withinLimit(TIMEOUT_MS, signal, send);
    return {
      ...target,
      status: 'delivered',
      code: null,
      fix: null,
      wording: null,
    };
  } catch (error) {
    const code = failureCodeOf(error);
    const fix = [testFix(code, target.channel)];
    return {
      ...target,
      status: 'not-delivered',
      code,
      ...withEnglish({ fix }),
    };
  }
}
