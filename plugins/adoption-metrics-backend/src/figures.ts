import { stalenessDefinition, StalenessReporter } from './catalog';
import { AdoptionMetricsConfig } from './config';
import { oldestHeldDay } from './database';
import { measuredPageLoads } from './pageLoad';
import {
  ActiveUsersFigure,
  CurrentDefinitions,
  FigureSource,
  PageLoadFigure,
  ScorecardReporter,
  StaleEntitiesFigure,
  UptimeFigure,
} from './scorecard';
import { CollectionOptions } from './collection';
import { Stores } from './stores';
import { UptimeOverview, UptimeReporter } from './uptime';

/** The four figures, in the order in which they are shown. */
export function createFigures({
  config,
  stores,
  rules,
}: Pick<CollectionOptions, 'config' | 'stores' | 'rules'>): FigureSource[] {
  const { zone, targets } = config;
  const { samples } = stores;
  return [
    new ActiveUsersFigure({
      ...stores,
      target: targets['active-users'],
      zone,
      headCount: config.developers.headCount,
      heldFrom: rule => oldestHeldDay(stores.settings, [rule]),
      privacyFloor: config.privacyFloor,
    }),
    new PageLoadFigure({
      target: targets['page-load'],
      zone,
      samples,
      loads: stores.pageLoads,
      heldFrom: () => oldestHeldDay(stores.settings, measuredPageLoads),
    }),
    new UptimeFigure({
      target: targets.uptime,
      zone,
      reporter: createUptimeReporter(config, stores),
    }),
    new StaleEntitiesFigure({
      target: targets['stale-entities'],
      zone,
      reporter: new StalenessReporter({ store: stores.scans }),
      definition: stalenessDefinition(config.catalog.kinds, rules),
    }),
  ];
}

/** Measures uptime from everything that is stored of it. */
export function createUptimeReporter(
  { uptime }: AdoptionMetricsConfig,
  stores: Stores,
): UptimeReporter {
  return new UptimeReporter({
    ...uptime,
    ...stores,
    store: stores.heartbeats,
  });
}

/** Answers what people ask about uptime. */
export function createUptimeOverview({
  config,
  stores,
}: CollectionOptions): UptimeOverview {
  return new UptimeOverview({
    reporter: createUptimeReporter(config, stores),
    components: stores.components,
    notes: stores.incidentNotes,
    config: config.uptime,
    target: config.targets.uptime.value,
  });
}

/** Composes the scorecard of these figures. */
export function createScorecardReporter(
  { clock, config, stores }: CollectionOptions,
  given: { figures: FigureSource[]; definitions: CurrentDefinitions },
): ScorecardReporter {
  return new ScorecardReporter({
    ...given,
    clock,
    zone: config.zone,
    samples: stores.samples,
    history: stores.history,
  });
}
