import { NotificationService } from '@backstage/plugin-notifications-node';
import { Alert, inEnglish } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';
import { CodedError } from '../../failures';
import { notify, RecipientReader } from '../../people';
import { pagePath } from '../pageLink';
import { RecipientList } from '../RecipientList';

/** The name of the channel. */
export const NOTIFICATIONS = 'notifications';

/** Alerts and digests can be muted separately in the portal's settings. */
const topicOf = (rule: Alert['rule']) =>
  rule === 'digest' ? 'adoption-digest' : 'adoption';

/** Sends alerts as Backstage notifications. */
export class NotificationChannel implements AlertChannel {
  readonly name = NOTIFICATIONS;

  constructor(
    private readonly options: {
      notifications: NotificationService;
      recipients: Pick<RecipientList, 'of'>;
      reader: Pick<RecipientReader, 'unreachable'>;
    },
  ) {}

  /** Whether a rule has recipients. */
  async reaches(rule: Alert['rule']): Promise<boolean> {
    return (await this.options.recipients.of(rule)).length > 0;
  }

  async send(message: AlertMessage, signal: AbortSignal): Promise<void> {
    const { recipients } = this.options;
    await this.sendTo(await recipients.of(message.alert.rule), message, signal);
  }

  /**
   * Notifies specific recipients, instead of the rule's.
   *
   * @throws CodedError if they cannot be reached
   */
  async sendTo(
    recipients: string[],
    { alert }: AlertMessage,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#assertSomebodyIsReached(recipients);
    const payload = {
      title: alert.title,
      description: alert.text,
      link: pagePath(alert.rule),
      severity: alert.severity,
      topic: topicOf(alert.rule),
      // A message with the same scope replaces the previous one, so repetitions
      // and updates do not pile up.
      scope: `adoption-metrics/${alert.rule}/${alert.subject}`,
    };
    await notify(
      this.options.notifications,
      { recipients: { type: 'entity', entityRef: recipients }, payload },
      signal,
    );
  }

  // Backstage accepts notifications that reach nobody, for example a group
  // without members, or one that is not in the catalog yet.
  async #assertSomebodyIsReached(refs: string[]): Promise<void> {
    if (refs.length === 0) {
      throw new CodedError('no-recipients', 'there are no recipients');
    }
    const unreachable = await this.options.reader.unreachable(refs);
    const inVain = new Set(unreachable.map(({ entityRef }) => entityRef));
    if (refs.every(ref => inVain.has(ref))) {
      const faults = unreachable
        .map(({ fault }) => inEnglish(fault))
        .join('; ');
      const [{ code }] = unreachable;
      throw new CodedError(code, `it has no reachable recipients: ${faults}`);
    }
  }
}
