import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { judgeShare } from '../samples';
import { Day, DAYS_A_WEEK, weekOf } from '../time';
import {
  Forecast,
  forecastFan,
  ForecastRequest,
  forecastShare,
  WeeklySample,
} from './forecast/forecastShare';
import { withoutHolidays } from './holidays';
import { Deadline } from './Deadline';
import { DeadlineWeek, StoredForecast } from './DeadlineWeek';
import { assess, noRisk, Risk, RISK } from './risk';

interface WeekRequest {
  deadline: Deadline;
  /** Last day of the week. */
  week: Day;
  /** Weekly samples, including those before the deadline. */
  samples: WeeklySample[];
  /** The evaluation of the previous week. */
  before: Pick<DeadlineWeek, 'state' | 'risk'> | undefined;
}

/** Evaluates a deadline at the end of a week, without any later information. */
export function evaluateWeek(request: WeekRequest): DeadlineWeek {
  const { deadline, week, before } = request;
  const samples = request.samples.filter(each => each.week <= weekOf(week));
  const measured = samples.find(each => each.week === weekOf(week));
  const typical = withoutHolidays(
    samples.filter(({ coverage }) => coverage === undefined),
    deadline.holidays,
  );
  const forecast = forecastOf(typical, { deadline, week });
  const isNews = typical.at(-1)?.week === weekOf(week);
  const known = before?.risk ?? noRisk;
  const risk = isNews ? riskOf(known, forecast) : known;
  const isHeld =
    before?.state === 'achieved' ||
    // Reaching it later in the week of the deadline is too late.
    (week <= deadline.date && holds(samples, request));
  return {
    week,
    risk,
    state: isHeld ? 'achieved' : stateOf({ request, samples, forecast, risk }),
    ...(measured && {
      measured: { active: measured.active, developers: measured.developers },
    }),
    ...(measured?.coverage && { isPartial: true as const }),
    ...detailsOf(forecast),
  };
}

type Outlook = { forecast?: StoredForecast; samplesMissing?: number };

function forecastOf(
  samples: WeeklySample[],
  { deadline, week }: { deadline: Deadline; week: Day },
): Outlook {
  if (deadline.date <= week) {
    return {};
  }
  const newest = samples.at(-1)?.week ?? weekOf(week);
  const weeksBehind = weekOf(week) - newest;
  const request: ForecastRequest = {
    samples,
    goal: deadline.goal,
    weeksLeft: (deadline.date - week) / DAYS_A_WEEK + weeksBehind,
    weeksBehind,
    seed: weekOf(week),
  };
  return storedForm(forecastShare(request), request);
}

function storedForm(forecast: Forecast, request: ForecastRequest): Outlook {
  if (forecast.status === 'insufficient-data') {
    return { samplesMissing: forecast.samplesMissing };
  }
  const { status, ...rest } = forecast;
  const fan = forecastFan(request);
  return { forecast: { ...rest, seed: request.seed, fan } };
}

// Weeks without a forecast do not change the risk. Omitted weeks repeat the
// previous one, which counts only once.
function riskOf(before: Risk, { forecast }: Outlook): Risk {
  return forecast ? assess(before, forecast.probability) : before;
}

function stateOf({
  request: { deadline, week },
  samples,
  forecast: { forecast },
  risk,
}: {
  request: WeekRequest;
  samples: WeeklySample[];
  forecast: Outlook;
  risk: Risk;
}): DeadlineState {
  if (deadline.date <= week) {
    return isKnownMissed(samples, { deadline, week })
      ? 'missed'
      : 'insufficient-data';
  }
  if (!forecast) {
    return 'insufficient-data';
  }
  if (risk.alarmed) {
    return 'at-risk';
  }
  return forecast.probability >= RISK.good ? 'on-track' : 'watch';
}

/**
 * Whether the goal was definitely not held: all last weeks are known, or one of
 * them was definitely below it.
 */
function isKnownMissed(
  samples: WeeklySample[],
  { deadline, week }: Pick<WeekRequest, 'deadline' | 'week'>,
): boolean {
  const { goal, hold } = deadline;
  const last = samples.filter(each => each.week > weekOf(week) - hold);
  const whole = last.filter(({ coverage }) => coverage === undefined);
  return whole.length === hold || last.some(each => fellShort(each, goal));
}

/**
 * Whether a week was definitely below the goal. Assumes that unobserved days
 * have no more active people than observed ones.
 */
function fellShort(
  { active, developers, coverage = 1 }: WeeklySample,
  goal: number,
): boolean {
  const target = { operator: '>=' as const, value: goal };
  return judgeShare(active / coverage, developers, target).status === 'missed';
}

/** Whether the goal was reached in each of the last weeks. */
function holds(
  samples: WeeklySample[],
  { deadline, week }: WeekRequest,
): boolean {
  const { goal, hold, start } = deadline;
  const target = { operator: '>=' as const, value: goal };
  const last = weekOf(week);
  const held = samples.filter(
    ({ week: each, active, developers }) =>
      each > last - hold &&
      each >= weekOf(start) &&
      judgeShare(active, developers, target).status === 'met',
  );
  return held.length === hold;
}

function detailsOf({ forecast, samplesMissing }: Outlook): Outlook {
  return {
    ...(forecast && { forecast }),
    ...(samplesMissing !== undefined && { samplesMissing }),
  };
}
