import { randomUUID } from 'node:crypto';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { SubmittedBatch } from '../activity';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { organization, userRef } from '../people/__testUtils__/organization';
import { DeadlineEvaluator, StoredWeek } from '../deadline';
import { collectionFacts } from '../alerts/collectionFacts';
import {
  AgreedClock,
  Day,
  Interval,
  ReportingZone,
  SettableClock,
} from '../time';
import { assemble, Assembled } from '../internals/assemble';

const databases = createTestDatabases();
const never = new AbortController().signal;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const WORKING_DAYS = 5;
const NOON_MS = 12 * 3_600_000;

export const testedDatabases = () => databases.eachSupportedId();

/** A batch of the browser of a person. */
export interface Report {
  name: string;
  batch: { batchId: string; events: object[] };
}

/** Who belongs to the portal in a week, and who comes. */
export interface LivedWeek {
  developers: string[];
  visitors: string[];
  /** Who opens our page on each working day; nobody without it. */
  readers?: string[];
}

/**
 * Everything from the reports of browsers to evaluated weeks, wired as the
 * plugin wires it, on a clock that is set by hand.
 */
export class TravellingPortal {
  readonly #queue: SubmittedBatch[] = [];

  private constructor(
    private readonly portal: Assembled,
    private readonly clock: SettableClock,
    readonly knex: Knex,
  ) {}

  /**
   * @param opens - the day on which it is installed
   * @param clockOf - makes the clock of the process, by that of the world
   */
  static async open(
    engine: TestDatabaseId,
    opens: Day,
    config: JsonObject = {},
    clockOf?: (world: SettableClock) => AgreedClock,
  ): Promise<TravellingPortal> {
    const clock = new SettableClock();
    const knex = await databases.create(engine);
    clock.set(instantIn(config.timeZone, opens));
    return TravellingPortal.#start(knex, { world: clock, config, clockOf });
  }

  /** Another replica on the same database, or the same one after a restart. */
  beside(
    clockOf?: (world: SettableClock) => AgreedClock,
  ): Promise<TravellingPortal> {
    const { knex, clock } = this;
    return TravellingPortal.#start(knex, { world: clock, clockOf });
  }

