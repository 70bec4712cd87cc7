import { setTimeout as delay } from 'node:timers/promises';
import { BenchmarkOptions } from '../Benchmark';
import { createPostgres } from '../databases/postgres';
import { Figure } from '../figure';
import { growthBetween, HeapSample } from '../heap';
import { createBatches, EVENTS_PER_BATCH } from '../load/batches';
import { Request, Sender } from '../load/Sender';
import { ours } from '../systems/ours';
import { RunningSystem } from '../systems/RunningSystem';

const PEOPLE = 1_000;
const MEBIBYTE = 2 ** 20;

/** In seconds. */
interface Timing {
  /** At full speed, to determine the sustained rate. */
  full: number;
  /** At half of that rate. */
  half: number;
  /** The length of a minute. */
  minute: number;
  betweenSamples: number;
}

const FULL: Timing = { full: 20, half: 600, minute: 60, betweenSamples: 10 };
const TRIAL: Timing = { full: 3, half: 20, minute: 4, betweenSamples: 1 };

/** Whether memory grows under a constant load. */
export async function* memory({
  trial,
  note,
}: BenchmarkOptions): AsyncGenerator<Figure> {
  const timing = trial ? TRIAL : FULL;
  const database = await createPostgres();
  const running = await RunningSystem.start({
    system: ours,
    database,
    people: PEOPLE,
  });
  const sender = running.openSender();
  const requests = createRequests(running);
  const { acknowledged, seconds } = await sender.sendSaturating(
    requests,
    timing.full,
  );
  const perSecond = acknowledged / seconds / 2;
  note(
    `${Math.round(
      perSecond * EVENTS_PER_BATCH,
    )} events/s, half of what was sustained`,
  );
  const samples = await sampleHeap(running, timing, () =>
    sender.sendPaced(requests, { perSecond, seconds: timing.half }),
  );
  note(describeSamples(samples));
  await sender.close();
  await running.stop();
  yield {
    figure: 'heap-growth',
    database: database.name,
    value: growthBetween(samples, timing.minute),
    unit: 'ratio',
    goal: '<= 1.1',
  };
}

function* createRequests(running: RunningSystem): Generator<Request, never> {
  // Later requests report earlier times, but no older than an hour.
  const options = { people: PEOPLE, now: Date.now(), seed: 1 };
  for (const batch of createBatches(options)) {
    yield running.requestOf(batch);
  }
  throw new Error('There is no last batch');
}

async function sampleHeap(
  running: RunningSystem,
  { half, betweenSamples }: Timing,
  load: () => ReturnType<Sender['sendPaced']>,
): Promise<HeapSample[]> {
  const samples: HeapSample[] = [];
  const delivered = load();
  for (let second = betweenSamples; second < half; second += betweenSamples) {
    await delay(betweenSamples * 1_000);
    samples.push({ second, bytes: await running.usedHeap() });
  }
  const { sent, acknowledged } = await delivered;
  if (acknowledged < sent) {
    throw new Error(`${sent - acknowledged} of ${sent} requests failed`);
  }
  return samples;
}

function describeSamples(samples: HeapSample[]): string {
  const sizes = samples.map(({ bytes }) => Math.round(bytes / MEBIBYTE));
  return `used heap in MiB: ${sizes.join(' ')}`;
}
