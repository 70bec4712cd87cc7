import { Knex } from 'knex';
import {
  insertMissing,
  replaceRows,
  toOptionalNumber,
  rowsOfTexts,
} from '../../database';
import { EntityAge, EntityAgeStore, ObservedEntity } from './EntityAgeStore';

const TABLE = 'catalog_entity_ages';
const KEY: Array<'source' | 'entity_uid'> = ['source', 'entity_uid'];

/** A row that says each day that it was seen would be written each day. */
const RENEWAL_MS = 7 * 86_400_000;

type AgeRow = {
  source: string;
  entity_uid: string;
  first_seen_at: number;
  seen_at: number;
  content_hash: string | null;
  changed_at: number | null;
};

/** Keeps ages in the plugin's database, and writes only what has changed. */
export class DatabaseEntityAgeStore implements EntityAgeStore {
  constructor(private readonly knex: Knex) {}

  async observe(
    observed: ObservedEntity[],
    scan: { source: string; now: number },
  ): Promise<Map<string, EntityAge>> {
    const uids = observed.map(({ entityUid }) => entityUid);
    const known = await this.#rowsOf(scan.source, uids);
    const rows = observed.map(each =>
      rowOf(each, known.get(each.entityUid), scan),
    );
    const fresh = rows.filter(row => !known.has(row.entity_uid));
    const changed = rows.filter(row => differs(row, known.get(row.entity_uid)));
    const target = { table: TABLE, key: KEY };
    await insertMissing(this.knex, target, fresh);
    await replaceRows(this.knex, target, changed);
    return new Map(rows.map(row => [row.entity_uid, ageOf(row)]));
  }

  async #rowsOf(source: string, uids: string[]) {
    const column = 'entity_uid';
    const rows = await rowsOfTexts<AgeRow>(this.knex, {
      ...{ table: TABLE, column, texts: uids },
    }).where({ source });
    return new Map(rows.map(row => [row.entity_uid, withNumbers(row)]));
  }
}

function rowOf(
  { entityUid, contentHash }: ObservedEntity,
  known: AgeRow | undefined,
  { source, now }: { source: string; now: number },
): AgeRow {
  const isNew =
    contentHash !== undefined && contentHash !== known?.content_hash;
  const isDue = !known || now - known.seen_at >= RENEWAL_MS;
  return {
    source,
    entity_uid: entityUid,
    first_seen_at: known?.first_seen_at ?? now,
    seen_at: isDue ? now : known.seen_at,
    content_hash: contentHash ?? known?.content_hash ?? null,
    changed_at: isNew ? now : known?.changed_at ?? null,
  };
}

function differs(row: AgeRow, known: AgeRow | undefined): boolean {
  return (
    known !== undefined &&
    (row.seen_at !== known.seen_at || row.content_hash !== known.content_hash)
  );
}

function withNumbers(row: AgeRow): AgeRow {
  return {
    ...row,
    first_seen_at: Number(row.first_seen_at),
    seen_at: Number(row.seen_at),
    changed_at: toOptionalNumber(row.changed_at) ?? null,
  };
}

function ageOf({ first_seen_at, changed_at }: AgeRow): EntityAge {
  return {
    firstSeenAt: first_seen_at,
    ...(changed_at !== null && { unchangedSince: changed_at }),
  };
}