  static async #start(
    knex: Knex,
    given: {
      world: SettableClock;
      config?: JsonObject;
      clockOf?: (world: SettableClock) => AgreedClock;
    },
  ): Promise<TravellingPortal> {
    const { world, config = {}, clockOf } = given;
    const clock = clockOf?.(world) ?? new AgreedClock(world);
    await clock.compare();
    const portal = await assemble({
      knex,
      clock,
      adoptionMetrics: config,
      installedAt: clock.isSet ? clock.now() : undefined,
      // The other three have no part in the weeks of a deadline.
      metrics: ['active-users'],
    });
    return new TravellingPortal(portal, world, knex);
  }

  /** Removes what was kept long enough; how many rows. */
  async retain(): Promise<Record<string, number>> {
    return this.portal.createRetention().retention.run(never);
  }

  get zone(): ReportingZone {
    return this.portal.zone;
  }

  /** The status of the deadline. */
  async status() {
    return this.portal.deadline.status.read();
  }

  get service() {
    return this.portal.deadline.service;
  }

  get samples() {
    return this.portal.samplesFolder.samples;
  }

  get activeUsers() {
    return this.portal.activity.part.metric;
  }

  /** What the alert about the reports of browsers is judged by. */
  async browsers() {
    const { activity, silence } = this.portal.activity;
    const { zone } = this;
    const now = this.clock.now();
    const [browsers] = await collectionFacts(
      {
        zone,
        activity,
        silence,
        staleness: {
          latest: async () => undefined,
          lastFailure: async () => undefined,
        },
      },
      { now, closed: await this.samples.latestDay() },
    );
    return browsers;
  }

  /** The diagnostics of activity. */
  diagnostics() {
    const { diagnostics } = this.portal.activity.part;
    return Promise.all(diagnostics.map(check => check()));
  }

  /** A process beats for all of these days. */
  async beat({ from, to }: Interval): Promise<void> {
    await this.portal.uptime.heartbeats.save({
      instanceId: String(from),
      seq: 0,
      state: 'up',
      startedAt: from,
      lastBeatAt: to,
      period: 30_000,
    });
  }

  travelTo(instant: number): void {
    this.clock.set(instant);
  }

  /** One reading of the catalog. */
  async readDevelopers(names: string[]) {
    const day = this.zone.dayOf(this.portal.clock.now());
    const { importedDevelopers } = this.portal.people;
    return importedDevelopers.collect(organization(names), day);
  }

  /** A week up to the last instant before its end, closed as far as it is over. */
  async live(monday: Day, week: LivedWeek): Promise<void> {
    this.travelTo(this.zone.startOf(monday));
    await this.readDevelopers(week.developers);
    for (const index of WEEK) {
      this.travelTo(this.zone.startOf(monday + index) + NOON_MS);
      const readers = index < WORKING_DAYS ? week.readers : [];
      await this.visit(visitorsOn(index, week.visitors), readers);
    }
    this.travelTo(this.zone.startOf(monday + WEEK.length) - 1);
  }

  /** What the tasks of every minute do; returns how many weeks were evaluated. */
  async tick(): Promise<number> {
    await this.portal.scorecard.rollup.rollUpDays(never);
    return this.portal.deadline.evaluator.evaluate(never);
  }

  /** The task on a replica that has closed nothing itself. */
  async evaluateElsewhere(): Promise<number> {
    const { deadlines, weeks } = this.portal.deadline;
    const { samples } = this.portal.samplesFolder;
    const { clock } = this;
    return new DeadlineEvaluator({
      clock,
      deadlines,
      weeks,
      samples,
    }).evaluate(never);
  }

  /** The evaluated weeks of the present deadline. */
  async weeks(): Promise<StoredWeek[]> {
    const current = await this.portal.deadline.deadlines.current();
    return this.weeksOf(current!.id);
  }

  async weeksOf(deadlineId: number): Promise<StoredWeek[]> {
    return this.portal.deadline.weeks.ofDeadline(deadlineId);
  }

  /** Browsers of people report; others only open our page. */
  async visit(names: string[], readers: string[] = []): Promise<void> {
    for (const reader of readers) {
      this.portal.activity.noteReader(userRef(reader));
    }
    await this.portal.activity.part.shutdown();
    await this.send(this.reportsOf(names));
  }

  /** What the browsers of people have to report of this moment. */
  reportsOf(names: string[]): Report[] {
    const at = new Date(this.clock.now()).toISOString();
    return names.map(name => ({
      name,
      batch: {
        batchId: randomUUID(),
        events: [
          { type: 'interaction', at, action: 'click', pluginId: 'catalog' },
        ],
      },
    }));
  }

  /** Browsers send what they have, again if they did before. */
  async send(reports: Report[]): Promise<void> {
    const { createEventIngest, committer } = this.portal.ingest;
    const events = createEventIngest(this.portal.clock, batch =>
      this.#queueUp(batch),
    );
    for (const { name, batch } of reports) {
      await events.take(userRef(name), batch);
    }
    await committer.commit(this.#queue.splice(0));
  }

  async #queueUp(batch: SubmittedBatch): Promise<BatchOutcome> {
    this.#queue.push(batch);
    const { batchId, rejected, faults } = batch;
    return { batchId, accepted: 1, rejected, faults };
  }
}

// The first one comes on every working day.
function visitorsOn(index: number, [first, ...others]: string[]): string[] {
  if (first === undefined || index >= WORKING_DAYS) {
    return [];
  }
  return [first, ...others.filter((_, rank) => rank % WORKING_DAYS === index)];
}

/** The beginning of a day in a zone, in ms UTC. */
function instantIn(timeZone: unknown, day: Day): number {
  return ReportingZone.create(String(timeZone ?? 'UTC')).startOf(day);
}
