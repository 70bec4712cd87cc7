import {
  AuditorService,
  LoggerService,
  RootHealthService,
} from '@backstage/backend-plugin-api';
import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Clock, Probe } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AccessControl } from '../http';
import { SettingsStore } from '../database';
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
import { MaintenanceService } from './MaintenanceService';
import { uptimeRetention } from './retention';
import { UptimeMetric } from './UptimeMetric';
import { UptimeOverview } from './UptimeOverview';
import { UptimeReporter } from './UptimeReporter';
import { createUptimeRouter } from './uptimeRoutes';

interface UptimeHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  access: AccessControl;
  auditor: AuditorService;
  health: RootHealthService;
  logger: LoggerService;
  settings: SettingsStore;
  config: UptimeConfig;
  target: Target;
  /** Probes of modules. */
  probes: Probe[];
  lateDays: LateDays;
}

/** Observes whether the portal is up, and measures for how much of the time. */
export async function createUptime(handles: UptimeHandles) {
  const { knex, zone, clock, access, auditor, health, logger } = handles;
  const { settings, config, target, probes, lateDays } = handles;
  const heartbeats = new DatabaseHeartbeatStore(knex);
  const components = new DatabaseComponentStore(knex);
  const maintenance = new DatabaseMaintenanceStore(knex);
  const notes = new IncidentNoteStore(knex);
  const period = config.heartbeatPeriod;
  const reporter = new UptimeReporter({
    store: heartbeats,
    settings,
    components,
    maintenance,
    gaps: config.gaps,
    excludeLate: config.excludeLate,
  });
  const overview = new UptimeOverview({
    reporter,
    components,
    notes,
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
      routers: [
        createUptimeRouter({
          access,
          auditor,
          clock,
          notes,
          overview,
          maintenance: new MaintenanceService({
            store: maintenance,
            clock,
            excludeLate: config.excludeLate,
            lateDays,
          }),
          recorder: new CheckRecorder({
            store: components,
            config,
            clock,
            lateDays,
          }),
          health: new HealthReporter({ store: heartbeats, clock, period }),
        }),
      ],
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
