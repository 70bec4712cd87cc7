import { Knex } from 'knex';
import {
  insertMissing,
  replaceRows,
  toOptionalNumber,
  rowsOfTexts,
} from '../../database';
import { DAY_MS } from '../../time';

/**
 * Since when an entity has existed and been unchanged. Instants are in ms UTC.
 */
export interface EntityAge {
  firstSeenAt: number;
  /** Undefined if its content was never hashed. */
  unchangedSince?: number;
}

/** An entity, as seen by a scan. */
export interface ObservedEntity {
  /** In lower case. */
  entityRef: string;
  /** See `contentHash`; undefined if no rule needs it. */
  contentHash?: string;
}

const TABLE = 'catalog_entity_ages';
const KEY: Array<'source' | 'entity_ref'> = ['source', 'entity_ref'];

/** Updating `seen_at` in every scan would rewrite all rows daily. */
const RENEWAL_MS = 7 * DAY_MS;

type AgeRow = {
  source: string;
  entity_ref: string;
  first_seen_at: number;
  seen_at: number;
  content_hash: string | null;
  changed_at: number | null;
};

/**
 * Stores when entities were first seen, and when their content last changed,
 * because the catalog does not. The time before the first scan is unknown. A
 * re-created entity keeps its age. Only writes what has changed.
 */
export class EntityAgeStore {
  constructor(private readonly knex: Knex) {}

  /** Stores what a scan sees, and returns the ages of entities by ref. */
  async observe(
    observed: ObservedEntity[],
    scan: { source: string; now: number },
  ): Promise<Map<string, EntityAge>> {
    const refs = observed.map(({ entityRef }) => entityRef);
    const known = await this.#rowsOf(scan.source, refs);
    const rows = observed.map(each =>
      rowOf(each, known.get(each.entityRef), scan),
    );
    const fresh = rows.filter(row => !known.has(row.entity_ref));
    const changed = rows.filter(row => differs(row, known.get(row.entity_ref)));
    const target = { table: TABLE, key: KEY };
    await insertMissing(this.knex, target, fresh);
    await replaceRows(this.knex, target, changed);
    return new Map(rows.map(row => [row.entity_ref, ageOf(row)]));
  }

  async #rowsOf(source: string, refs: string[]) {
    const rows = await rowsOfTexts<AgeRow>(this.knex, {
      table: TABLE,
      column: 'entity_ref',
      texts: refs,
    }).where({ source });
    return new Map(rows.map(row => [row.entity_ref, withNumbers(row)]));
  }
}

function rowOf(
  { entityRef, contentHash }: ObservedEntity,
  known: AgeRow | undefined,
  { source, now }: { source: string; now: number },
): AgeRow {
  const isNew =
    contentHash !== undefined && contentHash !== known?.content_hash;
  const isDue = !known || now - known.seen_at >= RENEWAL_MS;
  return {
    source,
    entity_ref: entityRef,
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
