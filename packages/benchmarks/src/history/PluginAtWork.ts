import {
  RootConfigService,
  DatabaseService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { createPeople, personRef, PersonalBatch } from '../load/batches';
import {
  assemble,
  Assembled,
  isSqlite,
  openDatabase,
  recordInstallation,
  SettableClock,
  SubmittedBatch,
} from '../pluginInternals';
import { organizationOf } from './organization';
import { Past } from './Past';

/** Runs the plugin's daily work at any given time. */
export class PluginAtWork {
  readonly #never = new AbortController().signal;

  private constructor(
    private readonly knex: Knex,
    private readonly portal: Assembled,
    private readonly clock: SettableClock,
  ) {}

  static async open(services: {
    config: RootConfigService;
    database: DatabaseService;
  }): Promise<PluginAtWork> {
    const knex = await openDatabase(services.database);
    const clock = new SettableClock();
    const portal = await assemble({
      knex,
      clock,
      adoptionMetrics: services.config.getOptional('adoptionMetrics'),
      secret: null,
    });
    return new PluginAtWork(knex, portal, clock);
  }

  get zone() {
    return this.portal.zone;
  }

  setClock(instant: number): void {
    this.clock.set(instant);
  }

  /** Sets the developers as of now. */
  async begin({ people, teams }: Past): Promise<void> {
    const now = this.clock.now();
    await recordInstallation(this.portal.settings, now);
    await this.portal.people.importedDevelopers.collect(
      organizationOf(createPeople(people), teams),
      this.zone.dayOf(now),
    );
  }

  /** Stores batches as if they had just arrived. */
  async take(batches: PersonalBatch[]): Promise<void> {
    const { committer } = this.portal.ingest;
    await committer.commit(batches.map(batch => this.#submit(batch)));
  }

  /** Marks closed days as late. */
  async markLate(days: number[]): Promise<void> {
    await this.portal.samplesFolder.rollups.markLate(days);
  }

  /** Rolls up all closed days. */
  async rollUpDays(): Promise<void> {
    await this.portal.scorecard.rollup.rollUpDays(this.#never);
  }

  /** Removes expired data. */
  async removeExpired(): Promise<void> {
    await this.portal.createRetention().retention.run(this.#never);
    // Weeks pass in seconds, which is too fast for autovacuum.
    if (!isSqlite(this.knex)) {
      await this.knex.raw('vacuum');
    }
  }

  #submit({ batchId, person, events }: PersonalBatch): SubmittedBatch {
    return {
      batchId,
      pseudonym: this.portal.people.pseudonymize(personRef(person)),
      receivedAt: this.clock.now(),
      events: events.map(event => ({ event, at: Date.parse(event.at) })),
      rejected: 0,
      faults: [],
    };
  }
}
