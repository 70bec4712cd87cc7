import { ANY_PORTAL } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { WINDOW_DAYS } from '../../activity';
import { insertMissing, upsertAll } from '../../database';
import { Day, Interval } from '../../time';

const TABLE = 'portal_rollups';

/** A day of a portal that has to be measured. */
export interface DuePortalDay {
  portalId: string;
  day: Day;
  /** Counts what came for it. */
  revision: number;
}

/** Keeps which days of which portals are measured. */
export class PortalRollups {
  constructor(private readonly knex: Knex) {}

  /**
   * Notes that something was reported of some days of a portal: all days whose
   * windows hold one of them have to be measured, of the portal and of all together.
   */
  async markLate(portalId: string, days: Day[], tx: Knex): Promise<void> {
    const affected = new Set(
      days.flatMap(day =>
        Array.from({ length: WINDOW_DAYS }, (_, i) => day + i),
      ),
    );
    await this.mark(
      [portalId, ANY_PORTAL].flatMap(id =>
        [...affected].map(day => ({ portalId: id, day })),
      ),
      tx,
    );
  }

  /** Notes that these days have to be measured, again if they were. */
  async mark(
    days: Array<Omit<DuePortalDay, 'revision'>>,
    tx: Knex = this.knex,
  ): Promise<void> {
    await upsertAll(tx, [
      {
        table: TABLE,
        key: ['day', 'portal_id'],
        add: ['revision'],
        rows: days.map(({ portalId, day }) => toRow(portalId, day)),
      },
    ]);
  }

  /** Makes sure that every day of a portal is measured once. */
  async open(portalId: string, days: Interval): Promise<void> {
    const row = await this.#of(portalId, days).count({ n: '*' }).first();
    if (Number(row?.n) >= days.to - days.from) {
      return;
    }
    await insertMissing(
      this.knex,
      { table: TABLE, key: ['day', 'portal_id'] },
      Array.from({ length: days.to - days.from }, (_, i) =>
        toRow(portalId, days.from + i),
      ),
    );
  }

  /** Days of a portal that have to be measured, newest first. */
  async due(portalId: string, days: Interval): Promise<DuePortalDay[]> {
    const rows: Array<Omit<DuePortalDay, 'portalId'>> = await this.#of(
      portalId,
      days,
    )
      .whereRaw('?? <> ??', ['revision', 'measured'])
      .orderBy('day', 'desc')
      .select('day', 'revision');
    return rows.map(({ day, revision }) => ({ portalId, day, revision }));
  }

  /** Notes that a day was measured, as it was when it was due. */
  async advance({ portalId, day, revision }: DuePortalDay): Promise<void> {
    await this.knex(TABLE)
      .where({ day, portal_id: portalId })
      .update({ measured: revision });
  }

  #of(portalId: string, { from, to }: Interval): Knex.QueryBuilder {
    return this.knex(TABLE)
      .where({ portal_id: portalId })
      .where('day', '>=', from)
      .where('day', '<', to);
  }
}

function toRow(portalId: string, day: Day) {
  return { day, portal_id: portalId, revision: 1, measured: 0 };
}
