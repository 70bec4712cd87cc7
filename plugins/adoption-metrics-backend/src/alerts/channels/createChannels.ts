import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AlertChannel, Clock } from 'backstage-plugin-adoption-metrics-node';
import { RecipientReader } from '../../people';
import { AlertsConfig } from '../config';
import { RecipientList } from '../RecipientList';
import { EventsChannel } from './EventsChannel';
import { NotificationChannel } from './NotificationChannel';
import { WebhookChannel } from './WebhookChannel';

/** What channels need. */
export interface ChannelHandles {
  clock: Clock;
  events: EventsService;
  notifications: NotificationService;
  recipients: RecipientList;
  reader: RecipientReader;
  config: AlertsConfig;
}

/**
 * Creates configured channels, and notifications, which are used if there are
 * recipients.
 */
export function createChannels(handles: ChannelHandles): {
  inPortal: NotificationChannel;
  configured: AlertChannel[];
} {
  const { clock, events, notifications, config } = handles;
  const { recipients, reader } = handles;
  const { webhook } = config;
  const inPortal = new NotificationChannel({
    notifications,
    recipients,
    reader,
  });
  const configured = [
    ...(webhook ? [new WebhookChannel({ ...webhook, clock })] : []),
    ...(config.events ? [new EventsChannel(events)] : []),
  ];
  return { inPortal, configured };
}
