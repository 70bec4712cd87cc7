import { setTimeout as delay } from 'node:timers/promises';
import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import {
  DatabaseUnderTest,
  deadline,
  DeadlineStore,
  DeadlineWeek,
  DeadlineWeekStore,
  evaluateAll,
  samplesUntil,
} from '../testUtils';

const PATIENCE_MS = 180_000;
const DAY_MS = 86_400_000;

type Turn = 'at-risk' | 'on-track';

/** Weeks as they are stored, to be recognized by their states. */
const weeks: Record<Turn, DeadlineWeek> = {
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

/** The status of the deadline, which turns from one state to the other. */
export class Transitions {
  /** The states that there have been, in their order. */
  readonly made: Turn[] = [];
  #week = 0;

  constructor(private readonly database: DatabaseUnderTest) {}

  /**
   * Sets a deadline that outlasts the trial, and whose first week is still to
   * come: the portal has none of its own to evaluate.
   *
   * @param now - in ms UTC
   */
  async begin(now: number): Promise<void> {
    const start = Math.floor(now / DAY_MS) + 7;
    const lasting = { ...deadline, start, date: start + 36_500 };
    this.#week = start;
    await this.#persistently(async knex => {
      await new DeadlineStore(knex).replace(undefined, lasting, { at: 0 });
    });
  }

  /** Has the deadline evaluated as in the other state. */
  async turn(): Promise<void> {
    const state = this.made.length % 2 === 0 ? 'at-risk' : 'on-track';
    this.#week += 7;
    const week = { ...weeks[state], week: this.#week };
    await this.#persistently(async knex => {
      const { id } = (await new DeadlineStore(knex).current())!;
      const stored = { ...week, deadlineId: id, revision: 0, evaluatedAt: 0 };
      await new DeadlineWeekStore(knex).add(stored);
    });
    this.made.push(state);
  }

  /** Resolves when each turn was noticed: one is told from the next. */
  async untilNoticed(): Promise<void> {
    await this.#until(alerts => alerts.length >= this.made.length);
  }

  /** All alerts, once everything that was to be delivered is. */
  untilDelivered(): Promise<KeptAlert[]> {
    return this.#until(
      alerts =>
        alerts.length >= this.made.length &&
        alerts.every(({ deliveries }) =>
          deliveries.every(({ status }) => status === 'sent'),
        ),
    );
  }

  /** All alerts as they are. */
  read(): Promise<KeptAlert[]> {
    return this.#persistently(readAlerts);
  }

  /** Gives up after a while, with what there is. */
  async #until(isDone: (alerts: KeptAlert[]) => boolean): Promise<KeptAlert[]> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const alerts = await this.read();
      if (isDone(alerts) || Date.now() > giveUpAt) {
        return alerts;
      }
      await delay(100);
    }
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
