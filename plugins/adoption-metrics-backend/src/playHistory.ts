import { HistorySource } from 'backstage-plugin-adoption-metrics-node';
import { EventIngest } from './activity';
import {
  CollectionOptions,
  createCommitter,
  createDeveloperCollector,
  createScanner,
} from './collection';
import { createProgrammeKeeper } from './deadline';
import { toldProgramme } from './programme';
import { HistoryImporter, SettableClock } from './scorecard';
import { Services } from './services';

/** How far back a heartbeat is looked for, in ms. */
const RECENT_MS = 400 * 86_400_000;

/**
 * Plays what a history source tells, in the background. A history that cannot
 * be played is logged and does not stop the plugin.
 */
export async function playHistory(options: {
  source: HistorySource;
  collection: CollectionOptions;
  services: Services;
}): Promise<void> {
  const { source, collection, services } = options;
  const { knex, config, stores, pseudonymize, clock } = collection;
  const abort = new AbortController();
  services.lifecycle.addShutdownHook(() => abort.abort());
  const stageClock = new SettableClock();
  const committer = createCommitter(collection);
  try {
    const importer = new HistoryImporter({
      source,
      clock,
      settings: stores.settings,
      store: stores.history,
      logger: services.logger,
      lastBeatAt: await findLastBeat(collection),
      stage: {
        clock: stageClock,
        zone: config.zone,
        knex,
        kinds: config.catalog.kinds,
        developers: createDeveloperCollector(collection),
        scanner: createScanner(collection, stageClock),
        commit: batches => committer.commit(batches),
        setProgramme: told =>
          createProgrammeKeeper(collection).adoptTold(
            toldProgramme(told, config.zone.dayOf(stageClock.now())),
            stageClock.now(),
          ),
        createIngest: submit =>
          new EventIngest({ clock: stageClock, pseudonymize, submit }),
      },
    });
    await importer.run(abort.signal);
  } catch (error) {
    if (!abort.signal.aborted) {
      services.logger.error(`The history could not be played: ${error}`);
    }
  }
}

async function findLastBeat({ stores, clock }: CollectionOptions) {
  const now = clock.now();
  const beats = await stores.heartbeats.during({
    from: now - RECENT_MS,
    to: now,
  });
  return beats.length === 0
    ? undefined
    : Math.max(...beats.map(({ lastBeatAt }) => lastBeatAt));
}
