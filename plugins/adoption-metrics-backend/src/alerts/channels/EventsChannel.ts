import { EventsService } from '@backstage/plugin-events-node';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';

/** Under which alerts are published on the events of Backstage. */
const ALERT_TOPIC = 'adoption-metrics.alert';

/** Publishes alerts as events of Backstage, for other plugins to act on. */
export class EventsChannel implements AlertChannel {
  readonly name = 'events';

  constructor(private readonly events: Pick<EventsService, 'publish'>) {}

  async send(message: AlertMessage): Promise<void> {
    const { deliveryId, installation, alert, link, isTest } = message;
    await this.events.publish({
      topic: ALERT_TOPIC,
      eventPayload: {
        deliveryId,
        installation,
        ...alert,
        link,
        ...(isTest && { test: true }),
      },
    });
  }
}
