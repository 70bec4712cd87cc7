import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { oldestHeldDay, SettingsStore } from '../database';
import { DeveloperStore } from '../people';
import { SampleHistoryStore, SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { ActiveUsersMetric } from './ActiveUsersMetric';
import { ActivityCounter } from './ActivityCounter';
import { checkBatches, checkOptOuts } from './checkReports';
import { DatabaseActivityStore } from './DatabaseActivityStore';
import { DatabaseLifecycleStore } from './DatabaseLifecycleStore';
import { DatabaseUseStore } from './DatabaseUseStore';
import { LifecycleReporter } from './LifecycleReporter';
import {
  activityPersonTables,
  DatabasePersonActivityReader,
} from './personActivity';
import { activityRetention } from './retention';
import { createActivityRoutes } from './routes';
import { SeriesReporter } from './SeriesReporter';
import { UseReporter } from './UseReporter';

interface ActivityHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  settings: SettingsStore;
  samples: SampleStore;
  history: SampleHistoryStore;
  developers: DeveloperStore;
  /** A number of developers that replaces the catalog's. */
  headCount: number | undefined;
  /** Fewest people of whom a breakdown may speak. */
  minimumGroupSize: number;
  target: Target;
}

/** Knows who used what, and measures active users. */
export function createActivity(handles: ActivityHandles) {
  const { knex, zone, clock, settings, samples, history } = handles;
  const { developers, headCount, minimumGroupSize, target } = handles;
  const activity = new DatabaseActivityStore(knex);
  const uses = new DatabaseUseStore(knex);
  const lifecycle = new DatabaseLifecycleStore(knex);
  const sources = { clock, zone, samples, uses, minimumGroupSize };
  const use = new UseReporter(sources);
  const people = new LifecycleReporter(sources);
  const series = new SeriesReporter(sources);
  return {
    activity,
    use,
    people,
    part: {
      routes: createActivityRoutes({ clock, zone, use, people, series }),
      retention: activityRetention,
      personalData: {
        tables: activityPersonTables,
        activity: new DatabasePersonActivityReader(knex),
      },
      counters: [new ActivityCounter()],
      metric: new ActiveUsersMetric({
        target,
        zone,
        activity,
        uses,
        lifecycle,
        developers,
        samples,
        headCount,
        minimumGroupSize,
        heldFrom: rule => oldestHeldDay(settings, [rule]),
      }),
      diagnostics: [
        () => checkBatches({ activity, history, now: clock.now() }),
        () => checkOptOuts({ activity, minimumGroupSize }),
      ],
    },
  };
}
