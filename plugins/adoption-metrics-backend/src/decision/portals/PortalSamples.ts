import { Knex } from 'knex';
import { during, replaceRows, toOptionalNumber } from '../../database';
import { METRIC } from '../../activity';
import { Measurement, Sample } from '../../samples';
import { Day, Interval, ReportingZone } from '../../time';

const TABLE = 'portal_samples';

/** What is counted of other portals; raised when that changes. */
const DEFINITION_VERSION = 1;

/** Active people of a portal, and when they were counted. */
export type PortalMeasurement = Measurement & { coverage: number };

/** Keeps active people of other portals, and of any, by closed day. */
export class PortalSamples {
  constructor(
    private readonly knex: Knex,
    private readonly zone: Pick<ReportingZone, 'name'>,
  ) {}

  /** Replaces all samples of a day of a portal. */
  async replaceDay(
    { portalId, day, at }: { portalId: string; day: Day; at: number },
    measured: PortalMeasurement[],
  ): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx(TABLE).where({ portal_id: portalId, day }).delete();
      await replaceRows<Record<string, unknown>>(
        tx,
        { table: TABLE, key: ['day', 'portal_id', 'dimension', 'member'] },
        measured.map(each => ({
          day,
          portal_id: portalId,
          dimension: each.dimension,
          member: each.member,
          value: each.value ?? null,
          numerator: each.numerator ?? null,
          denominator: each.denominator ?? null,
          n: each.n ?? null,
          coverage: each.coverage,
          computed_at: at,
        })),
      );
    });
  }

  /** A dimension of a portal over some days, oldest first, then by member. */
  async history(
    portalId: string,
    dimension: string,
    days: Interval,
  ): Promise<Sample[]> {
    const rows: Array<Record<string, any>> = await during(
      this.knex(TABLE),
      days,
    )
      .where({ portal_id: portalId, dimension })
      .orderBy(['day', 'member']);
    return rows.map(row => ({
      // So that they are drawn and compared as those of this portal are.
      metric: METRIC,
      dimension,
      member: row.member,
      day: row.day,
      value: toOptionalNumber(row.value),
      numerator: toOptionalNumber(row.numerator),
      denominator: toOptionalNumber(row.denominator),
      n: toOptionalNumber(row.n),
      coverage: Number(row.coverage),
      definitionVersion: DEFINITION_VERSION,
      timeZone: this.zone.name,
      // A portal may report a day again whenever it likes.
      state: 'provisional',
      computedAt: Number(row.computed_at),
    }));
  }
}
