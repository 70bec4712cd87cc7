import { Knex } from 'knex';
import { chunked } from '../../database';

const TABLE = 'catalog_verifications';

/** An owner's confirmation of an entity. */
export interface Verification {
  /** In lower case. */
  entityRef: string;
  /** In ms UTC. */
  verifiedAt: number;
  /** Entity ref in lower case; undefined once the person is forgotten. */
  verifiedBy?: string;
  note?: string;
}

/** The position in a list. */
export interface VerificationPosition {
  verifiedAt: number;
  id: number;
}

/** Selects confirmations. */
export interface VerificationQuery {
  /** In lower case. Defaults to all entities. */
  entityRef?: string;
  /** The last one of the previous page. */
  after?: VerificationPosition;
  limit: number;
}

type StoredVerification = Verification & VerificationPosition;

interface VerificationRow {
  id: number;
  entity_ref: string;
  verified_at: number | string;
  verified_by: string | null;
  note: string | null;
}

/** Stores who confirmed which entity, and when. */
export class VerificationStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  async add(verification: Verification): Promise<void> {
    const { entityRef, verifiedAt, verifiedBy, note } = verification;
    await this.knex<VerificationRow>(TABLE).insert({
      entity_ref: entityRef,
      verified_at: verifiedAt,
      verified_by: verifiedBy ?? null,
      note: note ?? null,
    });
  }

  /** When each entity was last confirmed, in ms UTC. */
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

  /** A page of confirmations, newest first. */
  async recent(query: VerificationQuery): Promise<StoredVerification[]> {
    const { entityRef, after, limit } = query;
    const rows = this.knex<VerificationRow>(TABLE)
      .orderBy([
        { column: 'verified_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    if (entityRef !== undefined) {
      rows.where({ entity_ref: entityRef });
    }
    if (after) {
      skipTo(rows, after);
    }
    return (await rows).map(verificationOf);
  }

  /** Removes a person's name from everything they confirmed. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('verified_by', entityRef)
      .update({ verified_by: null });
  }
}

function skipTo(rows: Knex.QueryBuilder, after: VerificationPosition): void {
  const { verifiedAt, id } = after;
  rows.where(earlier =>
    earlier
      .where('verified_at', '<', verifiedAt)
      .orWhere(same =>
        same.where('verified_at', verifiedAt).where('id', '<', id),
      ),
  );
}

function verificationOf(row: VerificationRow): StoredVerification {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    verifiedAt: Number(row.verified_at),
    ...(row.verified_by !== null && { verifiedBy: row.verified_by }),
    ...(row.note !== null && { note: row.note }),
  };
}
