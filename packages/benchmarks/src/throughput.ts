import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabase } from './databases/TestDatabase';
import {
  createBatches,
  EVENTS_PER_BATCH,
  PersonalBatch,
  takeBatches,
} from './load/batches';
import { Request } from './load/Sender';
import { percentile } from './statistics';
import { ours } from './systems/ours';
import { RunningSystem } from './systems/RunningSystem';
import { System } from './systems/System';

/** How large a measurement is; durations in seconds. */
export interface Scale {
  people: number;
  warmUp: number;
  run: number;
  /** More than any system takes. */
  batchesPerSecond: number;
  /** How long to wait for a system that stores nothing more. */
  patience: number;
  /** How long to watch a system that is slow by design. */
  slowRun: number;
}

export const FULL: Scale = {
  people: 1_000,
  warmUp: 5,
  run: 20,
  batchesPerSecond: 3_500,
  patience: 10,
  slowRun: 30,
};

export const TRIAL: Scale = {
  ...FULL,
  people: 100,
  warmUp: 2,
  run: 3,
  slowRun: 6,
};

/** A database to measure with, and how. */
export interface Course {
  database: TestDatabase;
  scale: Scale;
  note(text: string): void;
}

const SEEDS = { warmUp: 1, run: 2, paced: 3 };

/** What the plugin of this repository manages. */
export interface OwnThroughput {
  /** Events stored a second while as many come as can be taken. */
  rate: number;
  /** The 99th percentile of a request at half that rate, in ms. */
  p99: number;
  /** Acknowledged events that are not stored, or stored more than once. */
  lost: number;
  /** Those that were stored at full rate. */
  batches: PersonalBatch[];
}

export async function measureOurs(course: Course): Promise<OwnThroughput> {
  const { scale, note } = course;
  const now = Date.now();
  const running = await start(ours, course);
  const sender = running.openSender();
  const requests = (seed: number, count: number) =>
    createRequests(running, { people: scale.people, now, seed }, count);
  const count = scale.batchesPerSecond * scale.run;
  const warm = await sender.sendSaturating(
    requests(SEEDS.warmUp, scale.batchesPerSecond * scale.warmUp),
    scale.warmUp,
  );
  const full = await sender.sendSaturating(
    requests(SEEDS.run, count),
    scale.run,
  );
  const paced = await sender.sendPaced(requests(SEEDS.paced, count), {
    perSecond: full.acknowledged / full.seconds / 2,
    seconds: scale.run,
  });
  await sender.close();
  const acknowledged = eventsIn(
    warm.acknowledged + full.acknowledged + paced.acknowledged,
  );
  const lost = acknowledged - (await running.countStored());
  await running.stop();
  const rate = eventsIn(full.acknowledged) / full.seconds;
  note(`${ours.title}: ${Math.round(rate)} events/s, lost ${lost}`);
  return {
    rate,
    lost,
    p99: percentile(paced.latencies, 0.99),
    batches: takeBatches(full.acknowledged, {
      people: scale.people,
      now,
      seed: SEEDS.run,
    }),
  };
}

/** Events a second that a peer has in its tables; tells what it lost. */
export async function measurePeer(
  system: System,
  course: Course,
): Promise<number> {
  const { scale, note } = course;
  const running = await start(system, course);
  const sender = running.openSender();
  const options = { people: scale.people, now: Date.now() };
  const send = async (seed: number, seconds: number) => {
    const count = scale.batchesPerSecond * seconds;
    const requests = createRequests(running, { ...options, seed }, count);
    const before = await running.countStored();
    const from = performance.now();
    const { acknowledged } = await sender.sendSaturating(requests, seconds);
    const expected = eventsIn(acknowledged);
    const { stored, at } = await running.settle(
      before + expected,
      scale.patience * 1_000,
    );
    const rate = ((stored - before) / (at - from)) * 1_000;
    return { rate, expected, lost: expected - (stored - before) };
  };
  await send(SEEDS.warmUp, scale.warmUp);
  const { rate, expected, lost } = await send(SEEDS.run, scale.run);
  await sender.close();
  await running.stop();
  note(
    `${system.title}: ${Math.round(
      rate,
    )} events/s, lost ${lost} of ${expected}`,
  );
  return rate;
}

/** The same for one that will not finish: what it stored in a bounded time. */
export async function measureSlowPeer(
  system: System,
  course: Course,
): Promise<number> {
  const { scale, note } = course;
  const running = await start(system, course);
  const sender = running.openSender();
  const options = { people: scale.people, now: Date.now(), seed: SEEDS.run };
  const from = performance.now();
  await sender.sendSaturating(
    createRequests(running, options, scale.slowRun),
    scale.slowRun,
  );
  await delay(scale.slowRun * 1_000 - (performance.now() - from));
  const stored = await running.countStored();
  const rate = (stored / (performance.now() - from)) * 1_000;
  await sender.close();
  await running.stop();
  note(`${system.title}: ${rate.toFixed(2)} events/s`);
  return rate;
}

function start(system: System, { database, scale }: Course) {
  return RunningSystem.start({ system, database, people: scale.people });
}

/** Makes the requests before the clock runs. */
function createRequests(
  running: RunningSystem,
  options: { people: number; now: number; seed: number },
  count: number,
): Iterator<Request> {
  const batches = createBatches(options);
  return Array.from({ length: count }, () =>
    running.requestOf(batches.next().value),
  ).values();
}

function eventsIn(batches: number): number {
  return batches * EVENTS_PER_BATCH;
}
