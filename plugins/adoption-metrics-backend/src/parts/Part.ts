import { Diagnostic } from 'backstage-plugin-adoption-metrics-common';
import { DatedColumn, RetentionRule } from '../database';
import { RouteHandlers } from '../http';
import { GaugeGroup } from '../telemetry';
import { EventCounter } from './EventCounter';
import { MetricSource } from './MetricSource';
import { PersonalData } from './PersonalData';
import { Task } from './Task';

/**
 * What a folder contributes to the plugin. `createAdoptionMetrics` collects the
 * parts of all folders and puts them together; a folder lists only what it has.
 */
export interface Part {
  /** Answers to rows of the contract. */
  routes?: RouteHandlers;
  /** What has to be done from time to time. */
  tasks?: Task[];
  /** How long the folder's tables keep what. */
  retention?: RetentionRule[];
  /** When things happened, so that none of it stays in the future. */
  times?: DatedColumn[];
  /** What the folder holds about people. */
  personalData?: PersonalData;
  /** What is added up from the events of browsers. */
  counters?: EventCounter[];
  /** What the folder measures against a target. */
  metric?: MetricSource;
  /** What OpenTelemetry may observe. */
  gauges?: GaugeGroup;
  /** Data health: checks of everything the metrics depend on. */
  diagnostics?: Array<() => Promise<Diagnostic>>;
  /** Called once the backend has started. */
  startup?(): void;
  /** Called when the backend shuts down; finishes what is under way. */
  shutdown?(): Promise<void>;
}
