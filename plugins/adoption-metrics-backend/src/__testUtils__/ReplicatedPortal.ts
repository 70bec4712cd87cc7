import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import {
  evaluateAll,
  deadline,
  samplesUntil,
} from '../deadline/__testUtils__/weeks';
import { DeadlineStore, DeadlineWeekStore, DeadlineWeek } from '../deadline';
import { AlertReceiver } from './AlertReceiver';
import { BackendProcess } from './BackendProcess';
import { DatabaseUnderTest } from './DatabaseUnderTest';
import { findFreePort } from './freePort';
import { EPOCH_VARIABLE } from './restlessness';

const SECRET = 'a secret that only the receiver knows';
const REPLICAS = 2;
const PATIENCE_MS = 120_000;

/** Weeks as they are stored, to be recognized by their states. */
const weeks = {
  'at-risk': weekIn('at-risk', Array(40).fill(0.1)),
  'on-track': weekIn(
    'on-track',
    Array.from({ length: 40 }, (_, week) => 0.1 + 0.006 * week),
  ),
};

/** An alert and what was to be delivered of it. */
interface KeptAlert {
  state: DeadlineState;
  deliveries: Array<{ id: string; status: string; attempts: number }>;
}

/** Several restless backends on one PostgreSQL, and somebody who is notified. */
export class ReplicatedPortal {
  #week = deadline.start;

  private constructor(
    readonly replicas: BackendProcess[],
    readonly database: DatabaseUnderTest,
    readonly receiver: AlertReceiver,
    private readonly directory: string,
  ) {}

  /** Nothing runs before it has begun. */
  static async open(
    engine: string,
    random: () => number,
  ): Promise<ReplicatedPortal> {
    const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-replicas-'));
    const database = await DatabaseUnderTest.start(engine, directory);
    const receiver = await AlertReceiver.start({ secret: SECRET, random });
    const epoch = String(Date.now());
    const replicas: BackendProcess[] = [];
    for (let index = 0; index < REPLICAS; index++) {
      const place = mkdtempSync(join(directory, 'replica-'));
      replicas.push(
        await replicaIn(place, { epoch, database, url: receiver.url }),
      );
    }
    return new ReplicatedPortal(replicas, database, receiver, directory);
  }

  /** Has the deadline evaluated as the state says. */
  async turnTo(state: keyof typeof weeks): Promise<void> {
    this.#week += 7;
    const week = { ...weeks[state], week: this.#week };
    await this.#persistently(async knex => {
      const { id } = (await new DeadlineStore(knex).current())!;
      const stored = {
        ...week,
        deadlineId: id,
        revision: 0,
        evaluatedAt: 0,
      };
      await new DeadlineWeekStore(knex).add(stored);
    });
  }

  /** Resolves with all alerts when there are so many and all were delivered. */
  async untilNotified(count: number): Promise<KeptAlert[]> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const alerts = await this.#persistently(readAlerts);
      const sendings = alerts.flatMap(({ deliveries }) => deliveries);
      if (
        alerts.length >= count &&
        sendings.every(({ status }) => status === 'sent')
      ) {
        return alerts;
      }
      if (Date.now() > giveUpAt) {
        throw new Error(`Not delivered in time: ${JSON.stringify(alerts)}`);
      }
      await delay(100);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map(each => each.end('SIGKILL')));
    await this.receiver.stop();
    await this.database.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Starts the replicas: the first one migrates the database for both. */
  async begin(): Promise<void> {
    const [first, ...others] = this.replicas;
    await first.start();
    await this.#persistently(async knex => {
      const lasting = { ...deadline, date: deadline.date + 36_500 };
      await new DeadlineStore(knex).replace(undefined, lasting, {
        at: 0,
      });
    });
    await Promise.all(others.map(each => each.start()));
  }

  // The database may be away for a moment.
  async #persistently<T>(act: (knex: Knex) => Promise<T>): Promise<T> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const knex = this.database.connect();
      try {
        return await act(knex);
      } catch (error) {
        if (Date.now() > giveUpAt) {
          throw error;
        }
        await delay(100);
      } finally {
        await knex.destroy();
      }
    }
  }
}

async function replicaIn(
  directory: string,
  options: { epoch: string; database: DatabaseUnderTest; url: string },
): Promise<BackendProcess> {
  const { epoch, database, url } = options;
  const port = await findFreePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const silent = { enabled: false };
  return new BackendProcess({
    directory,
    baseUrl,
    script: 'serveRestlessly.ts',
    environment: { [EPOCH_VARIABLE]: epoch },
    config: {
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: database.config,
      },
      adoptionMetrics: {
        alerts: {
          webhook: { url, secret: SECRET },
          rules: {
            milestone: silent,
            metric: silent,
            collection: silent,
            'error-budget': silent,
            digest: silent,
          },
        },
      },
    },
  });
}

async function readAlerts(knex: Knex): Promise<KeptAlert[]> {
  const alerts = await knex('alerts').orderBy('id').select('id', 'state');
  const deliveries = await knex('alert_deliveries').orderBy('id');
  return alerts.map(({ id, state }) => ({
    state,
    deliveries: deliveries
      .filter(({ alert_id }) => alert_id === id)
      .map(each => ({
        id: each.id,
        status: each.status,
        attempts: each.attempts,
      })),
  }));
}

function weekIn(state: DeadlineState, shares: number[]): DeadlineWeek {
  const found = evaluateAll(samplesUntil('2026-07-19', shares)).find(
    week => week.state === state,
  );
  if (!found) {
    throw new Error(`No week of these shares is ${state}`);
  }
  return found;
}
