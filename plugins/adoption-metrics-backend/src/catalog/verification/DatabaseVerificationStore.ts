import { Knex } from 'knex';
import { chunked } from '../../database';
import { StoredVerification, VerificationStore } from './VerificationStore';

const TABLE = 'catalog_verifications';

interface VerificationRow {
  id: number;
  entity_ref: string;
  verified_at: number | string;
  verified_by: string | null;
  note: string | null;
}

/** Keeps verifications in the plugin's database. */
export class DatabaseVerificationStore implements VerificationStore {
  constructor(private readonly knex: Knex) {}

  async add(verification: StoredVerification): Promise<void> {
    const { entityRef, verifiedAt, verifiedBy, note } = verification;
    await this.knex<VerificationRow>(TABLE).insert({
      entity_ref: entityRef,
      verified_at: verifiedAt,
      verified_by: verifiedBy ?? null,
      note: note ?? null,
    });
  }

  async latestOf(entityRefs: string[]): Promise<Map<string, number>> {
    const latest = new Map<string, number>();
    for (const refs of chunked(entityRefs)) {
      const rows: Array<{ entity_ref: string; at: number }> = await this.knex(
        TABLE,
      )
        .whereIn('entity_ref', refs)
        .groupBy('entity_ref')
        .select('entity_ref')
        .max({ at: 'verified_at' });
      rows.forEach(row => latest.set(row.entity_ref, Number(row.at)));
    }
    return latest;
  }

  async recent({
    entityRef,
    limit,
  }: {
    entityRef?: string;
    limit: number;
  }): Promise<StoredVerification[]> {
    const query = this.knex<VerificationRow>(TABLE)
      .orderBy([
        { column: 'verified_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (entityRef !== undefined) {
      query.where({ entity_ref: entityRef });
    }
    return (await query).map(verificationOf);
  }

  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('verified_by', entityRef)
      .update({ verified_by: null });
  }
}

function verificationOf(row: VerificationRow): StoredVerification {
  return {
    entityRef: row.entity_ref,
    verifiedAt: Number(row.verified_at),
    ...(row.verified_by !== null && { verifiedBy: row.verified_by }),
    ...(row.note !== null && { note: row.note }),
  };
}
