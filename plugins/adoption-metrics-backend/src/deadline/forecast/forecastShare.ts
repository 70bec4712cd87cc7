import { FanPoint, fanPointAfter, Projections } from './fan';
import { project, Projection } from './project';
import { seededRandom } from './random';
import { ScaleName, scales } from './scales';
import { valueAt } from './theilSen';

/**
 * Names the way in which forecasts are made; a stored one keeps the name of
 * the way in which it was made.
 */
const MODEL = 'theil-sen-linear-logit-1';

/**
 * Weekly samples behind a forecast. Fewer hardly show a trend among noise;
 * older ones show how it began, and hide that it has stalled since.
 */
const SAMPLES = 8;

/** A goal that is further away is not reached "at the present pace". */
export const FURTHEST_WEEKS = 520;

const DRAWS = 60;

/** The share of active users at the end of a closed week. */
export interface WeeklySample {
  /** Number of the week: consecutive weeks are consecutive integers. */
  week: number;
  active: number;
  /** At least 1. */
  developers: number;
  /**
   * Observed share of the window, between 0 and 1, where days were not observed
   * and there were at least so many active; absent where all were.
   */
  coverage?: number;
}

export interface ForecastRequest {
  /** Complete samples by week; weeks may be missing. */
  samples: WeeklySample[];
  /** The share to reach, between 0 and 1. */
  goal: number;
  /** Weeks from the newest sample to the deadline, above 0. */
  weeksLeft: number;
  /**
   * Weeks from the newest sample to now, whole and under `weeksLeft`; 0 by
   * default. They are gone: nothing is forecast for them, nobody can be won.
   */
  weeksBehind?: number;
  /** The same seed gives the same forecast. */
  seed: number;
}

/** What is said of a share that has enough samples. */
export interface ShareForecast {
  model: string;
  /** That the share is at the goal on the deadline. */
  probability: number;
  /** The scale that gives the goal the better chance. */
  scale: ScaleName;
  /** Where the share may be on the deadline. */
  end: FanPoint;
  /** Week in which the trend is at the goal; undefined if not at this pace. */
  goalReachedIn: number | undefined;
  /** Net new active users per week along the trend. */
  achievedPerWeek: number;
  /** People by whom they would have to grow to make it. */
  requiredPerWeek: number;
}

export type Forecast =
  | { status: 'insufficient-data'; samplesMissing: number }
  | ({ status: 'forecast' } & ShareForecast);

/**
 * Whether a share will be at its goal on a deadline.
 *
 * Two trends are drawn into the future, one on a linear and one on a logit
 * scale, because adoption that succeeds grows along an S: on a straight line
 * alone most portals that will make it look lost half-way. The better of the
 * two chances counts; the range holds the futures of both.
 */
export function forecastShare(request: ForecastRequest): Forecast {
  const samples = request.samples.slice(-SAMPLES);
  if (samples.length < SAMPLES) {
    const samplesMissing = SAMPLES - samples.length;
    return { status: 'insufficient-data', samplesMissing };
  }
  const projections = projectionsOf(request);
  const last = samples[SAMPLES - 1].week;
  const linear = chance(request, projections, 'linear');
  const logit = chance(request, projections, 'logit');
  const scale = logit > linear ? 'logit' : 'linear';
  return {
    status: 'forecast',
    model: MODEL,
    probability: Math.max(linear, logit),
    scale,
    end: fanPointAfter(projections, { last, weeks: request.weeksLeft }),
    goalReachedIn: crossing(request, projections[scale], scale),
    ...pacesOf(request, projections[scale], scale),
  };
}

/**
 * Where the share may be at the end of each week from now to the deadline, which
 * is the last point. To be asked only of a request that has a forecast.
 */
export function forecastFan(request: ForecastRequest): FanPoint[] {
  const { samples, weeksLeft, weeksBehind = 0 } = request;
  const projections = projectionsOf(request);
  const last = lastOf(samples).week;
  const length = Math.ceil(weeksLeft - weeksBehind);
  return Array.from({ length }, (_, index) => {
    const weeks = Math.min(weeksBehind + index + 1, weeksLeft);
    return fanPointAfter(projections, { last, weeks });
  });
}

function projectionsOf(request: ForecastRequest): Projections {
  return {
    linear: projectOn(request, 'linear'),
    logit: projectOn(request, 'logit'),
  };
}

function projectOn(
  { samples, seed }: ForecastRequest,
  scale: ScaleName,
): Projection {
  const { from, bend } = scales[scale];
  const points = samples.slice(-SAMPLES).map(sample => ({
    at: sample.week,
    value: from(sample.active / sample.developers),
  }));
  return project(points, { draws: DRAWS, bend, random: seededRandom(seed) });
}

function chance(
  { goal, weeksLeft }: ForecastRequest,
  projections: Projections,
  scale: ScaleName,
): number {
  const least = scales[scale].from(goal);
  return projections[scale].after(weeksLeft).atLeast(least);
}

function crossing(
  { samples, goal }: ForecastRequest,
  { trend }: Projection,
  scale: ScaleName,
): number | undefined {
  const last = lastOf(samples).week;
  const missing = scales[scale].from(goal) - valueAt(trend, last);
  if (missing <= 0) {
    return last;
  }
  const weeks = missing / trend.slope;
  return trend.slope > 0 && weeks <= FURTHEST_WEEKS ? last + weeks : undefined;
}

function pacesOf(
  { samples, goal, weeksLeft, weeksBehind = 0 }: ForecastRequest,
  { trend }: Projection,
  scale: ScaleName,
) {
  const { to } = scales[scale];
  const { week, active, developers } = lastOf(samples);
  const growth = to(valueAt(trend, week)) - to(valueAt(trend, week - 1));
  return {
    achievedPerWeek: growth * developers,
    requiredPerWeek:
      Math.max(0, goal * developers - active) / (weeksLeft - weeksBehind),
  };
}

function lastOf(samples: WeeklySample[]): WeeklySample {
  return samples[samples.length - 1];
}
