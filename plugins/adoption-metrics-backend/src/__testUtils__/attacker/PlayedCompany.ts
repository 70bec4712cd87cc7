import { randomUUID } from 'node:crypto';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { SubmittedBatch } from '../../activity';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { serveRoutes } from '../../http/__testUtils__/serveRoutes';
import { assemble, Assembled } from '../../internals/assemble';
import { PersonRecordStore } from '../../people/PersonRecordStore';
import { Day, HOUR_MS, SettableClock } from '../../time';
import { Company, refOf, Visit } from './Company';
import { entityOf, OtherPortal } from './OtherPortal';

const databases = createTestDatabases();
const never = new AbortController().signal;

/** A company whose every day went through the plugin, and what it answers. */
export class PlayedCompany {
  private constructor(
    readonly company: Company,
    readonly knex: Knex,
    private readonly portal: Assembled,
    private readonly clock: SettableClock,
    /** Another portal beside this one, if there is one. */
    readonly other: OtherPortal | undefined,
    private server?: ReturnType<typeof serveRoutes>,
  ) {}

  /**
   * @param days - those that are lived, from `from` to before `to`
   * @param options.beforeTeams - whether people are broken down by location first
   * @param options.otherSeed - what happens in another portal, if there is one;
   *   then nobody opts out, since what was shown before speaks of other people
   */
  static async play(
    engine: TestDatabaseId,
    company: Company,
    days: { from: Day; to: Day },
    {
      beforeTeams = false,
      otherSeed,
    }: { beforeTeams?: boolean; otherSeed?: number } = {},
  ): Promise<PlayedCompany> {
    const knex = await databases.create(engine);
    const clock = new SettableClock();
    clock.set(days.from * 24 * HOUR_MS);
    const portal = await assemble({
      knex,
      clock,
      adoptionMetrics: {
        timeZone: 'UTC',
        activity: {
          attributes: [
            {
              id: 'location',
              title: 'Location',
              field: 'spec.profile.location',
              beforeTeams,
            },
            { id: 'role', title: 'Role', field: 'spec.profile.role' },
          ],
        },
      },
      installedAt: clock.now(),
      metrics: ['active-users'],
    });
    const teams = company.describe().groups!.map(each => each.entityRef);
    const other =
      otherSeed === undefined
        ? undefined
        : new OtherPortal(knex, portal, teams, otherSeed);
    const played = new PlayedCompany(company, knex, portal, clock, other);
    for (let day = days.from; day < days.to; day++) {
      clock.set(day * 24 * HOUR_MS);
      await played.#live(day);
    }
    clock.set(days.to * 24 * HOUR_MS);
    await portal.scorecard.rollup.rollUpDays(never);
    await other?.measure();
    await played.#serve();
    return played;
  }

  /** What a reader gets; undefined where there is nothing of that period. */
  async ask<T>(path: string): Promise<T | undefined> {
    const { status, body, text } = await this.server!.get(path);
    if (status !== 200 && status !== 404) {
      throw new Error(`${path} was answered with ${status}: ${text}`);
    }
    return status === 200 ? body : undefined;
  }

  /** The id in the database of every person that the plugin knows, by number. */
  async ids(people: number[]): Promise<Map<number, number>> {
    const { people: store, pseudonymize } = this.portal.people;
    const pseudonyms = people.map(person => pseudonymize(refOf(person)));
    const ids = await store.findIds(pseudonyms);
    return new Map(
      people.flatMap((person, index): Array<[number, number]> => {
        const id = ids.get(pseudonyms[index]);
        return id === undefined ? [] : [[person, id]];
      }),
    );
  }

  /** To a reader who may see every team that there ever was in the catalog. */
  async #serve(): Promise<void> {
    const refs: string[] = await this.knex('teams').pluck('entity_ref');
    const { routes } = this.portal.activity.part;
    this.server = serveRoutes(routes, { entities: refs.map(entityOf) });
  }

  async #live(day: Day): Promise<void> {
    await this.portal.people.importedDevelopers.collect(
      this.company.describe(),
      day,
    );
    await this.portal.scorecard.rollup.rollUpDays(never);
    this.clock.set(day * 24 * HOUR_MS + 12 * HOUR_MS);
    await this.#report(this.company.visits());
    await this.#liveElsewhere(day);
    const { optsOut } = this.company.live();
    for (const person of this.other ? [] : optsOut) {
      await this.#optOut(person);
    }
  }

  async #liveElsewhere(day: Day): Promise<void> {
    if (this.other) {
      const ids = await this.ids(this.company.people);
      await this.other.live(day);
      await this.other.report(day, [...ids.values()]);
    }
  }

  async #report(visits: Visit[]): Promise<void> {
    const batches: SubmittedBatch[] = [];
    const { createEventIngest, committer } = this.portal.ingest;
    const events = createEventIngest(this.clock, async batch => {
      batches.push(batch);
      const { batchId, rejected, faults } = batch;
      return { batchId, accepted: 1, rejected, faults };
    });
    const at = new Date(this.clock.now()).toISOString();
    for (const { person, plugins } of visits) {
      await events.take(refOf(person), {
        batchId: randomUUID(),
        events: plugins.map(pluginId => ({
          type: 'interaction',
          at,
          action: 'click',
          pluginId,
        })),
      });
    }
    await committer.commit(batches);
  }

  async #optOut(person: number): Promise<void> {
    const tables = this.portal.folders.flatMap(
      ({ personalData }) => personalData?.tables ?? [],
    );
    const records = new PersonRecordStore(this.knex, tables);
    const pseudonym = this.portal.people.pseudonymize(refOf(person));
    await records.setOptedOut(pseudonym, true);
  }
}
