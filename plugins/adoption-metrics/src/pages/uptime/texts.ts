import type {
  UptimeComponents,
  UptimeIncidents,
  UptimeReport,
} from 'backstage-plugin-adoption-metrics-common';
import { formatExactDuration } from '../../ui/format';

type Cause = UptimeIncidents['incidents'][number]['cause'];
type Component = UptimeComponents['components'][number];
type WindowId = UptimeReport['windows'][number]['id'];

export const causeNames: Record<Cause, string> = {
  'planned-restart': 'Planned restart',
  crash: 'Crash',
  interruption: 'Interruption',
  database: 'Database',
  probe: 'Probe',
};

export const causeMeanings: Record<Cause, string> = {
  'planned-restart':
    'The last process that was up had been stopped in good order.',
  crash: 'The last process fell silent and was not heard of again.',
  interruption:
    'The last process fell silent and came back later, as on a machine that slept.',
  database: 'A process was ready but missed its database.',
  probe: 'A check of the portal that counts failed.',
};

export const sourceTexts: Record<Component['source'], string> = {
  processes: 'heartbeats of the backend',
  probe: 'probed by the backend',
  push: 'reported by an observer outside',
};

export const windowNames: Record<WindowId, string> = {
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
  '365d': '365 days',
};

export const notObserved =
  'The portal has not been observed yet, so whether it was up is unknown.';

/** As the server wrote it, because an uptime is never rounded up. */
export function percentText(percent: string | null): string {
  return percent === null ? 'unknown' : `${percent}%`;
}

/** A component by the name that people know it by. */
export function componentName(name: string): string {
  return name === 'processes' ? 'Portal processes' : name;
}

/** How long something lasted, of a time that may not be known at all. */
export function lengthText(seconds: number, known: boolean): string {
  if (!known) {
    return 'unknown';
  }
  return seconds === 0 ? 'none' : formatExactDuration(seconds);
}
