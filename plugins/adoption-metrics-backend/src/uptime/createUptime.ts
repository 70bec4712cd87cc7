import {
  LoggerService,
  RootHealthService,
} from '@backstage/backend-plugin-api';
import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Clock, Probe } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { SettingsStore } from '../database';
import { CursorFactory } from '../http';
import { LateDays } from '../samples';
import { ReportingZone } from '../time';
import { checkHeartbeats } from './checkHeartbeats';
import { CheckRecorder } from './CheckRecorder';
import { UptimeConfig } from './config';
import { createHeartbeat } from './createHeartbeat';
import { createProbeTasks } from './createProbeTasks';
import { DatabaseComponentStore } from './DatabaseComponentStore';
import { DatabaseHeartbeatStore } from './DatabaseHeartbeatStore';
import { DatabaseMaintenanceStore } from './DatabaseMaintenanceStore';
import { HealthReporter } from './HealthReporter';
import { IncidentNoteStore } from './IncidentNoteStore';
import { IncidentService } from './IncidentService';
import { MaintenanceService } from './MaintenanceService';
import { uptimeRetention } from './retention';
import { createUptimeRoutes } from './routes';
import { UptimeMetric } from './UptimeMetric';
import { UptimeOverview } from './UptimeOverview';
import { UptimeReporter } from './UptimeReporter';

interface UptimeHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  health: RootHealthService;
  logger: LoggerService;
  settings: SettingsStore;
  cursors: CursorFactory;
  lateDays: LateDays;
  config: UptimeConfig;
  target: Target;
  /** Probes of modules. */
  probes: Probe[];
}

/** Observes whether the portal is up, and measures uptime. */
export async function createUptime(handles: UptimeHandles) {
  const { knex, zone, clock, health, logger, settings } = handles;
  const { cursors, lateDays, config, target, probes } = handles;
  const period = config.heartbeatPeriod;
  const { excludeLate, gaps } = config;
  const heartbeats = new DatabaseHeartbeatStore(knex);
  const components = new DatabaseComponentStore(knex);
  const maintenance = new DatabaseMaintenanceStore(knex);
  const notes = new IncidentNoteStore(knex);
  const reporter = new UptimeReporter({
    store: heartbeats,
    settings,
    components,
    maintenance,
    gaps,
    excludeLate,
  });
  const overview = new UptimeOverview({
    reporter,
    components,
    config,
    target: target.value,
  });
  const heartbeat = createHeartbeat({
    store: heartbeats,
    health,
    clock,
    logger,
    period,
  });
  return {
    heartbeats,
    overview,
    part: {
      routes: createUptimeRoutes({
        zone,
        clock,
        overview,
        incidents: new IncidentService({ reporter, notes, clock, cursors }),
        maintenance: new MaintenanceService({
          store: maintenance,
          clock,
          excludeLate,
          lateDays,
        }),
        checks: new CheckRecorder({
          store: components,
          config,
          clock,
          lateDays,
        }),
        health: new HealthReporter({ store: heartbeats, clock, period }),
      }),
      tasks: await createProbeTasks({
        configured: config.probes,
        added: probes,
        period: config.probePeriod,
        components,
        clock,
        logger,
        health,
      }),
      retention: uptimeRetention,
      personalData: { signedActs: [maintenance, notes] },
      metric: new UptimeMetric({ target, zone, reporter }),
      diagnostics: [() => checkHeartbeats(heartbeats, clock.now())],
      startup: () => heartbeat.start(),
      shutdown: () => heartbeat.stop(),
    },
  };
}
