import type {
  MetricDetail,
  PageLoadKind,
} from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { startOfRange, useAddress, useDay, useRange } from '../../ui/address';
import { addDays, dayOf } from '../../ui/format';

export const kinds: PageLoadKind[] = ['initial', 'route', 'sign-in'];

/** As many as the server keeps for a day. */
const mostRoutes = 50;

/** What the page is narrowed to, as its address says. */
export type PageLoadChoice = ReturnType<typeof usePageLoadChoice>;

export function usePageLoadChoice(detail: MetricDetail) {
  const { metric, computedAt, timeZone } = detail;
  const today = dayOf(computedAt, timeZone);
  const { read, readOneOf, change } = useAddress();
  const { range } = useRange();
  // Only days that are over are broken down.
  const end = metric.asOf ? dayOf(metric.asOf, timeZone) : today;
  const { day, choose, clear } = useDay(addDays(end, -1));
  const kind = readOneOf('kind', kinds) ?? 'initial';
  // The days of the metric itself are ready; others are added up.
  const days = day ? { from: day, to: addDays(day, 1) } : {};
  const routes = useAnswer('GET /page-load/routes', {
    query: { ...days, kind, limit: mostRoutes },
  });
  const asked = read('page');
  const page = routes.value?.routes.find(({ id }) => id === asked)?.id;
  return {
    today,
    timeZone,
    kind,
    chooseKind: (chosen: PageLoadKind) =>
      change({ kind: chosen === 'initial' ? undefined : chosen }),
    page,
    /** The same page again clears it. */
    choosePage: (chosen: string) =>
      change({ page: chosen === page ? undefined : chosen }),
    clearPage: () => change({ page: undefined }),
    day,
    chooseDay: choose,
    clearDay: clear,
    /** The chosen day, or those of the metric. */
    days,
    /** The chosen day, or the date range. */
    charted: day ? days : { from: startOfRange(range, today) },
    routes,
  };
}
