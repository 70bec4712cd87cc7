import { Router } from 'express';
import { AccessControl } from './access';
import { createEventsRouter, EventIngest } from './activity';
import { StalenessReporter } from './catalog';
import { CollectionOptions } from './collection';
import {
  createScorecardRouter,
  CurrentDefinitions,
  diagnose,
  FigureSource,
  ScorecardReporter,
} from './scorecard';
import { Services } from './services';

interface RouterOptions {
  services: Services;
  collection: CollectionOptions;
  figures: FigureSource[];
  definitions: CurrentDefinitions;
  ingest: EventIngest;
}

/** The routes of every folder, each with what it needs. */
export function createRouters(options: RouterOptions): Router[] {
  const { services, collection, ingest } = options;
  const access = new AccessControl({
    ...services,
    config: collection.config.access,
  });
  return [
    createEventsRouter({ access, ingest }),
    scorecardRouter(options, access),
  ];
}

function scorecardRouter(
  { services, collection, figures, definitions }: RouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores } = collection;
  const { zone } = config;
  return createScorecardRouter({
    access,
    clock,
    zone,
    samples: stores.samples,
    reporter: new ScorecardReporter({
      clock,
      zone,
      figures,
      definitions,
      samples: stores.samples,
      history: stores.history,
    }),
    diagnose: () =>
      diagnose({
        clock,
        zone,
        config: services.config,
        activity: stores.activity,
        developers: stores.developers,
        staleness: new StalenessReporter({ store: stores.scans }),
      }),
  });
}
