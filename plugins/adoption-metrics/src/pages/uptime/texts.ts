import type { UptimeTimes } from 'backstage-plugin-adoption-metrics-common';
import type { Language, Translate } from '../../ui/format';

/** As the server wrote it, because an uptime is never rounded up. */
export function percentText(percent: string | null, t: Translate): string {
  return percent === null ? t('common.unknown') : `${percent}%`;
}

/** A component by the name that people know it by. */
export function componentName(name: string, t: Translate): string {
  return name === 'processes' ? t('uptime.processes') : name;
}

/** Whether there is any time of a window that counts. */
export function isKnown({ accountableSeconds }: UptimeTimes): boolean {
  return accountableSeconds > 0;
}

/** How much of a window was observed. */
export function observedSeconds(times: UptimeTimes): number {
  return times.accountableSeconds + times.maintenanceSeconds;
}

/** How long something lasted, of a time that may not be known at all. */
export function lengthText(
  seconds: number,
  known: boolean,
  { t, format }: Language,
): string {
  if (!known) {
    return t('common.unknown');
  }
  return seconds === 0 ? t('uptime.none') : format.exactDuration(seconds);
}
