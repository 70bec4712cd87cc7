import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { alertRules } from 'backstage-plugin-adoption-metrics-common';
import { AlertChannel, Clock } from 'backstage-plugin-adoption-metrics-node';
import { RecipientReader } from '../../people';
import { AlertsConfig, recipientsOf } from '../config';
import { EventsChannel } from './EventsChannel';
import { NotificationChannel } from './NotificationChannel';
import { WebhookChannel } from './WebhookChannel';

/** What channels need to reach somebody. */
export interface ChannelHandles {
  clock: Clock;
  events: EventsService;
  notifications: NotificationService;
  recipients: RecipientReader;
  config: AlertsConfig;
}

/** The channels that are configured; none is by default. */
export function createChannels(handles: ChannelHandles): AlertChannel[] {
  const { clock, events, notifications, recipients, config } = handles;
  const { webhook } = config;
  const inPortal = new NotificationChannel({
    notifications,
    recipients,
    recipientsOf: rule => recipientsOf(config, rule),
  });
  return [
    ...(alertRules.some(rule => inPortal.reaches(rule)) ? [inPortal] : []),
    ...(webhook ? [new WebhookChannel({ ...webhook, clock })] : []),
    ...(config.events ? [new EventsChannel(events)] : []),
  ];
}
