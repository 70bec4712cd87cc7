import type {
  Lifecycle,
  BreakdownGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import type { ColumnLayer, ColumnRow } from '../../ui/chart';
import { type Language, type Translate } from '../../ui/format';

type Period = Lifecycle['periods'][number];

type LayerId = 'returning' | 'reactivated' | 'new' | 'lapsed';

const colors: Record<LayerId, string> = {
  returning: 'var(--adoption-accent)',
  reactivated:
    'color-mix(in srgb, var(--adoption-accent) 55%, var(--bui-bg-neutral-1))',
  new: 'color-mix(in srgb, var(--adoption-accent) 45%, var(--bui-fg-primary))',
  lapsed: 'var(--adoption-missed)',
};

/** From the line upwards, then below it. */
const layerIds: LayerId[] = ['returning', 'reactivated', 'new', 'lapsed'];

export function layersOf(t: Translate): ColumnLayer[] {
  return layerIds.map(id => ({
    id,
    label: t(`activeUsers.lifecycle.layer.${id}`),
    color: colors[id],
  }));
}

/** A period of which nothing is known stays a gap. */
export function chartRows(
  { periods, granularity }: Lifecycle,
  language: Language,
): ColumnRow[] {
  const { format } = language;
  return periods.map(period => ({
    key: period.from,
    label: format.shortDay(period.from),
    values: {
      returning: period.returning ?? undefined,
      reactivated: period.reactivated ?? undefined,
      new: period.new ?? undefined,
      lapsed: period.lapsed === null ? undefined : -period.lapsed,
    },
    details: detailsOf(period, granularity, language),
  }));
}

export function periodLabel(
  from: string,
  granularity: BreakdownGranularity,
  { t, format }: Language,
): string {
  const day = format.day(from);
  return granularity === 'week'
    ? t('activeUsers.lifecycle.weekOf', { day })
    : t('activeUsers.lifecycle.fourWeeksFrom', { day });
}

const counted = [
  'new',
  'returning',
  'reactivated',
  'lapsed',
  'neverSeen',
] as const;

function detailsOf(
  period: Period,
  granularity: BreakdownGranularity,
  language: Language,
): string[] {
  const { t, format } = language;
  return [
    periodLabel(period.from, granularity, language),
    t('activeUsers.lifecycle.activeOf', {
      active: format.countOrUnknown(period.active),
      developers: format.countOrUnknown(period.developers),
    }),
    ...counted.map(id =>
      t('activeUsers.lifecycle.count', {
        label: t(`activeUsers.lifecycle.${id}`),
        value: format.countOrUnknown(period[id]),
      }),
    ),
  ];
}
