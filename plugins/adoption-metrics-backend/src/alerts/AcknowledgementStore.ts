import { Knex } from 'knex';
import { replaceRows } from '../database';
import { ACKNOWLEDGEMENTS } from './tables';

/** An acknowledgement of an alert. */
export interface StoredAcknowledgement {
  alertId: number;
  /** In ms UTC. */
  at: number;
  /** Entity ref; undefined once the person is forgotten. */
  by?: string;
  note?: string;
}

interface AcknowledgementRow {
  alert_id: number;
  acknowledged_at: number | string;
  acknowledged_by: string | null;
  note: string | null;
}

/** Stores the latest acknowledgement of each alert. */
export class AcknowledgementStore {
  readonly signedTables = [ACKNOWLEDGEMENTS];

  constructor(private readonly knex: Knex) {}

  async set({ alertId, at, by, note }: StoredAcknowledgement): Promise<void> {
    const row = {
      alert_id: alertId,
      acknowledged_at: at,
      acknowledged_by: by ?? null,
      note: note ?? null,
    };
    await replaceRows(
      this.knex,
      { table: ACKNOWLEDGEMENTS, key: ['alert_id'] },
      [row],
    );
  }

  /** Acknowledgements of some alerts, by alert id. */
  async of(alertIds: number[]): Promise<Map<number, StoredAcknowledgement>> {
    const rows = await this.knex<AcknowledgementRow>(ACKNOWLEDGEMENTS).whereIn(
      'alert_id',
      alertIds,
    );
    return new Map(rows.map(row => [row.alert_id, acknowledgementOf(row)]));
  }

  /** Removes a person's name from everything they acknowledged. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(ACKNOWLEDGEMENTS)
      .where('acknowledged_by', entityRef)
      .update({ acknowledged_by: null });
  }
}

function acknowledgementOf(row: AcknowledgementRow): StoredAcknowledgement {
  return {
    alertId: row.alert_id,
    at: Number(row.acknowledged_at),
    by: row.acknowledged_by ?? undefined,
    note: row.note ?? undefined,
  };
}
