import {
  RootConfigService,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import { createPeople, personRef, PersonalBatch } from '../load/batches';
import {
  CollectionOptions,
  createCloser,
  createCommitter,
  createDeveloperCollector,
  createFigures,
  createPseudonymizer,
  createRetention,
  createStalenessRules,
  createStores,
  CurrentDefinitions,
  isSqlite,
  openDatabase,
  readConfig,
  recordInstallation,
  resolveSecret,
  SettableClock,
  SubmittedBatch,
} from '../pluginInternals';
import { organizationOf } from './organization';
import { Past } from './Past';

/** What the plugin does day by day, at any time that it is told. */
export class PluginAtWork {
  readonly #never = new AbortController().signal;

  private constructor(
    private readonly collection: CollectionOptions,
    private readonly clock: SettableClock,
    private readonly committer: ReturnType<typeof createCommitter>,
  ) {}

  static async open(services: {
    config: RootConfigService;
    database: DatabaseService;
  }): Promise<PluginAtWork> {
    const knex = await openDatabase(services.database);
    const config = readConfig(services.config);
    const stores = createStores(knex, config);
    const { settings } = stores;
    const secret = await resolveSecret({ configured: undefined, settings });
    const pseudonymize = createPseudonymizer(secret);
    const clock = new SettableClock();
    const rules = createStalenessRules(config.catalog);
    const collection = { knex, config, stores, rules, pseudonymize, clock };
    return new PluginAtWork(collection, clock, createCommitter(collection));
  }

  get zone() {
    return this.collection.config.zone;
  }

  setClock(instant: number): void {
    this.clock.set(instant);
  }

  /** Learns who the developers are, since now. */
  async begin({ people, teams }: Past): Promise<void> {
    const now = this.clock.now();
    await recordInstallation(this.collection.stores.settings, now);
    await createDeveloperCollector(this.collection).collect(
      organizationOf(createPeople(people), teams),
      this.zone.dayOf(now),
    );
  }

  /** Counts batches as if they had just come. */
  async take(batches: PersonalBatch[]): Promise<void> {
    await this.committer.commit(batches.map(batch => this.#submit(batch)));
  }

  /** Has days closed again that were closed before. */
  async markDirty(days: number[]): Promise<void> {
    await this.collection.stores.closes.markDirty(days);
  }

  /** Closes the days that are over. */
  async closeDays(): Promise<void> {
    const { stores } = this.collection;
    const figures = createFigures(this.collection);
    const definitions = await CurrentDefinitions.establish({
      store: stores.definitions,
      figures,
      timeZone: this.zone.name,
      today: this.zone.dayOf(this.clock.now()),
    });
    const closer = createCloser(this.collection, figures, definitions);
    await closer.closeDays(this.#never);
  }

  /** Removes what was kept long enough. */
  async removeExpired(): Promise<void> {
    await createRetention(this.collection).run(this.#never);
    // Weeks pass in seconds: the engine would not get around to it by itself.
    if (!isSqlite(this.collection.knex)) {
      await this.collection.knex.raw('vacuum');
    }
  }

  #submit({ batchId, person, events }: PersonalBatch): SubmittedBatch {
    return {
      batchId,
      pseudonym: this.collection.pseudonymize(personRef(person)),
      receivedAt: this.clock.now(),
      events: events.map(event => ({ event, at: Date.parse(event.at) })),
      rejected: [],
    };
  }
}
