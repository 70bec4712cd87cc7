import { MyData } from 'backstage-plugin-adoption-metrics-common';
import { Day, endOfPeriod, formatDay, formatInstant } from '../time';
import { Participation, PersonActivity, PersonPortalDays } from '../parts';
import { RARE_VALUE } from './attributes';
import { DaySpan, PersonRecord } from './PersonRecordStore';

type Held = Omit<MyData, 'computedAt' | 'timeZone' | 'guest'>;

const NO_ACTIVITY: PersonActivity = {
  activeDays: [],
  pluginDays: [],
  actionDays: [],
  batches: { held: 0, newestAt: undefined },
  breakdowns: [],
  openDays: { opened: [], failed: [] },
};

/** Everything that is stored about one person; empty if there is no record. */
export function describeHeld(
  record: PersonRecord | undefined,
  activity: PersonActivity = NO_ACTIVITY,
  taking: Participation[] = [],
  portals: PersonPortalDays[] = [],
): Held {
  const { developer = [], teams = [], optedOut = false } = record ?? {};
  const { attributes = [] } = record ?? {};
  const { activeDays, pluginDays, actionDays, batches } = activity;
  const { breakdowns, openDays } = activity;
  const since = developer.find(isOpen);
  return {
    optedOut,
    developer: {
      counted: since !== undefined && !optedOut,
      since: optionalDay(since?.from),
    },
    teams: teams
      .filter(isOpen)
      .map(({ entityRef, name }) => ({ id: entityRef, name })),
    spans: [
      ...developer.map(span => ({ teamId: null, ...describeSpan(span) })),
      ...teams.map(span => ({ teamId: span.entityRef, ...describeSpan(span) })),
    ],
    attributes: attributes.map(({ attribute, value, ...span }) => ({
      id: attribute,
      value: value === RARE_VALUE ? null : value,
      ...describeSpan(span),
    })),
    firstDay: optionalDay(record?.firstDay ?? activeDays[0]),
    lastDay: optionalDay(record?.lastDay ?? activeDays.at(-1)),
    activeDays: activeDays.map(formatDay),
    pluginDays: pluginDays.map(({ day, pluginId }) => ({
      day: formatDay(day),
      pluginId,
    })),
    actionDays: actionDays.map(({ day, kind }) => ({
      day: formatDay(day),
      kind,
    })),
    batches: {
      held: batches.held,
      newestAt:
        batches.newestAt === undefined ? null : formatInstant(batches.newestAt),
    },
    portals: portals.map(({ days, ...portal }) => ({
      ...portal,
      activeDays: days.map(formatDay),
    })),
    breakdowns: breakdowns.map(day => ({
      from: formatDay(day),
      to: formatDay(endOfPeriod(day, 'four-weeks')),
    })),
    openDays: {
      opened: openDays.opened.map(formatDay),
      failed: openDays.failed.map(formatDay),
    },
    proofs: taking.map(({ candidate, team, days }) => ({
      candidate,
      team,
      from: formatDay(days.from),
      to: formatDay(days.to),
    })),
  };
}

function isOpen({ to }: DaySpan): boolean {
  return to === undefined;
}

function describeSpan({ from, to }: DaySpan) {
  return { from: formatDay(from), to: optionalDay(to) };
}

function optionalDay(day: Day | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}
