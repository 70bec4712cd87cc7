import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from 'benchmarks/src/statistics';
import { Knex } from 'knex';
import { totalOf } from '../cluster/Answers';
import { Attacker, AttackRequest } from '../cluster/Attacker';
import { attacksOfOnePerson, inventedChecks } from '../cluster/attacks';
import { Cluster, OBSERVER_TOKEN } from '../cluster/Cluster';
import { Load } from '../cluster/Load';
import { onCluster } from '../cluster/onCluster';
import { sizeOf } from '../cluster/sizes';
import { Finding } from '../Trial';

const PHASE_MS = 12_000;
const AT_ONCE = 24;
const MEBIBYTE = 2 ** 20;

/** Somebody who attacks, and with what. */
interface Phase {
  name: string;
  token?: string;
  request?(n: number): AttackRequest;
}

export const attack = onCluster({
  does: 'One person at a time floods the portal with invented names, page loads of every duration, invalid events, and heavy reads; then an observer sends invented checks. 24 concurrent requests, 12 seconds each.',
  plan: { tasks: 'scheduled' },
  unnoticed: true,
  attacked: true,
  async disturb({ cluster, load, options: { note } }) {
    const { signIn } = cluster.surroundings;
    const phases: Phase[] = [
      { name: 'no attack' },
      // Each by somebody who has used up nothing yet.
      ...Object.entries(attacksOfOnePerson).map(([name, request], index) => ({
        name,
        token: signIn.tokenOf(`user:default/attacker-${index}`),
        request,
      })),
      {
        name: 'invented checks',
        token: OBSERVER_TOKEN,
        request: inventedChecks,
      },
    ];
    const knex = cluster.surroundings.database.connect();
    const findings: Finding[] = [];
    for (const phase of phases) {
      note(phase.name);
      findings.push(...(await attackWith(phase, { cluster, load, knex })));
    }
    await knex.destroy();
    return findings;
  },
});

async function attackWith(
  { name, token, request }: Phase,
  on: { cluster: Cluster; load: Load; knex: Knex },
): Promise<Finding[]> {
  const { cluster, load, knex } = on;
  const before = await sizeOf(knex);
  load.takeLatencies();
  const attacker =
    token && request
      ? new Attacker({ url: cluster.url, token, atOnce: AT_ONCE, request })
      : undefined;
  attacker?.start();
  await delay(PHASE_MS);
  await attacker?.stop();
  const after = await sizeOf(knex);
  const results = attacker?.answers.results ?? new Map();
  const honest = load.takeLatencies();
  const attacked: Finding[] = [
    { what: `${name}: attacker requests`, value: totalOf(results) },
    {
      what: `${name}: attacker requests accepted`,
      value: results.get(200) ?? 0,
    },
    {
      what: `${name}: attacker requests answered with 500`,
      value: results.get(500) ?? 0,
      goal: '= 0',
    },
  ];
  return [
    ...(attacker ? attacked : []),
    {
      what: `${name}: others, 99th percentile`,
      value: percentile(honest, 0.99),
      unit: 'ms',
    },
    { what: `${name}: rows written`, value: after.rows - before.rows },
    {
      what: `${name}: data written`,
      value: (after.bytes - before.bytes) / MEBIBYTE,
      unit: 'MiB',
    },
  ];
}
