import type {
  Lifecycle,
  LifecycleGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import {
  countOrUnknown,
  formatDay,
  formatMonth,
  formatShortDay,
} from '../../ui/format';
import type { ColumnLayer, ColumnRow } from '../../ui/chart';

type Period = Lifecycle['periods'][number];

/** From the line upwards, then below it. */
export const layers: Array<ColumnLayer & { id: keyof Period }> = [
  {
    id: 'returning',
    label: 'Returning: active in the period before as well',
    color: 'var(--adoption-accent)',
  },
  {
    id: 'reactivated',
    label: 'Reactivated: back after a pause',
    color:
      'color-mix(in srgb, var(--adoption-accent) 55%, var(--bui-bg-neutral-1))',
  },
  {
    id: 'new',
    label: 'New: active for the first time',
    color:
      'color-mix(in srgb, var(--adoption-accent) 45%, var(--bui-fg-primary))',
  },
  {
    id: 'lapsed',
    label: 'Lapsed: active in the period before, not in this',
    color: 'var(--adoption-missed)',
  },
];

/** A period of which nothing is known stays a gap. */
export function chartRows(lifecycle: Lifecycle): ColumnRow[] {
  const { periods, granularity } = lifecycle;
  return periods.map(period => ({
    key: period.from,
    label:
      granularity === 'month'
        ? formatMonth(period.from)
        : formatShortDay(period.from),
    values: {
      returning: period.returning ?? undefined,
      reactivated: period.reactivated ?? undefined,
      new: period.new ?? undefined,
      lapsed: period.lapsed === null ? undefined : -period.lapsed,
    },
    details: detailsOf(period, granularity),
  }));
}

export function periodLabel(from: string, granularity: LifecycleGranularity) {
  return granularity === 'month'
    ? formatMonth(from)
    : `Week from ${formatDay(from)}`;
}

function detailsOf(
  period: Period,
  granularity: LifecycleGranularity,
): string[] {
  return [
    periodLabel(period.from, granularity),
    `Active: ${countOrUnknown(period.active)} of ${countOrUnknown(
      period.developers,
    )} developers`,
    `New: ${countOrUnknown(period.new)}`,
    `Returning: ${countOrUnknown(period.returning)}`,
    `Reactivated: ${countOrUnknown(period.reactivated)}`,
    `Lapsed: ${countOrUnknown(period.lapsed)}`,
    `Never seen: ${countOrUnknown(period.neverSeen)}`,
  ];
}
