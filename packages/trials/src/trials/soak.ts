import { setTimeout as delay } from 'node:timers/promises';
import { growthBetween, HeapSample } from 'benchmarks/src/heap';
import {
  createBatches,
  createPeople,
  EVENTS_PER_BATCH,
} from 'benchmarks/src/load/batches';
import { Request, Sender } from 'benchmarks/src/load/Sender';
import { percentile } from 'benchmarks/src/statistics';
import { ours } from 'benchmarks/src/systems/ours';
import { Question } from '../backend/contract';
import { failuresIn, totalOf } from '../cluster/Answers';
import { Cluster } from '../cluster/Cluster';
import { USUAL_PLAN } from '../cluster/ClusterPlan';
import { Locks } from '../cluster/Locks';
import { Readers } from '../cluster/Readers';
import { lateness, uptime } from '../cluster/verify';
import { Finding, Trial } from '../Trial';

/** So many that half an hour is within what each may report a day. */
const PEOPLE = 20_000;
const CONNECTIONS = 100;
const FULL_SECONDS = 15;
const BETWEEN_SAMPLES_SECONDS = 10;

/** Of the time that is judged, how many parts are compared: 30 minutes have six of five. */
const PARTS = 6;

export const soak: Trial = {
  does: 'Three replicas get half of the highest sustained rate of events for half an hour, unless the table says otherwise, with concurrent readers. Memory is that of all replicas after garbage collection.',
  async run({ pgbouncer, minutes, note }) {
    const plan = { ...USUAL_PLAN, pgbouncer, tasks: 'scheduled' as const };
    const cluster = await Cluster.start(plan);
    try {
      return await soakFor(minutes * 60, cluster, note);
    } finally {
      await cluster.stop();
    }
  },
};

async function soakFor(
  seconds: number,
  cluster: Cluster,
  note: (text: string) => void,
): Promise<Finding[]> {
  const { signIn, database } = cluster.surroundings;
  const tokens = createPeople(PEOPLE).map(ref => signIn.tokenOf(ref));
  const sender = new Sender(`${cluster.url}/events`, CONNECTIONS);
  const requests = requestsOf(tokens);
  const full = await sender.sendSaturating(requests, FULL_SECONDS);
  const perSecond = full.acknowledged / full.seconds / 2;
  note(`${Math.round(perSecond * EVENTS_PER_BATCH)} events a second`);

  const knex = database.connect();
  const locks = new Locks(knex);
  const readers = new Readers({
    url: cluster.url,
    tokens: cluster.signIn(),
    count: 4,
    pauseMs: 200,
  });
  locks.start();
  readers.start();
  const sampling = sampleMemory(cluster, seconds);
  const half = await sender.sendPaced(requests, { perSecond, seconds });
  const samples = await sampling;
  await readers.stop();
  await locks.stop();
  await sender.close();
  const acknowledged = full.acknowledged + half.acknowledged;
  const stored = await ours.countStored({
    number: async (sql: string) => {
      const { rows } = await knex.raw(sql);
      return Number(Object.values(rows[0])[0]);
    },
  } as never);
  const found: Finding[] = [
    { what: 'minutes', value: seconds / 60 },
    {
      what: 'events per second',
      value: (half.acknowledged / half.seconds) * EVENTS_PER_BATCH,
    },
    {
      what: 'refused batches',
      value: half.sent - half.acknowledged,
      goal: '= 0',
    },
    {
      what: 'acknowledged events lost or stored twice',
      value: Math.abs(acknowledged * EVENTS_PER_BATCH - stored),
      goal: '= 0',
    },
    {
      what: 'batches, 99th percentile',
      value: percentile(half.latencies, 0.99),
      unit: 'ms',
    },
    { what: 'reads', value: totalOf(readers.answers.results) },
    {
      what: 'failed reads',
      value: totalOf(failuresIn(readers.answers.results)),
      goal: '= 0',
    },
    {
      what: 'reads, 99th percentile',
      value: percentile(readers.answers.latencies, 0.99),
      unit: 'ms',
    },
    {
      what: 'memory, last sixth relative to second sixth',
      value: growthBetween(samples, seconds / PARTS),
      goal: '<= 1.05',
      detail: describeSamples(samples),
    },
    {
      what: 'longest lock wait',
      value: locks.longest,
      unit: 'ms',
      goal: '<= 1000',
    },
    ...(await uptime(cluster, knex)),
    ...(await lateness(cluster)),
  ];
  await knex.destroy();
  return found;
}

function* requestsOf(tokens: string[]): Generator<Request, never> {
  const options = { people: tokens.length, now: Date.now(), seed: 1 };
  for (const { person, batchId, events } of createBatches(options)) {
    const body = Buffer.from(JSON.stringify({ batchId, events }));
    yield { token: tokens[person], body };
  }
  throw new Error('There is no last batch');
}

async function sampleMemory(
  { replicas }: Cluster,
  seconds: number,
): Promise<HeapSample[]> {
  const samples: HeapSample[] = [];
  const step = Math.min(BETWEEN_SAMPLES_SECONDS, seconds / (5 * PARTS));
  for (let second = step; second < seconds; second += step) {
    await delay(step * 1_000);
    let bytes = 0;
    for (const replica of replicas) {
      bytes += await replica.ask<number>('heap' satisfies Question);
    }
    samples.push({ second, bytes });
  }
  return samples;
}

function describeSamples(samples: HeapSample[]): string {
  const sizes = samples.map(({ bytes }) => Math.round(bytes / 2 ** 20));
  return `used heap in MiB: ${sizes.join(' ')}`;
}
