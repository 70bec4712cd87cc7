import { InputError } from '@backstage/errors';
import {
  AlertmanagerPayload,
  UptimeCheck,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { plainText } from '../database';
import { formatInstant } from '../time';
import { LONGEST_DETAIL } from './checks';
import { componentName, componentNameRule } from './components';

/** The label that names the component of an alert. */
const COMPONENT = 'adoption_component';

/** The label with the state that a firing alert stands for: `down` or `up`. */
const MEANING = 'adoption_state';

type Alert = AlertmanagerPayload['alerts'][0];

/**
 * Converts alerts to checks of components, oldest first. Alerts without a
 * component are skipped.
 *
 * A firing alert means that its component has been down since the alert
 * started, a resolved one that it has been up since then. An alert with the
 * label `adoption_state: up` fires while the component is up, and means nothing
 * when it is resolved.
 *
 * Times in the future become the current time. Labels are validated elsewhere.
 *
 * @param now - ms UTC
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

/**
 * @throws InputError if a label is not a valid component name
 */
export function assertNamed(name: string): void {
  if (!componentName.test(name)) {
    throw new InputError(
      refusalOf(
        `label '${COMPONENT}'`,
        name,
        `names of components: ${componentNameRule}`,
      ),
    );
  }
}

function checksOf(alert: Alert, now: number): UptimeCheck[] {
  const { labels, status, startsAt, endsAt } = alert;
  const firing = status === 'firing';
  if (labels[MEANING] === 'up') {
    return firing ? [checkOf(alert, 'up', now)] : [];
  }
  return firing
    ? [
        checkOf(alert, 'down', Math.min(Date.parse(startsAt), now)),
        checkOf(alert, 'down', now),
      ]
    : [
        checkOf(alert, 'up', Math.min(Date.parse(endsAt), now)),
        checkOf(alert, 'up', now),
      ];
}

function checkOf(
  { labels, annotations, fingerprint }: Alert,
  state: 'up' | 'down',
  instant: number,
): UptimeCheck {
  const at = formatInstant(instant);
  const seen = annotations?.summary ?? labels.alertname ?? '';
  const detail = plainText(seen, { most: LONGEST_DETAIL });
  return {
    id: `${fingerprint} ${at} ${state}`,
    component: labels[COMPONENT],
    state,
    at,
    confirmed: true,
    ...(state === 'down' && detail && { detail }),
  };
}
