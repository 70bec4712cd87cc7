import { Knex } from 'knex';
import { replaceRows } from '../database';

const TABLE = 'alert_acknowledgements';

/** That somebody has acknowledged an alert. */
export interface StoredAcknowledgement {
  alertId: number;
  /** In ms UTC. */
  at: number;
  /** Entity ref; undefined once that person is forgotten. */
  by?: string;
  note?: string;
}

interface AcknowledgementRow {
  alert_id: number;
  acknowledged_at: number | string;
  acknowledged_by: string | null;
  note: string | null;
}

/** Keeps the latest acknowledgement of each alert. */
export class AcknowledgementStore {
  constructor(private readonly knex: Knex) {}

  async set({ alertId, at, by, note }: StoredAcknowledgement): Promise<void> {
    const row = {
      alert_id: alertId,
      acknowledged_at: at,
      acknowledged_by: by ?? null,
      note: note ?? null,
    };
    await replaceRows(this.knex, { table: TABLE, key: ['alert_id'] }, [row]);
  }

  /** Those of some alerts, by alert. */
  async of(alertIds: number[]): Promise<Map<number, StoredAcknowledgement>> {
    const rows = await this.knex<AcknowledgementRow>(TABLE).whereIn(
      'alert_id',
      alertIds,
    );
    return new Map(rows.map(row => [row.alert_id, acknowledgementOf(row)]));
  }

  /** Takes the name of somebody off everything they acknowledged. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('acknowledged_by', entityRef)
      .update({ acknowledged_by: null });
  }
}

function acknowledgementOf(row: AcknowledgementRow): StoredAcknowledgement {
  return {
    alertId: row.alert_id,
    at: Number(row.acknowledged_at),
    ...(row.acknowledged_by !== null && { by: row.acknowledged_by }),
    ...(row.note !== null && { note: row.note }),
  };
}
