import { FanPoint, fanPointAfter, Projections } from './fan';
import { project, Projection } from './project';
import { seededRandom } from './random';
import { ScaleName, scales } from './scales';
import { valueAt } from './theilSen';

/** Version of the model, stored with each forecast. */
const MODEL = 'theil-sen-linear-logit-1';

/**
 * How many weekly samples a forecast uses. With fewer, noise hides a trend;
 * older ones hide that growth has stalled.
 */
const SAMPLES = 8;

/** A goal that is further away counts as not reached at this pace. */
export const FURTHEST_WEEKS = 520;

const DRAWS = 60;

/** The share of active users at the end of a week. */
export interface WeeklySample {
  /** Number of the week: consecutive weeks are consecutive integers. */
  week: number;
  active: number;
  /** At least 1. */
  developers: number;
  /**
   * The observed share of the window, from 0 to 1, if days were not observed
   * and `active` is a lower bound.
   */
  coverage?: number;
}

export interface ForecastRequest {
  /** Complete samples by week; weeks can be missing. */
  samples: WeeklySample[];
  /** The share to reach, between 0 and 1. */
  goal: number;
  /** Weeks from the newest sample to the deadline, above 0. */
  weeksLeft: number;
  /**
   * Whole weeks since the newest sample, less than `weeksLeft`. Defaults to 0.
   * They are in the past, so nothing can be achieved in them.
   */
  weeksBehind?: number;
  /** The same seed leads to the same forecast. */
  seed: number;
}

/** A forecast for a share. */
export interface ShareForecast {
  model: string;
  /** The probability that the goal is reached at the deadline. */
  probability: number;
  /** The scale with the higher probability. */
  scale: ScaleName;
  /** Percentiles of the share at the deadline. */
  end: FanPoint;
  /** The week in which the trend reaches the goal; undefined if it does not. */
  goalReachedIn: number | undefined;
  /** Net new active users per week along the trend. */
  achievedPerWeek: number;
  /** Net new active users per week that would be needed. */
  requiredPerWeek: number;
}

export type Forecast =
  | { status: 'insufficient-data'; samplesMissing: number }
  | ({ status: 'forecast' } & ShareForecast);

/**
 * Forecasts whether a share reaches its goal by a deadline.
 *
 * Extrapolates two trends, on a linear and on a logit scale, because successful
 * adoption follows an S-curve: on a linear scale alone, most portals that
 * succeed look lost half-way. Uses the higher probability of both; the range
 * covers both.
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
 * Percentiles at the end of each week from now to the deadline. Only call it
 * for requests that have a forecast.
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
