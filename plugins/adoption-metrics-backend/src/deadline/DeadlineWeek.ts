import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../time';
import { FanPoint } from './forecast/fan';
import { ShareForecast } from './forecast/forecastShare';
import { Risk } from './risk';

/** A forecast with its inputs, so that it can be reproduced. */
export interface StoredForecast extends ShareForecast {
  seed: number;
  fan: FanPoint[];
}

/** What was known about a deadline at the end of a week. */
export interface DeadlineWeek {
  /** Last day of the ISO week. */
  week: Day;
  state: DeadlineState;
  risk: Risk;
  /** Undefined if the week was not measured completely. */
  measured?: { active: number; developers: number };
  /**
   * Whether some days were not observed, so that the number is a lower bound.
   */
  isPartial?: true;
  forecast?: StoredForecast;
  /**
   * How many weekly values are missing for a forecast; undefined if there is
   * one.
   */
  samplesMissing?: number;
}

/** A stored evaluation. */
export interface StoredWeek extends DeadlineWeek {
  deadlineId: number;
  /**
   * 0 for what was known at the end of the week. Corrections, if days turn out
   * to be unobserved or observed after all, have higher numbers.
   */
  revision: number;
  /** ms UTC. */
  evaluatedAt: number;
}
