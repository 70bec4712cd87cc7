import { isDeepStrictEqual } from 'node:util';
import { Knex } from 'knex';
import { takeStock } from '../testUtils';
import { Finding } from '../Trial';
import { describeFailures, failuresIn, totalOf } from './Answers';
import { Cluster } from './Cluster';
import { ClusterPlan } from './ClusterPlan';
import { compareTotals } from './compareTotals';
import { Load } from './Load';

/** How many more ms late an event loop may be than an idle one. */
const LATENESS_GOAL = '< 100';

/** How many times faster the clock of a replica runs that delivers what is left. */
const HURRY = 60;

/** Ends the load and the replicas, and compares what is stored with what was done. */
export async function verify(
  cluster: Cluster,
  load: Load,
  given: { unnoticed?: boolean; attacked?: boolean } = {},
): Promise<Finding[]> {
  const { unnoticed = false, attacked = false } = given;
  await load.stop();
  await cluster.untilAllBeat();
  const knex = cluster.surroundings.database.connect();
  try {
    return [
      ...requests(load, unnoticed),
      ...(await uptime(cluster, knex, { exact: unnoticed })),
      ...(await lateness(cluster)),
      ...(await counted(cluster, { load, knex, attacked })),
      ...(await notified(cluster)),
    ];
  } finally {
    await knex.destroy();
  }
}

function requests({ reporters, readers }: Load, unnoticed: boolean): Finding[] {
  const all = [reporters.results, readers.answers.results];
  const failures = failuresIn(...all);
  return [
    { what: 'client requests', value: totalOf(...all) },
    {
      what: 'failed client requests',
      value: totalOf(failures),
      goal: unnoticed ? '= 0' : undefined,
      detail: describeFailures(failures),
    },
    {
      what: 'requests answered with 500',
      value: failures.get('500') ?? 0,
      goal: '= 0',
    },
  ];
}

/**
 * Whether uptime is that of a clock outside, within two heartbeats.
 *
 * @param exact - whether replicas end in good order, and say when
 */
export async function uptime(
  cluster: Cluster,
  knex: Knex,
  { exact = false } = {},
): Promise<Finding[]> {
  const { outside, observedFrom: from, plan } = cluster;
  const now = cluster.now();
  const tolerance = 2 * plan.beatMs;
  const span = { from, now, tolerance, shortest: shortestOf(plan, exact) };
  const { measured, mistakes } = await outside.compare(knex, span);
  return [
    { what: 'outages seen from outside', value: outside.seen.length },
    { what: 'outages measured', value: measured },
    {
      what: 'outages off by more than two heartbeats',
      value: mistakes.length,
      goal: '= 0',
      detail: mistakes.join('; '),
    },
  ];
}

/** What is measured and seen by nobody counts from this length on, in ms. */
function shortestOf({ beatMs, time }: ClusterPlan, exact: boolean): number {
  // Where days pass in minutes, a machine that is busy for a moment sleeps for minutes.
  if (time) {
    return 2 * beatMs;
  }
  // Who is killed has proven the time until the last heartbeat, and no longer.
  return exact ? 0 : beatMs;
}

export async function lateness({
  replicas,
  eventLoops,
}: Cluster): Promise<Finding[]> {
  for (const replica of replicas) {
    await eventLoops.note(replica);
  }
  const { worst, idle } = await eventLoops.compare();
  return [
    {
      what: 'event loop delay, 99th percentile, above an idle process',
      value: worst.p99 - idle.p99,
      unit: 'ms',
      goal: LATENESS_GOAL,
    },
    { what: 'longest event loop delay', value: worst.most, unit: 'ms' },
  ];
}

/** Whether every event counts once. Nothing is flushed: what is answered is stored. */
async function counted(
  { replicas, plan, begun }: Cluster,
  { load: { reporters }, knex, attacked }: Counting,
): Promise<Finding[]> {
  await Promise.all(replicas.map(each => each.end('SIGKILL')));
  const { timeZone } = plan;
  const stock = await takeStock(knex, reporters, { timeZone, now: begun });
  const { lost, contradictions, unknown, misattributed } = stock;
  const wrong = compareTotals(stock.rollUps, stock.recounted, { attacked });
  const acknowledged = reporters.sent.filter(({ outcome }) => outcome);
  const events = acknowledged.reduce(
    (sum, each) => sum + each.events.length,
    0,
  );
  return [
    { what: 'acknowledged events', value: events },
    { what: 'acknowledged batches lost', value: lost.length, goal: '= 0' },
    {
      what: 'batches stored for another person',
      value: misattributed.length,
      goal: '= 0',
    },
    {
      what: 'batches stored that no one sent',
      value: attacked ? 0 : unknown,
      goal: '= 0',
    },
    {
      what: 'repeated batches with another answer',
      value: contradictions.length,
      goal: '= 0',
    },
    {
      what: attacked
        ? 'totals below a recount without the attackers'
        : 'totals that differ from a recount',
      value: wrong.length,
      goal: '= 0',
      detail: wrong.slice(0, 5).join('; '),
    },
  ];
}

interface Counting {
  load: Load;
  knex: Knex;
  /** Whether somebody reported whose batches were not noted. */
  attacked: boolean;
}

/** Whether each transition was noticed once and reached the receiver. */
async function notified(cluster: Cluster): Promise<Finding[]> {
  const { transitions, surroundings, replicas, plan } = cluster;
  // It goes on from where the clock outside is: to a clock that went back, what
  // was done would lie in the future.
  const epoch = Date.now();
  const ahead = cluster.now() - epoch;
  const speed = Math.max(HURRY, plan.time?.speed ?? 1);
  const time = { epoch, ahead, speed };
  await cluster.begin(replicas[0], time);
  const alerts = await transitions.untilDelivered();
  const { messages } = surroundings.receiver;
  const received = new Set(messages.map(({ deliveryId }) => deliveryId));
  const due = alerts.flatMap(({ deliveries }) => deliveries);
  const states = alerts.map(({ state }) => state);
  const { made } = transitions;
  const ids = new Set(due.map(({ id }) => id));
  return [
    { what: 'transitions', value: made.length },
    {
      what: 'transitions missed, duplicated, or out of order',
      value: isDeepStrictEqual(states, made) ? 0 : 1,
      goal: '= 0',
      detail: `${made} became ${states}`,
    },
    { what: 'messages received', value: messages.length },
    {
      what: 'deliveries that never arrived',
      value: due.filter(({ id }) => !received.has(id)).length,
      goal: '= 0',
    },
    {
      what: 'deliveries beyond one per transition',
      value: due.length - made.length,
      goal: '= 0',
    },
    {
      what: 'messages unsigned, unknown, or changed on retry',
      value:
        messages.filter(({ deliveryId, isSigned }) => {
          return !isSigned || !ids.has(deliveryId);
        }).length +
        (new Set(messages.map(({ body }) => body)).size - received.size),
      goal: '= 0',
    },
  ];
}
