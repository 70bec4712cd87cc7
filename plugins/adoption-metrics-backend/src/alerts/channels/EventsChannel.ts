import { EventsService } from '@backstage/plugin-events-node';
import {
  AlertChannel,
  AlertMessage,
} from 'backstage-plugin-adoption-metrics-node';

/** The topic of alerts in Backstage's events service. */
const ALERT_TOPIC = 'adoption-metrics.alert';

/** Publishes alerts to Backstage's events service, for other plugins. */
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
