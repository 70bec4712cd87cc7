import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { AccessControl } from '../http';
import { installationInstant, SettingsStore } from '../database';
import { FigureSource, Part, Task } from '../parts';
import { DayCloseStore, SampleHistoryStore, SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { CurrentDefinitions } from './CurrentDefinitions';
import { DayCloser } from './DayCloser';
import { DefinitionStore } from './DefinitionStore';
import { DirtyDayCounter } from './DirtyDayCounter';
import { createScorecardRouter } from './routes';
import { ScorecardReporter } from './ScorecardReporter';

interface ScorecardHandles {
  knex: Knex;
  zone: ReportingZone;
  clock: Clock;
  access: AccessControl;
  logger: LoggerService;
  settings: SettingsStore;
  samples: SampleStore;
  closes: DayCloseStore;
  history: SampleHistoryStore;
  /** The parts of the folders that measure. */
  measured: Part[];
}

/** Rolls closed days up into samples, and judges metrics by their targets. */
export async function createScorecard(handles: ScorecardHandles) {
  const { knex, zone, clock, access, logger, settings } = handles;
  const { samples, closes, history, measured } = handles;
  const figures = metricsOf(measured);
  const definitions = await CurrentDefinitions.establish({
    store: new DefinitionStore(knex),
    figures,
    timeZone: zone.name,
    today: zone.dayOf(clock.now()),
  });
  const reporter = new ScorecardReporter({
    figures,
    definitions,
    clock,
    zone,
    samples,
    history,
  });
  const closer = new DayCloser({
    clock,
    zone,
    figures,
    closes,
    samples,
    definitionVersion: figure => definitions.versionOf(figure),
    firstDay: async () => {
      const installed = await installationInstant(settings);
      return installed === undefined ? undefined : zone.dayOf(installed);
    },
  });
  return {
    reporter,
    closer,
    part: {
      routers: [
        createScorecardRouter({ access, reporter, samples, clock, zone }),
      ],
      tasks: [rollupTask(closer, logger)],
      counters: [new DirtyDayCounter({ clock, zone })],
    },
  };
}

function metricsOf(parts: Part[]): FigureSource[] {
  return parts.flatMap(({ metric }) => metric ?? []);
}

function rollupTask(closer: DayCloser, logger: LoggerService): Task {
  return {
    id: 'daily-rollup',
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 5 },
    run: async signal => {
      const days = await closer.closeDays(signal);
      if (days > 0) {
        logger.info(`Closed ${days} ${days === 1 ? 'day' : 'days'}`);
      }
    },
  };
}
