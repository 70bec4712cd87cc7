import { randomUUID } from 'node:crypto';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { EventIngest, SubmittedBatch } from '../activity';
import { createCloser } from '../closer';
import {
  CollectionOptions,
  createCommitter,
  createDeveloperCollector,
} from '../collection';
import { readConfig } from '../config';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createProgrammeEvaluator,
  createProgrammeKeeper,
  createStandingReader,
} from '../deadline';
import { createFigures } from '../figures';
import { createPseudonymizer } from '../people';
import { organization, userRef } from '../people/__testUtils__/organization';
import { StoredWeek } from '../programme';
import { CurrentDefinitions, SettableClock } from '../scorecard';
import { createStores } from '../stores';
import { Day, ReportingZone } from '../time';
import { recordInstallation } from '../uptime';

const databases = createTestDatabases();
const never = new AbortController().signal;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const WORKING_DAYS = 5;
const NOON_MS = 12 * 3_600_000;

export const testedDatabases = () => databases.eachSupportedId();

/** Who belongs to the portal in a week, and who comes. */
export interface LivedWeek {
  developers: string[];
  visitors: string[];
}

type Parts = Awaited<ReturnType<typeof assemble>>;

/**
 * Everything from the reports of browsers to evaluated weeks, wired as the
 * plugin wires it, on a clock that is set by hand.
 */
export class TravellingPortal {
  readonly #queue: SubmittedBatch[] = [];

  private constructor(
    private readonly parts: Parts,
    private readonly clock: SettableClock,
  ) {}

  /** @param opens - the day on which it is installed */
  static async open(
    engine: TestDatabaseId,
    opens: Day,
    config: JsonObject = {},
  ): Promise<TravellingPortal> {
    const clock = new SettableClock();
    const parts = await assemble(engine, { clock, opens, config });
    return new TravellingPortal(parts, clock);
  }

  get zone(): ReportingZone {
    return this.parts.collection.config.zone;
  }

  get stores() {
    return this.parts.collection.stores;
  }

  /** How the programme stands now. */
  async standing() {
    return this.parts.standing.read();
  }

  get keeper() {
    return this.parts.keeper;
  }

  get activeUsers() {
    return this.parts.figures[0];
  }

  travelTo(instant: number): void {
    this.clock.set(instant);
  }

  /** One reading of the catalog. */
  async readDevelopers(names: string[]) {
    const day = this.zone.dayOf(this.clock.now());
    return this.parts.collector.collect(organization(names), day);
  }

  /** A week up to the last instant before its end, closed as far as it is over. */
  async live(monday: Day, week: LivedWeek): Promise<void> {
    this.travelTo(this.zone.startOf(monday));
    await this.readDevelopers(week.developers);
    for (const index of WEEK) {
      this.travelTo(this.zone.startOf(monday + index) + NOON_MS);
      await this.#visit(visitorsOn(index, week.visitors));
    }
    this.travelTo(this.zone.startOf(monday + WEEK.length) - 1);
  }

  /** What the task of every minute does; returns how many weeks it evaluated. */
  async tick(): Promise<number> {
    await this.parts.closer.closeDays(never);
    return this.parts.evaluator.evaluate(never);
  }

  /** The task on a replica that has closed nothing itself. */
  async evaluateElsewhere(): Promise<number> {
    return createProgrammeEvaluator(this.parts.collection).evaluate(never);
  }

  /** The evaluated weeks of the present programme. */
  async weeks(): Promise<StoredWeek[]> {
    const { programmes, programmeWeeks } = this.stores;
    return programmeWeeks.ofProgramme((await programmes.current())!.id);
  }

  async #visit(names: string[]): Promise<void> {
    const at = new Date(this.clock.now()).toISOString();
    const { ingest, commit } = this.parts;
    for (const name of names) {
      await ingest(this.#queue).take(userRef(name), {
        batchId: randomUUID(),
        events: [
          { type: 'interaction', at, action: 'click', pluginId: 'catalog' },
        ],
      });
    }
    await commit(this.#queue.splice(0));
  }
}

// The first one comes on every working day: were there days without anybody,
// nobody would be missed when the reports stop.
function visitorsOn(index: number, [first, ...others]: string[]): string[] {
  if (first === undefined || index >= WORKING_DAYS) {
    return [];
  }
  return [first, ...others.filter((_, rank) => rank % WORKING_DAYS === index)];
}

async function assemble(
  engine: TestDatabaseId,
  options: { clock: SettableClock; opens: Day; config: JsonObject },
) {
  const collection = await collectionOf(engine, options);
  const { stores, config, clock } = collection;
  // The other three have no part in the weeks of a programme.
  const figures = createFigures(collection).filter(
    ({ metric }) => metric === 'active-users',
  );
  const definitions = await CurrentDefinitions.establish({
    store: stores.definitions,
    figures,
    timeZone: config.zone.name,
    today: options.opens,
  });
  const { pseudonymize } = collection;
  return {
    collection,
    figures,
    closer: createCloser(collection, figures, definitions),
    collector: createDeveloperCollector(collection),
    evaluator: createProgrammeEvaluator(collection),
    keeper: createProgrammeKeeper(collection),
    standing: createStandingReader(collection),
    commit: createCommitter(collection).commit,
    ingest: (queue: SubmittedBatch[]) =>
      new EventIngest({ clock, pseudonymize, submit: collectIn(queue) }),
  };
}

function collectIn(queue: SubmittedBatch[]) {
  return async (batch: SubmittedBatch) => {
    queue.push(batch);
    return { batchId: batch.batchId, accepted: 1, rejected: batch.rejected };
  };
}

async function collectionOf(
  engine: TestDatabaseId,
  { clock, opens, config }: Parameters<typeof assemble>[1],
): Promise<CollectionOptions> {
  const knex = await databases.create(engine);
  const read = readConfig(new ConfigReader({ adoptionMetrics: config }));
  const stores = createStores(knex, read);
  clock.set(read.zone.startOf(opens));
  await recordInstallation(stores.settings, clock.now());
  const pseudonymize = createPseudonymizer('a secret of enough length');
  return { knex, config: read, stores, rules: [], pseudonymize, clock };
}
