import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import {
  installationInstant,
  recordInstallation,
  SettingsStore,
} from '../database';
import { MetricSource, Part, Task } from '../parts';
import {
  ImportedDays,
  RollupStore,
  SampleHistoryStore,
  SampleStore,
} from '../samples';
import { AgreedClock, ReportingZone } from '../time';
import { checkClosedDays } from './checkClosedDays';
import { CurrentDefinitions } from './CurrentDefinitions';
import { DailyRollup } from './DailyRollup';
import { DefinitionStore } from './DefinitionStore';
import { scorecardGauges } from './gauges';
import { LateEventCounter } from './LateEventCounter';
import { createScorecardRoutes } from './routes';
import { ScorecardReporter } from './ScorecardReporter';

interface ScorecardHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: AgreedClock;
  logger: LoggerService;
  settings: SettingsStore;
  samples: SampleStore;
  rollups: RollupStore;
  history: SampleHistoryStore;
  imported: ImportedDays;
  /** Changes whenever data about closed days may have changed. */
  closedDaysState(): Promise<string>;
  /** Parts with metrics. */
  measured: Part[];
  /** Corrects times in the future, in all folders. */
  correctTimes?(now: number): Promise<boolean>;
}

/** Rolls up closed days, and judges metrics by their targets. */
export async function createScorecard(handles: ScorecardHandles) {
  const { knex, zone, clock, logger, settings } = handles;
  const { samples, rollups, history, imported, measured } = handles;
  const metrics = metricsOf(measured);
  const definitions = await CurrentDefinitions.establish({
    store: new DefinitionStore(knex),
    metrics,
    timeZone: zone.name,
    today: zone.dayOf(clock.now()),
  });
  const reporter = new ScorecardReporter({
    metrics,
    definitions,
    clock,
    zone,
    samples,
    history,
    firstDay: async () => {
      const instant = await installationInstant(settings);
      return instant === undefined ? undefined : zone.dayOf(instant);
    },
  });
  const rollup = new DailyRollup({
    clock,
    zone,
    metrics,
    rollups,
    samples,
    definitionVersion: metric => definitions.versionOf(metric),
    firstDay: async () => {
      if ((await installationInstant(settings)) === undefined) {
        return undefined;
      }
      // If the clock was ahead at the first start, the stored time is too late.
      const installed = await recordInstallation(settings, clock.now());
      return Math.min(
        zone.dayOf(installed),
        (await imported.firstDay()) ?? Infinity,
      );
    },
    isImporting: () => imported.areComing(),
    correctTimes: handles.correctTimes,
  });
  return {
    reporter,
    rollup,
    part: {
      routes: createScorecardRoutes({
        reporter,
        samples,
        clock,
        zone,
        closedDaysState: handles.closedDaysState,
      }),
      tasks: [rollupTask(rollup, logger)],
      diagnostics: [
        () => checkClosedDays({ samples, reporter, zone, now: clock.now() }),
      ],
      gauges: scorecardGauges({ metrics, reporter }),
      counters: [new LateEventCounter({ clock, zone })],
    },
  };
}

function metricsOf(parts: Part[]): MetricSource[] {
  return parts.flatMap(({ metric }) => metric ?? []);
}

function rollupTask(rollup: DailyRollup, logger: LoggerService): Task {
  return {
    id: 'daily-rollup',
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 5 },
    run: async signal => {
      const days = await rollup.rollUpDays(signal);
      if (days > 0) {
        logger.info(`Closed ${days} ${days === 1 ? 'day' : 'days'}`);
      }
    },
  };
}
