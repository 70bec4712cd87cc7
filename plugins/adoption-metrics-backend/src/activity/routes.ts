import {
  activityMeasures,
  LifecycleGranularity,
  lifecycleGranularities,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import {
  parseChoice,
  parseDays,
  parseOptionalText,
  parseSeriesRequest,
  Query,
  sendTable,
  toCsv,
} from '../samples';
import { Day, ReportingZone } from '../time';
import { LifecycleReporter } from './LifecycleReporter';
import { ActivitySeriesRequest, SeriesReporter } from './SeriesReporter';
import {
  cohortsToCsv,
  lifecycleToCsv,
  onboardingToCsv,
  pluginsToCsv,
  teamPluginsToCsv,
  teamsToCsv,
} from './tables';
import { UseReporter } from './UseReporter';

/** Half a year of weeks, a year of months. */
const DEFAULT_DAYS: Record<LifecycleGranularity, number> = {
  week: 182,
  month: 366,
};

/** Who used what, for everybody with `adoption-metrics.scorecard.read`. */
export function createActivityRouter(options: {
  access: AccessControl;
  clock: Clock;
  zone: ReportingZone;
  use: UseReporter;
  people: LifecycleReporter;
  series: SeriesReporter;
}): Router {
  const { use, people, series } = options;
  const router = PromiseRouter();

  function serve<T>(
    path: string,
    read: (query: Query, today: Day) => Promise<T>,
    format: (table: T) => string,
  ) {
    router.get(`/activity/${path}`, async (req, res) => {
      await options.access.requireReader(req);
      const today = options.zone.dayOf(options.clock.now());
      sendTable({ req, res }, await read(req.query, today), format);
    });
  }

  serve('teams', () => use.teams(), teamsToCsv);
  serve('plugins', () => use.plugins(), pluginsToCsv);
  serve(
    'team-plugins',
    query => use.teamPlugins(parseOptionalText(query, 'team')),
    teamPluginsToCsv,
  );
  serve(
    'lifecycle',
    (query, today) => {
      const granularity = parseGranularity(query);
      const length = DEFAULT_DAYS[granularity];
      return people.lifecycle(granularity, parseDays(query, { today, length }));
    },
    lifecycleToCsv,
  );
  serve(
    'cohorts',
    (query, today) =>
      people.cohorts(parseDays(query, { today, length: DEFAULT_DAYS.week })),
    cohortsToCsv,
  );
  serve('onboarding', () => people.onboarding(), onboardingToCsv);
  serve(
    'series',
    (query, today) => series.series(parseRequest(query, today)),
    toCsv,
  );
  return router;
}

function parseGranularity(query: Query): LifecycleGranularity {
  return parseChoice(query, 'granularity', lifecycleGranularities);
}

function parseRequest(query: Query, today: Day): ActivitySeriesRequest {
  return {
    ...parseSeriesRequest(query, today),
    measure: parseChoice(query, 'measure', activityMeasures),
    team: parseOptionalText(query, 'team'),
    plugin: parseOptionalText(query, 'plugin'),
  };
}
