import {
  LoggerService,
  RootHealthService,
} from '@backstage/backend-plugin-api';
import { Target } from 'backstage-plugin-adoption-metrics-common';
import { Clock, Probe } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import {
  describeDatabaseError,
  OwnConnection,
  SettingsStore,
} from '../database';
import { CursorFactory } from '../http';
import { Task } from '../parts';
import { LateDays } from '../samples';
import { Interval, ReportingZone } from '../time';
import { checkHeartbeats } from './checkHeartbeats';
import { CheckRecorder } from './CheckRecorder';
import { upTimes } from './heartbeat';
import { unownedComponents, UptimeConfig } from './config';
import { createHeartbeat } from './createHeartbeat';
import { PORTAL } from './probes/config';
import { createProbeTasks } from './probes/createProbeTasks';
import { ComponentStore } from './ComponentStore';
import { ANSWER_TIMEOUT, HeartbeatStore } from './HeartbeatStore';
import { MaintenanceStore } from './MaintenanceStore';
import { HealthReporter } from './HealthReporter';
import { IncidentNoteStore } from './IncidentNoteStore';
import { IncidentService } from './IncidentService';
import { ObserverBudget } from './ObserverBudget';
import { Observers } from './Observers';
import { PROCESSES } from './incidents';
import { MaintenanceService } from './MaintenanceService';
import { uptimeRetention } from './retention';
import { createUptimeRoutes } from './routes';
import { UptimeMetric } from './UptimeMetric';
import { UptimeOverview } from './UptimeOverview';
import { UptimeReporter } from './UptimeReporter';
import { uptimeTimes } from './times';

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
  /** Probes added by modules. */
  probes: Probe[];
}

/** Observes whether the portal is up, and measures uptime. */
export async function createUptime(handles: UptimeHandles) {
  const { knex, zone, clock, settings, config, target } = handles;
  warnOfUnowned(handles);
  const connection = openConnection(handles);
  const heartbeats = new HeartbeatStore(knex, connection);
  const components = new ComponentStore(knex);
  const maintenance = new MaintenanceStore(knex);
  const notes = new IncidentNoteStore(knex);
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
    config,
    target: target.value,
  });
  const heartbeat = createHeartbeat({
    store: heartbeats,
    health: handles.health,
    clock,
    logger: handles.logger,
    period: config.heartbeatPeriod,
  });
  return {
    heartbeats,
    incidentNotes: notes,
    /** When any replica sent heartbeats, in and around a window. */
    beats: async (window: Interval) => upTimes(await heartbeats.during(window)),
    overview,
    part: {
      routes: createRoutes(handles, {
        heartbeats,
        components,
        maintenance,
        notes,
        reporter,
        overview,
      }),
      tasks: await createTasks(handles, components),
      retention: uptimeRetention,
      times: uptimeTimes,
      personalData: { signedActs: [maintenance, notes] },
      metric: new UptimeMetric({ target, zone, reporter }),
      diagnostics: [() => checkHeartbeats(heartbeats, connection, clock.now())],
      startup: () => heartbeat.start(),
      async shutdown() {
        await heartbeat.stop();
        await connection.close();
      },
    },
  };
}

function warnOfUnowned({ config, logger }: UptimeHandles): void {
  for (const name of unownedComponents(config)) {
    const key = `adoptionMetrics.uptime.checks.${name}`;
    logger.warn(
      `${key} counts, and the first observer that reports on it decides whether the portal was up; name the subject of its token as ${key}.observer`,
    );
  }
}

// A pool that is used to capacity must not look like an outage.
function openConnection({ knex, logger }: UptimeHandles): OwnConnection {
  return new OwnConnection(knex, {
    timeout: ANSWER_TIMEOUT,
    onRefused: error =>
      logger.warn(
        `Heartbeats could not open a separate database connection (${describeDatabaseError(
          error,
        )}) and share the connections of requests`,
      ),
  });
}

function createRoutes(
  {
    knex,
    zone,
    clock,
    logger,
    cursors,
    lateDays,
    config,
    probes,
  }: UptimeHandles,
  built: {
    heartbeats: HeartbeatStore;
    components: ComponentStore;
    maintenance: MaintenanceStore;
    notes: IncidentNoteStore;
    reporter: UptimeReporter;
    overview: UptimeOverview;
  },
) {
  const { heartbeats, components, maintenance } = built;
  const { notes, reporter, overview } = built;
  return createUptimeRoutes({
    zone,
    clock,
    overview,
    incidents: new IncidentService({ reporter, notes, clock, cursors }),
    maintenance: new MaintenanceService({
      store: maintenance,
      clock,
      excludeLate: config.excludeLate,
      lateDays,
    }),
    checks: new CheckRecorder({
      store: components,
      observers: new Observers({
        store: components,
        config,
        reserved: [
          PROCESSES,
          PORTAL,
          ...config.probeNames,
          ...probes.map(({ name }) => name),
        ],
      }),
      budget: new ObserverBudget({
        knex,
        clock,
        logger,
        checksPerDay: config.checksPerDay,
      }),
      clock,
      lateDays,
    }),
    health: new HealthReporter({
      store: heartbeats,
      clock,
      period: config.heartbeatPeriod,
    }),
  });
}

function createTasks(
  { config, probes, clock, logger, health }: UptimeHandles,
  components: ComponentStore,
): Promise<Task[]> {
  return createProbeTasks({
    configured: config.probes,
    added: probes,
    period: config.probePeriod,
    components,
    clock,
    logger,
    health,
  });
}
