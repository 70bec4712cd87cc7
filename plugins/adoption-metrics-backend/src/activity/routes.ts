import {
  ActivityGranularity,
  BreakdownGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { daysOf, RouteHandlers } from '../http';
import { toCsv } from '../samples';
import { Interval, ReportingZone, startOfPeriod } from '../time';
import { ActionReporter } from './actions';
import { AttributeReporter } from './attributes';
import { EventIngest } from './EventIngest';
import { PluginInventoryReporter } from './inventory';
import { LifecycleReporter } from './LifecycleReporter';
import { isOfClosedPeriods, SeriesReporter } from './SeriesReporter';
import {
  actionsToCsv,
  attributesToCsv,
  cohortsToCsv,
  inventoryToCsv,
  lifecycleToCsv,
  onboardingToCsv,
  pluginsToCsv,
  teamPluginsToCsv,
  teamsToCsv,
} from './tables';
import { UseReporter } from './UseReporter';

/** Half a year of weeks, a year of four-week periods. */
const LIFECYCLE_DAYS: Record<BreakdownGranularity, number> = {
  week: 182,
  'four-weeks': 364,
};

/** Two years. */
const JOINING_DAYS = 731;

const SERIES_DAYS = 90;

const YEAR_DAYS = 366;

/** Routes about usage, by group of people. */
export function createActivityRoutes(handles: {
  clock: Clock;
  zone: ReportingZone;
  use: UseReporter;
  people: LifecycleReporter;
  series: SeriesReporter;
  inventory: PluginInventoryReporter;
  actions: ActionReporter;
  attributes: AttributeReporter;
  closedDaysState(): Promise<string>;
}) {
  const { clock, zone, use, people, series } = handles;
  const { inventory, actions, attributes } = handles;
  // Groups of people are only reported for closed periods.
  const basis = handles.closedDaysState;
  const rangeOf = (
    query: { from?: string; to?: string },
    length: number,
    granularity?: ActivityGranularity,
  ): Interval => {
    const to = zone.dayOf(clock.now());
    return daysOf(query, { to, length, granularity });
  };

  return {
    'GET /activity/teams': {
      answer: ({ query, visibility }) => use.teams(query, visibility),
      csv: teamsToCsv,
    },
    'GET /activity/plugins': {
      common: ({ query }) => use.plugins(query),
      basis,
      csv: pluginsToCsv,
    },
    'GET /activity/team-plugins': {
      answer: ({ query, visibility }) => use.teamPlugins(query, visibility),
      csv: teamPluginsToCsv,
    },
    'GET /activity/inventory': {
      answer: () => inventory.report(),
      csv: inventoryToCsv,
    },
    'GET /activity/actions': {
      common: ({ query }) => actions.actions(query),
      basis,
      csv: actionsToCsv,
    },
    'GET /activity/attributes': {
      common: ({ query }) => attributes.attributes(query),
      basis,
      csv: attributesToCsv,
    },
    'GET /activity/lifecycle': {
      common: ({ query: { granularity, ...range } }) => {
        const days = rangeOf(range, LIFECYCLE_DAYS[granularity]);
        // By default, start with a complete period.
        if (range.from === undefined) {
          days.from = startOfPeriod(days.from, granularity);
        }
        return people.lifecycle(granularity, days);
      },
      basis,
      csv: lifecycleToCsv,
    },
    'GET /activity/cohorts': {
      common: ({ query }) => people.cohorts(rangeOf(query, JOINING_DAYS)),
      basis,
      csv: cohortsToCsv,
    },
    'GET /activity/onboarding': {
      common: ({ query }) => people.onboarding(rangeOf(query, JOINING_DAYS)),
      basis,
      csv: onboardingToCsv,
    },
    'GET /activity/series': {
      answer: ({ query, visibility }) => {
        const { from, to, ...asked } = query;
        const length = isOfClosedPeriods(asked) ? YEAR_DAYS : SERIES_DAYS;
        const days = rangeOf({ from, to }, length, query.granularity);
        return series.series({ ...asked, days }, visibility);
      },
      csv: toCsv,
    },
  } satisfies RouteHandlers;
}

/** The route that accepts events from browsers. */
export function createEventRoutes(events: EventIngest) {
  return {
    'POST /events': {
      enter: ({ principal }) => events.enter(principal.userEntityRef),
      answer: ({ credentials, body, signal }) =>
        events.take(credentials.principal.userEntityRef, body, signal),
    },
  } satisfies RouteHandlers;
}
