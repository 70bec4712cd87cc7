import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Course } from './course';
import { EVENTS_PER_BATCH, PersonalBatch, takeBatches } from './load/batches';
import { Delivery, Pace } from './load/Sender';
import { percentile } from './statistics';
import { LoadedSystem } from './systems/LoadedSystem';
import { ours } from './systems/ours';
import { System } from './systems/System';

/** How often reports at a pace and reads without load take turns. */
const TURNS = 4;

/** What the plugin of this repository manages. */
interface OwnThroughput {
  /** Events stored a second while as many come as can be taken. */
  rate: number;
  /** The 99th percentile of a request at half that rate, in ms. */
  p99: number;
  /** The 99th percentile of a read that nothing else runs beside, in ms. */
  idleP99: number;
  /** Acknowledged events that are not stored; negative if stored twice. */
  lost: number;
  /** Those that were stored at full rate. */
  batches: PersonalBatch[];
}

export async function measureOurs(course: Course): Promise<OwnThroughput> {
  const loaded = await LoadedSystem.start(ours, course);
  const warm = await loaded.warmUp();
  const full = await loaded.saturate(warm);
  const { paced, idle } = await paceAndRead(loaded, {
    perSecond: full.acknowledged / full.seconds / 2,
    seconds: course.scale.run / TURNS,
  });
  const lost =
    eventsIn(warm, full, ...paced) - (await loaded.running.countStored());
  await loaded.stop();
  const rate = eventsIn(full) / full.seconds;
  course.note(`${ours.title}: ${Math.round(rate)} events/s, lost ${lost}`);
  return {
    rate,
    lost,
    p99: p99Of(paced),
    idleP99: p99Of(idle),
    batches: takeBatches(full.acknowledged, loaded.fullLoad),
  };
}

/**
 * Reports at a pace and reads without it, by turns, so that what else happens on
 * the machine happens to both.
 */
async function paceAndRead(
  loaded: LoadedSystem,
  pace: Pace,
): Promise<{ paced: Delivery[]; idle: Delivery[] }> {
  const send = loaded.preparePace(pace, TURNS);
  const [paced, idle]: Delivery[][] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    idle.push(await loaded.readIdly(pace.seconds / 2));
    paced.push(await send());
  }
  return { paced, idle };
}

function p99Of(deliveries: Delivery[]): number {
  return percentile(
    deliveries.flatMap(({ latencies }) => latencies),
    0.99,
  );
}

/** Events a second that a peer has in its tables; says what it lost. */
export async function measurePeer(
  system: System,
  course: Course,
): Promise<number> {
  const loaded = await LoadedSystem.start(system, course);
  const patience = course.scale.patience * 1_000;
  const settled = async (send: () => Promise<Delivery>) => {
    const before = await loaded.running.countStored();
    const from = performance.now();
    const delivery = await send();
    const expected = eventsIn(delivery);
    const last = await loaded.running.settle(before + expected, patience);
    const stored = last.stored - before;
    const rate = (stored / (last.at - from)) * 1_000;
    return { delivery, rate, expected, lost: expected - stored };
  };
  const warm = await settled(() => loaded.warmUp());
  const full = await settled(() => loaded.saturate(warm.delivery));
  await loaded.stop();
  const rate = Math.round(full.rate);
  course.note(
    `${system.title}: ${rate} events/s, lost ${full.lost} of ${full.expected}`,
  );
  return full.rate;
}

/** The same for one that would not finish: what it stores in a bounded time. */
export async function measureSlowPeer(
  system: System,
  course: Course,
): Promise<number> {
  const { slowRun } = course.scale;
  const loaded = await LoadedSystem.start(system, course);
  const from = performance.now();
  await loaded.preparePace({ perSecond: 1, seconds: slowRun })();
  await delay(slowRun * 1_000 - (performance.now() - from));
  const stored = await loaded.running.countStored();
  const rate = (stored / (performance.now() - from)) * 1_000;
  await loaded.stop();
  course.note(`${system.title}: ${rate.toFixed(2)} events/s`);
  return rate;
}

function eventsIn(...deliveries: Delivery[]): number {
  const batches = deliveries.map(({ acknowledged }) => acknowledged);
  return EVENTS_PER_BATCH * batches.reduce((sum, count) => sum + count, 0);
}
