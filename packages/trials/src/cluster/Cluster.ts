import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { JsonObject } from '@backstage/types';
import { inProject } from 'toolchain/lib/paths.mjs';
import {
  instantOn,
  Question,
  tasksVariable,
  Time,
  timeVariable,
} from '../backend/contract';
import { startHaproxy } from '../machines/haproxy';
import { Machine } from '../machines/Machine';
import { TcpProxy } from '../machines/TcpProxy';
import { BackendProcess, findFreePort } from '../testUtils';
import { ClusterPlan } from './ClusterPlan';
import { PEOPLE, personRef } from './company';
import { EventLoops } from './EventLoops';
import { Outside } from './Outside';
import { SECRET } from './Receiver';
import { Surroundings } from './Surroundings';
import { Transitions } from './Transitions';

/** The token of somebody outside who reports checks. */
export const OBSERVER_TOKEN = 'an-observer-outside-with-this-token';

const SCRIPT = inProject('packages/trials/src/backend/serve.ts');
const PATIENCE_MS = 120_000;

/** First and last heartbeat of a process; the driver may give texts. */
type Beats = Record<'instance' | 'first' | 'last', string>;

/** Real backend processes behind a load balancer, on one PostgreSQL. */
export class Cluster {
  readonly outside = new Outside();
  readonly transitions: Transitions;
  readonly begun: number;
  #observedFrom = 0;

  private constructor(
    readonly plan: ClusterPlan,
    readonly surroundings: Surroundings,
    readonly eventLoops: EventLoops,
    readonly replicas: BackendProcess[],
    private readonly balancer: Machine,
  ) {
    this.transitions = new Transitions(surroundings.database);
    this.begun = this.now();
  }

  /** Starts the replicas; unless the plan differs, the first one migrates the database for all. */
  static async start(plan: ClusterPlan): Promise<Cluster> {
    const surroundings = await Surroundings.start(plan);
    const ports: number[] = [];
    for (let index = 0; index < plan.replicas; index++) {
      ports.push(await findFreePort());
    }
    const balancer =
      plan.balancer === 'haproxy'
        ? await startHaproxy(ports, surroundings.directory)
        : await TcpProxy.start(ports);
    const replicas = ports.map((port, index) =>
      replicaOn(port, { index, plan, surroundings }),
    );
    const loops = EventLoops.start();
    const cluster = new Cluster(plan, surroundings, loops, replicas, balancer);
    const [first, ...others] = replicas;
    const begin = (all: BackendProcess[]) =>
      Promise.all(all.map(each => cluster.begin(each)));
    await begin(plan.together ? replicas : [first]);
    await cluster.transitions.begin(cluster.now());
    await begin(plan.together ? [] : others);
    await cluster.untilAllBeat();
    cluster.#observedFrom = cluster.now();
    return cluster;
  }

  /** Where clients find the API. */
  get url(): string {
    return `http://127.0.0.1:${this.balancer.port}/api/adoption-metrics/v1`;
  }

  /** Since when all replicas have been up, in ms UTC. */
  get observedFrom(): number {
    return this.#observedFrom;
  }

  /** A token of each person. */
  signIn(): string[] {
    return Array.from({ length: PEOPLE }, (_, person) =>
      this.surroundings.signIn.tokenOf(personRef(person)),
    );
  }

  /** What the clock outside shows, in ms UTC. */
  now(): number {
    const { time } = this.plan;
    return time ? instantOn(time, Date.now()) : Date.now();
  }

  /**
   * Starts a replica; compiling its code is not what its event loop is judged by.
   *
   * @param time - how its clock runs; as the plan says by default
   */
  async begin(
    replica: BackendProcess,
    time = timeOf(this.plan, this.replicas.indexOf(replica)),
  ): Promise<void> {
    await replica.startAgain({ [timeVariable]: JSON.stringify(time) });
    await replica.ask<boolean>('warm-up' satisfies Question);
  }

  /** Ends a replica; how it ended. */
  async end(replica: BackendProcess, signal: 'SIGKILL' | 'SIGTERM') {
    await this.eventLoops.note(replica);
    return await replica.end(signal);
  }

