import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { DeadlineReporter } from '../../deadline';
import { RouteHandlers } from '../../http';
import { SampleHistoryStore } from '../../samples';
import {
  Day,
  formatDay,
  formatInstant,
  lastDayOfWeek,
  ReportingZone,
} from '../../time';
import { PublishedReader } from '../published';
import { plansFrom } from './plansFrom';

/**
 * Compares adoption with what others have published.
 *
 * @param handles.launchedOn - when the portal was opened to its developers, if
 *   it is configured
 */
export function createPlans(handles: {
  clock: Clock;
  zone: ReportingZone;
  published: PublishedReader;
  history: SampleHistoryStore;
  launchedOn: Day | undefined;
  deadlineReporter: DeadlineReporter;
}) {
  const { clock, zone, published, history } = handles;
  const { launchedOn, deadlineReporter } = handles;

  // Published plans count from the launch. The day of the installation would
  // not do: most portals are older.
  const launchDay = async () => {
    const imported = await history.read();
    return launchedOn ?? (imported && zone.dayOf(imported.from));
  };

  const routes = {
    'GET /decision/plans': async () => {
      const [{ plans }, launch, sample] = await Promise.all([
        published.read(),
        launchDay(),
        deadlineReporter.latestWeek(),
      ]);
      const latest = sample && { sample, day: lastDayOfWeek(sample.week) };
      return {
        computedAt: formatInstant(clock.now()),
        timeZone: zone.name,
        launchedOn: launch === undefined ? null : formatDay(launch),
        plans: launch === undefined ? [] : plansFrom(plans, launch, latest),
      };
    },
  } satisfies RouteHandlers;
  return { part: { routes } };
}
