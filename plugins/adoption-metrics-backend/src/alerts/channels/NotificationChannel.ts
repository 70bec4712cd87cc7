import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';

/** People can mute it in the settings of the portal. */
const TOPIC = 'adoption';

/** Tells people in the portal's own list of notifications. */
export class NotificationChannel implements AlertChannel {
  readonly name = 'notifications';

  constructor(
    private readonly options: {
      notifications: NotificationService;
      catalog: CatalogService;
      auth: AuthService;
      /** Entity refs of users and groups. */
      recipients: string[];
    },
  ) {}

  async send({ alert, link }: AlertMessage): Promise<void> {
    const { notifications, recipients } = this.options;
    await this.#assertSomebodyIsThere();
    await notifications.send({
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        title: alert.title,
        description: alert.text,
        link: new URL(link).pathname,
        severity: alert.severity,
        topic: TOPIC,
        // The next message about the same takes the place of this one, and so
        // does the same message sent twice.
        scope: `adoption-metrics/${alert.rule}/${alert.subject}`,
      },
    });
  }

  // A notification for people whom the catalog does not know, or has not read
  // yet, counts as sent and reaches nobody.
  async #assertSomebodyIsThere(): Promise<void> {
    const { catalog, auth, recipients } = this.options;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: recipients, fields: ['kind'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    if (!items.some(Boolean)) {
      throw new Error('none of the recipients is in the catalog');
    }
  }
}
