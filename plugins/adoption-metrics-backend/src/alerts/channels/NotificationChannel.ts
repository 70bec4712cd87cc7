import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Alert } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';
import { pagePath } from '../pageLink';

/** What people can mute in the settings of the portal, one without the other. */
const topicOf = (rule: Alert['rule']) =>
  rule === 'digest' ? 'adoption-digest' : 'adoption';

/** Notifies people in the portal's own list of notifications. */
export class NotificationChannel implements AlertChannel {
  readonly name = 'notifications';

  constructor(
    private readonly options: {
      notifications: NotificationService;
      catalog: CatalogService;
      auth: AuthService;
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
    await this.#assertSomebodyIsThere(recipients);
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

  // A notification for people whom the catalog does not know, or has not read
  // yet, counts as sent and reaches nobody.
  async #assertSomebodyIsThere(recipients: string[]): Promise<void> {
    const { catalog, auth } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: recipients, fields: ['kind'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    if (!items.some(Boolean)) {
      throw new Error('none of the recipients is in the catalog');
    }
  }
}
