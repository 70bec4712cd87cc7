import { PortalActivityOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import {
  during,
  insertFresh,
  insertMissing,
  toOptionalNumber,
  Upsert,
  upsertAll,
} from '../../database';
import { Day, Interval } from '../../time';

const BATCHES = 'portal_batches';
const DAYS = 'portal_days';
const PEOPLE = 'portal_person_days';

/** A batch that is stored once. */
export interface StoredBatch {
  portalId: string;
  batchId: string;
  /** ms UTC. */
  receivedAt: number;
  outcome: PortalActivityOutcome;
}

/** A day of a portal, with those of its people who are known. */
export interface StoredDay {
  day: Day;
  personIds: number[];
  feedback?: { score: number; answers: number };
}

/** When a portal was reported. */
export interface Freshness {
  firstDay: Day;
  lastDay: Day;
  /** ms UTC. */
  reportedAt: number;
}

/** Keeps what other portals report. */
export class PortalStore {
  constructor(private readonly knex: Knex) {}

  /**
   * Claims the id of a batch in a transaction.
   *
   * @returns the answer of the first time, if it was stored before
   */
  async claim(
    tx: Knex,
    { portalId, batchId, receivedAt, outcome }: StoredBatch,
  ): Promise<PortalActivityOutcome | undefined> {
    const key = { portal_id: portalId, batch_id: batchId };
    const row = {
      ...key,
      received_at: receivedAt,
      people: outcome.accepted,
      outcome: JSON.stringify(outcome),
    };
    const target = { table: BATCHES, key: ['portal_id', 'batch_id'] };
    const fresh = await insertFresh<Record<string, unknown>>(tx, target, [row]);
    if (fresh.length > 0) {
      return undefined;
    }
    const stored = await tx(BATCHES).where(key).first('outcome');
    return JSON.parse(stored.outcome);
  }

  /** What a portal has reported since a moment. */
  async spentSince(
    tx: Knex,
    portalId: string,
    instant: number,
  ): Promise<{ batches: number; people: number }> {
    const row = await tx(BATCHES)
      .where({ portal_id: portalId })
      .where('received_at', '>=', instant)
      .count({ batches: '*' })
      .sum({ people: 'people' })
      .first();
    return { batches: Number(row?.batches), people: Number(row?.people ?? 0) };
  }

  /** Adds people to days, each of which is reported from then on. */
  async add(
    tx: Knex,
    { portalId, days, at }: { portalId: string; days: StoredDay[]; at: number },
  ): Promise<void> {
    const people = days.flatMap(({ day, personIds }) =>
      personIds.map(personId => ({
        day,
        portal_id: portalId,
        person_id: personId,
      })),
    );
    await insertMissing(
      tx,
      { table: PEOPLE, key: ['day', 'portal_id', 'person_id'] },
      people,
    );
    const toRow = ({ day, feedback }: StoredDay) => ({
      day,
      portal_id: portalId,
      reported_at: at,
      ...(feedback && { score: feedback.score, answers: feedback.answers }),
    });
    const [rated, others] = [
      days.filter(({ feedback }) => feedback).map(toRow),
      days.filter(({ feedback }) => !feedback).map(toRow),
    ];
    await upsertAll(tx, [
      reported(others, ['reported_at']),
      reported(rated, ['reported_at', 'score', 'answers']),
    ]);
  }

  /** By portal; those of which nothing was reported are left out. */
  async freshness(): Promise<Map<string, Freshness>> {
    const rows: Array<Record<string, any>> = await this.knex(DAYS)
      .groupBy('portal_id')
      .select('portal_id')
      .min({ first: 'day' })
      .max({ last: 'day', at: 'reported_at' });
    return new Map(
      rows.map(({ portal_id, first, last, at }) => [
        portal_id,
        {
          firstDay: Number(first),
          lastDay: Number(last),
          reportedAt: Number(at),
        },
      ]),
    );
  }

  /** Days of a range that were reported, oldest first, by portal. */
  async reportedDays(days: Interval): Promise<Map<string, Day[]>> {
    const rows: Array<{ portal_id: string; day: number }> = await during(
      this.knex(DAYS),
      days,
    )
      .orderBy('day')
      .select('portal_id', 'day');
    const byPortal = Map.groupBy(rows, row => row.portal_id);
    return new Map(
      [...byPortal].map(([id, found]) => [id, found.map(({ day }) => day)]),
    );
  }

  /** The mean of the scores that were reported of a range, by their answers. */
  async feedback(
    portalId: string,
    days: Interval,
  ): Promise<{ score: number; answers: number } | undefined> {
    const row = await during(this.knex(DAYS), days)
      .where({ portal_id: portalId })
      .whereNotNull('score')
      .select(this.knex.raw('sum(score * answers) as total'))
      .sum({ answers: 'answers' })
      .first();
    const answers = toOptionalNumber(row?.answers) ?? 0;
    return answers > 0
      ? { score: Number(row.total) / answers, answers }
      : undefined;
  }
}

function reported(rows: object[], replace: string[]): Upsert {
  return {
    table: DAYS,
    key: ['day', 'portal_id'],
    rows: rows as Upsert['rows'],
    replace,
  };
}
