import { Knex } from 'knex';
import { toOptionalNumber } from '../database';
import { Interval } from '../time';
import { MaintenanceWindow } from './maintenance';

const TABLE = 'maintenance_windows';

interface MaintenanceRow {
  id: number;
  from_at: number | string;
  to_at: number | string;
  declared_at: number | string;
  declared_by: string | null;
  reason: string;
  cancelled_at: number | string | null;
}

/** Stores declared maintenance windows. */
export class MaintenanceStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  async declare(
    declaration: Omit<MaintenanceWindow, 'id' | 'cancelledAt'>,
  ): Promise<MaintenanceWindow> {
    const [{ id }] = await this.knex(TABLE)
      .insert({
        from_at: declaration.from,
        to_at: declaration.to,
        declared_at: declaration.declaredAt,
        declared_by: declaration.declaredBy ?? null,
        reason: declaration.reason,
      })
      .returning('id');
    return { id, ...declaration };
  }

  async find(id: number): Promise<MaintenanceWindow | undefined> {
    const row = await this.knex<MaintenanceRow>(TABLE).where({ id }).first();
    return row && windowOf(row);
  }

  /**
   * Cancels a window as of an instant in ms UTC, unless it is already canceled.
   */
  async cancel(id: number, at: number): Promise<void> {
    await this.knex(TABLE)
      .where({ id })
      .whereNull('cancelled_at')
      .update({ cancelled_at: at });
  }

  /** Removes a person's name from all windows they declared. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('declared_by', entityRef)
      .update({ declared_by: null });
  }

  /** Windows that overlap an interval, including canceled ones, by start. */
  async during({ from, to }: Interval): Promise<MaintenanceWindow[]> {
    const rows = await this.knex<MaintenanceRow>(TABLE)
      .where('from_at', '<', to)
      .where('to_at', '>', from)
      .orderBy(['from_at', 'id']);
    return rows.map(windowOf);
  }
}

function windowOf(row: MaintenanceRow): MaintenanceWindow {
  const cancelledAt = toOptionalNumber(row.cancelled_at);
  return {
    id: row.id,
    from: Number(row.from_at),
    to: Number(row.to_at),
    declaredAt: Number(row.declared_at),
    ...(row.declared_by !== null && { declaredBy: row.declared_by }),
    reason: row.reason,
    ...(cancelledAt !== undefined && { cancelledAt }),
  };
}
