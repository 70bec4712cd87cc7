import { NotificationService } from '@backstage/plugin-notifications-node';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';
import { RecipientReader } from '../../people';
import { pagePath } from '../pageLink';

/** The name of the channel. */
export const NOTIFICATIONS = 'notifications';

/** What people can mute in the settings of the portal, one without the other. */
const topicOf = (rule: Alert['rule']) =>
  rule === 'digest' ? 'adoption-digest' : 'adoption';

/** Notifies people in the portal's own list of notifications. */
export class NotificationChannel implements AlertChannel {
  readonly name = NOTIFICATIONS;

  constructor(
    private readonly options: {
      notifications: NotificationService;
      recipients: Pick<RecipientReader, 'unreachable'>;
      /** Entity refs of users and groups who are notified of a rule. */
      recipientsOf(rule: Alert['rule']): string[];
    },
  ) {}

  /** Whether there is somebody to be notified of the rule. */
  reaches(rule: Alert['rule']): boolean {
    return this.options.recipientsOf(rule).length > 0;
  }

  async send({ alert }: AlertMessage): Promise<void> {
    const { notifications, recipientsOf } = this.options;
    const recipients = recipientsOf(alert.rule);
    await this.#assertSomebodyIsReached(recipients);
    await notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: alert.title,
        description: alert.text,
        link: pagePath(alert.rule),
        severity: alert.severity,
        topic: topicOf(alert.rule),
        // The next message about the same takes the place of this one, and so
        // does the same message sent twice.
        scope: `adoption-metrics/${alert.rule}/${alert.subject}`,
      },
    });
  }

  // Backstage accepts a notification for nobody, such as a group without
  // members or one that the catalog has not read yet: it would count as sent.
  async #assertSomebodyIsReached(refs: string[]): Promise<void> {
    const unreachable = await this.options.recipients.unreachable(refs);
    const faults = new Map(
      unreachable.map(({ entityRef, fault }) => [entityRef, fault]),
    );
    if (refs.every(ref => faults.has(ref))) {
      throw new Error(`it reaches nobody: ${[...faults.values()].join('; ')}`);
    }
  }
}
