import {
  Alert,
  AlertAcknowledgement,
  AlertList,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';
import { StoredAcknowledgement } from './AcknowledgementStore';
import { StoredAlert } from './Alert';
import { StoredDelivery } from './DeliveryStore';

type AlertDelivery = AlertList['alerts'][number]['deliveries'][number];

/** Formats an alert for the API and channels. */
export function toAlert(alert: StoredAlert): Alert {
  return {
    id: String(alert.id),
    rule: alert.rule,
    subject: alert.subject,
    state: alert.state,
    severity: alert.severity,
    title: alert.title,
    text: alert.text,
    at: formatInstant(alert.at),
  };
}

/** Formats a delivery for the API. */
export function toDelivery(delivery: StoredDelivery): AlertDelivery {
  const { id, channel, status, attempts, error, sentAt } = delivery;
  return {
    id,
    channel,
    status,
    attempts,
    error: error ?? null,
    sentAt: sentAt === undefined ? null : formatInstant(sentAt),
  };
}

/** Formats an acknowledgement for the API. */
export function toAcknowledgement({
  at,
  by,
  note,
}: StoredAcknowledgement): AlertAcknowledgement {
  return { at: formatInstant(at), by: by ?? null, note: note ?? null };
}
