import type { UptimeTimes } from 'backstage-plugin-adoption-metrics-common';
import { firstBeat, instantOf, type Outage } from './outages';

const target = 0.999;

interface Range {
  from: number;
  to: number;
}

/** What the server would say of a range in which the portal fell so often. */
export function timesOf(
  { from, to }: Range,
  outages: Outage[],
  since: number = firstBeat,
): UptimeTimes {
  const begin = Math.min(to, Math.max(from, since));
  const within = (state: Outage['state']) =>
    outages
      .filter(each => each.state === state)
      .reduce((sum, each) => sum + overlap(each, { from: begin, to }), 0);
  const [down, unknown] = [within('down'), within('unknown')];
  const maintenance = within('maintenance');
  const accountable = (to - begin) / 1000 - maintenance;
  const up = accountable - down - unknown;
  return {
    from: instantOf(from),
    to: instantOf(to),
    strict: share(up, accountable),
    lenient: share(up, up + down),
    coverage: share(up + down, accountable),
    strictPercent: percent(up, accountable),
    lenientPercent: percent(up, up + down),
    upSeconds: up,
    downSeconds: down,
    unknownSeconds: unknown,
    maintenanceSeconds: maintenance,
    beforeInstallationSeconds: (begin - from) / 1000,
    beforeInstallationShare: (begin - from) / (to - from),
    accountableSeconds: accountable,
  };
}

/** The same against the target. */
export function judgedTimesOf(
  range: Range,
  outages: Outage[],
  since: number = firstBeat,
) {
  const times = timesOf(range, outages, since);
  const { strict, accountableSeconds, upSeconds } = times;
  const total = accountableSeconds * (1 - target);
  const used = accountableSeconds - upSeconds;
  const verdict = (strict ?? 0) >= target ? 'met' : 'missed';
  const isWhole = times.beforeInstallationSeconds === 0;
  const isLong = accountableSeconds >= 7 * 86_400;
  return {
    ...times,
    ...(strict === null || !(isWhole || isLong)
      ? {
          status: 'undecided' as const,
          reason: (strict === null ? 'no-data' : 'window-incomplete') as
            | 'no-data'
            | 'window-incomplete',
        }
      : {
          status: verdict as 'met' | 'missed',
          judgedOn: isWhole
            ? ('whole-window' as const)
            : ('observed-part' as const),
        }),
    budget: {
      totalSeconds: total,
      usedSeconds: used,
      leftSeconds: total - used,
    },
  };
}

/** Seconds that two ranges share. */
export function overlap(one: Range, other: Range): number {
  const from = Math.max(one.from, other.from);
  return Math.max(0, Math.min(one.to, other.to) - from) / 1000;
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

function percent(part: number, whole: number): string | null {
  return whole > 0
    ? (Math.floor((part / whole) * 10_000) / 100).toFixed(2)
    : null;
}
