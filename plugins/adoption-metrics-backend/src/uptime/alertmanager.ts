import {
  AlertmanagerPayload,
  UptimeCheck,
} from 'backstage-plugin-adoption-metrics-common';
import { formatInstant } from '../time';

/** The label that names the component of an alert. */
const COMPONENT = 'adoption_component';

/** The label that says what an alert means while it fires: `down` or `up`. */
const MEANING = 'adoption_state';

type Alert = AlertmanagerPayload['alerts'][0];

/**
 * What the alerts say of components; alerts that name none are left out.
 *
 * An alert says that its component is down since it began to fire, and up since
 * it was resolved, both up to now. Prometheus has made sure by then. An alert that fires while
 * all is well, with the label `adoption_state: up`, says with each repetition
 * that the component is up and that somebody is looking; that it stopped firing
 * says nothing.
 */
export function checksOfAlerts(
  { alerts }: AlertmanagerPayload,
  now: number,
): UptimeCheck[] {
  return alerts
    .filter(({ labels }) => labels[COMPONENT])
    .flatMap(alert => checksOf(alert, now))
    .sort((a, b) => Date.parse(a.at!) - Date.parse(b.at!));
}

function checksOf(alert: Alert, now: number): UptimeCheck[] {
  const { labels, status, startsAt, endsAt } = alert;
  const firing = status === 'firing';
  if (labels[MEANING] === 'up') {
    return firing ? [checkOf(alert, 'up', now)] : [];
  }
  return firing
    ? [
        checkOf(alert, 'down', Date.parse(startsAt)),
        checkOf(alert, 'down', now),
      ]
    : [checkOf(alert, 'up', Date.parse(endsAt)), checkOf(alert, 'up', now)];
}

function checkOf(
  { labels, annotations, fingerprint }: Alert,
  state: 'up' | 'down',
  instant: number,
): UptimeCheck {
  const at = formatInstant(instant);
  const detail = annotations?.summary ?? labels.alertname;
  return {
    id: `${fingerprint} ${at} ${state}`,
    component: labels[COMPONENT],
    state,
    at,
    confirmed: true,
    ...(state === 'down' && detail && { detail: detail.slice(0, 255) }),
  };
}