  /** Ends all replicas, does something without them, and starts them again. */
  async away(
    signal: 'SIGKILL' | 'SIGTERM',
    meanwhile: () => Promise<void>,
  ): Promise<void> {
    const { replicas, outside } = this;
    const killed = signal === 'SIGKILL';
    const before = this.now();
    await Promise.all(replicas.map(each => this.end(each, signal)));
    // In good order they go on until the last one has ended.
    const from = killed ? before : this.now();
    await meanwhile();
    await this.begin(replicas[0]);
    const cause = killed ? 'crash' : 'planned-restart';
    outside.seen.push({ from, to: this.now(), cause });
    await Promise.all(replicas.slice(1).map(each => this.begin(each)));
  }

  /** Takes the database away for as long as something takes. */
  async withoutDatabase(meanwhile: () => Promise<void>): Promise<void> {
    const from = this.now();
    await meanwhile();
    this.outside.seen.push({ from, to: this.now(), cause: 'database' });
  }

  /** Until each process has proven some time from now on. */
  async untilAllBeat(): Promise<void> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    const before = await this.#lastBeats();
    while (Date.now() < giveUpAt) {
      const beating = [...(await this.#lastBeats())].filter(
        ([instance, { first, last }]) =>
          last - (before.get(instance)?.last ?? first) >= this.plan.beatMs,
      );
      if (beating.length >= this.replicas.length) {
        return;
      }
      await delay(200);
    }
    throw new Error('Not all replicas send heartbeats');
  }

  /** Of each process, in ms UTC. */
  async #lastBeats(): Promise<Map<string, { first: number; last: number }>> {
    const knex = this.surroundings.database.connect();
    try {
      const rows: Beats[] = await knex('heartbeats')
        .where({ state: 'up' })
        .select({ instance: 'instance_id' })
        .min({ first: 'started_at' })
        .max({ last: 'last_beat_at' })
        .groupBy('instance_id');
      return new Map(
        rows.map(({ instance, first, last }) => [
          instance,
          { first: Number(first), last: Number(last) },
        ]),
      );
    } finally {
      await knex.destroy();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map(each => each.end('SIGKILL')));
    this.eventLoops.stop();
    await this.balancer.stop();
    await this.surroundings.stop();
  }
}

function timeOf(plan: ClusterPlan, replica: number): Time {
  const time = plan.time ?? { epoch: Date.now(), ahead: 0, speed: 1 };
  return { ...time, ahead: time.ahead + (plan.aheadOf?.(replica) ?? 0) };
}

function replicaOn(
  port: number,
  {
    index,
    plan,
    surroundings,
  }: { index: number; plan: ClusterPlan; surroundings: Surroundings },
): BackendProcess {
  const directory = join(surroundings.directory, `replica-${index}`);
  mkdirSync(directory);
  const baseUrl = `http://127.0.0.1:${port}`;
  return new BackendProcess({
    directory,
    baseUrl,
    script: SCRIPT,
    environment: {
      [tasksVariable]: plan.tasks,
      // Lets the trial collect garbage before it reads the size of the heap.
      NODE_OPTIONS: '--expose-gc',
    },
    config: configurationOf(plan, { baseUrl, port, surroundings }),
  });
}

function configurationOf(
  plan: ClusterPlan,
  place: { baseUrl: string; port: number; surroundings: Surroundings },
): JsonObject {
  const { baseUrl, port, surroundings } = place;
  const silent = { enabled: false };
  return {
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: surroundings.databaseConfig,
      // The load balancer notices before the server stops listening.
      lifecycle: { serverShutdownDelay: { seconds: 2 } },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: OBSERVER_TOKEN, subject: 'observer' },
            accessRestrictions: [
              {
                plugin: 'adoption-metrics',
                permission: 'adoption-metrics.uptime.report',
              },
            ],
          },
        ],
      },
    },
    discovery: {
      endpoints: [{ target: surroundings.signIn.baseUrl, plugins: ['auth'] }],
    },
    adoptionMetrics: {
      timeZone: plan.timeZone,
      uptime: { heartbeat: { milliseconds: plan.beatMs } },
      alerts: {
        webhook: { url: surroundings.receiver.url, secret: SECRET },
        // Only transitions that the trial makes are counted.
        rules: {
          milestone: silent,
          metric: silent,
          collection: silent,
          'error-budget': silent,
          digest: silent,
        },
      },
      ...plan.settings,
    },
  };
}
