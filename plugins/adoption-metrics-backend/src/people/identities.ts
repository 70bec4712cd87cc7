import { Knex } from 'knex';
import { chunked, insertMissing } from '../database';

export const PEOPLE = 'people';

/** A row of `people`: an identity, and the person it belongs to. */
export interface IdentityRow {
  id: number;
  pseudonym: string;
  first_day: number | null;
  last_day: number | null;
  opted_out: boolean | number;
  excluded: boolean | number;
  /** Whether the pseudonym was created with the previous secret. */
  former_secret: boolean | number;
  /**
   * The person that the identity was merged into; null for the person itself.
   */
  merged_into: number | null;
}

/** The id under which all data about the person is stored. */
export function personOf(
  identity: Pick<IdentityRow, 'id' | 'merged_into'>,
): number {
  return identity.merged_into ?? identity.id;
}

export async function addIdentities(
  tx: Knex,
  pseudonyms: string[],
): Promise<void> {
  await insertMissing(
    tx,
    { table: PEOPLE, key: ['pseudonym'] },
    pseudonyms.map(pseudonym => ({ pseudonym })),
  );
}

/**
 * Locks the rows of pseudonyms until the transaction ends. Everything that
 * locks people begins here, in the same order, so that there are no deadlocks.
 */
export async function lockIdentities(
  tx: Knex,
  pseudonyms: string[],
): Promise<IdentityRow[]> {
  const locked: IdentityRow[] = [];
  for (const chunk of chunked([...pseudonyms].sort())) {
    const rows = await tx<IdentityRow>(PEOPLE)
      .whereIn('pseudonym', chunk)
      .orderBy('pseudonym')
      .forNoKeyUpdate();
    locked.push(...rows);
  }
  return locked;
}

/** Throws if this process uses an outdated secret. */
export type SecretCheck = (tx: Knex) => Promise<void>;

/** Like `lockIdentities`, but adds missing ones. */
export async function lockOrAddIdentities(
  tx: Knex,
  pseudonyms: string[],
  assertCurrent?: SecretCheck,
): Promise<IdentityRow[]> {
  const locked = await lockIdentities(tx, pseudonyms);
  const known = new Set(locked.map(({ pseudonym }) => pseudonym));
  const missing = pseudonyms.filter(pseudonym => !known.has(pseudonym));
  if (missing.length === 0) {
    return locked;
  }
  await assertCurrent?.(tx);
  await addIdentities(tx, missing);
  // A row that existed a moment ago may have been deleted in the meantime.
  const added = await lockOrAddIdentities(tx, missing, assertCurrent);
  return [...locked, ...added];
}

/** Locks the people that identities belong to, by person id. */
export async function lockPeople(
  tx: Knex,
  identities: IdentityRow[],
): Promise<Map<number, IdentityRow>> {
  const people = new Map(identities.map(row => [row.id, row]));
  const missing = identities.map(personOf).filter(id => !people.has(id));
  for (const chunk of chunked([...new Set(missing)])) {
    const rows = await tx<IdentityRow>(PEOPLE)
      .whereIn('id', chunk)
      .orderBy('pseudonym')
      .forNoKeyUpdate();
    rows.forEach(row => people.set(row.id, row));
  }
  return people;
}

/**
 * Locks the people behind pseudonyms with all their identities, until the
 * transaction ends.
 */
export async function lockPeopleWhole(
  tx: Knex,
  pseudonyms: string[],
): Promise<IdentityRow[]> {
  const seen = await tx<IdentityRow>(PEOPLE).whereIn('pseudonym', pseudonyms);
  const ids = [...new Set(seen.map(personOf))];
  const locked = await tx<IdentityRow>(PEOPLE)
    .whereIn('id', ids)
    .orWhereIn('merged_into', ids)
    .orderBy('pseudonym')
    .forUpdate();
  const people = new Map(locked.map(row => [row.id, personOf(row)]));
  const unchanged = seen.every(row => people.get(row.id) === personOf(row));
  return unchanged ? locked : lockPeopleWhole(tx, pseudonyms);
}
