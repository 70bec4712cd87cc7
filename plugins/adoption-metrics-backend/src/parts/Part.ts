import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { DatedColumn, RetentionRule } from '../database';
import { RouteHandlers } from '../http';
import { GaugeGroup } from '../telemetry';
import { EventCounter } from './EventCounter';
import { MetricSource } from './MetricSource';
import { PersonalData } from './PersonalData';
import { Task } from './Task';

/**
 * What a folder contributes to the plugin. `createAdoptionMetrics` combines the
 * parts of all folders. Each folder only sets what it has.
 */
export interface Part {
  /** Handlers for routes of the contract. */
  routes?: RouteHandlers;
  /** Scheduled tasks. */
  tasks?: Task[];
  /** How long each table of the folder is kept. */
  retention?: RetentionRule[];
  /** Columns with times, which are corrected if they lie in the future. */
  times?: DatedColumn[];
  /** Data about people. */
  personalData?: PersonalData;
  /** Counters for events from browsers. */
  counters?: EventCounter[];
  /** A metric with a target. */
  metric?: MetricSource;
  /** Gauges for OpenTelemetry. */
  gauges?: GaugeGroup;
  /** Health checks of everything the metrics depend on. */
  diagnostics?: Array<() => Promise<Diagnostic>>;
  /** Called once the backend has started. */
  startup?(): void;
  /** Called when the backend shuts down. Finishes pending work. */
  shutdown?(): Promise<void>;
}
