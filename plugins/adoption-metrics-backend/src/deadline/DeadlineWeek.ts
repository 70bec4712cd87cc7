import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../time';
import { FanPoint } from './forecast/fan';
import { ShareForecast } from './forecast/forecastShare';
import { Risk } from './risk';

/** A forecast with what it was made from, so that it can be made again. */
export interface StoredForecast extends ShareForecast {
  seed: number;
  fan: FanPoint[];
}

/** What was known of a deadline at the end of a week. */
export interface DeadlineWeek {
  /** Last day of the ISO week. */
  week: Day;
  state: DeadlineState;
  risk: Risk;
  /** Undefined if that week has no complete metric. */
  measured?: { active: number; developers: number };
  /** Whether days were not observed, so that at least so many were active. */
  isPartial?: true;
  forecast?: StoredForecast;
  /** Present without a forecast: how many weekly values it needs still. */
  samplesMissing?: number;
}

/** As it is stored. */
export interface StoredWeek extends DeadlineWeek {
  deadlineId: number;
  /**
   * 0 for what was known at the end of the week. A correction, made when it
   * shows later that days were not observed, has the next number.
   */
  revision: number;
  /** ms UTC. */
  evaluatedAt: number;
}
