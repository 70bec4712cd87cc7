import { Knex } from 'knex';
import { insertMissing } from '../database';
import { PersonTable } from '../parts';
import { union } from '../time';
import { PersonSpanTable, SpanRow } from './spans';

interface People {
  from: number;
  into: number;
}

/** Moves rows from one person to another, without duplicates. */
export async function moveRows(
  tx: Knex,
  { table, key }: PersonTable,
  { from, into }: People,
): Promise<void> {
  const alreadyThere = tx({ kept: table }).where('kept.person_id', into);
  for (const column of key) {
    alreadyThere.whereRaw('?? = ??', [`kept.${column}`, `${table}.${column}`]);
  }
  await tx(table).where({ person_id: from }).whereExists(alreadyThere).delete();
  await tx(table).where({ person_id: from }).update({ person_id: into });
}

type KeyedSpan = SpanRow & Record<string, number | null>;

/** Moves spans from one person to another, and merges adjacent ones. */
export async function moveSpans(
  tx: Knex,
  { table, key }: PersonSpanTable,
  { from, into }: People,
): Promise<void> {
  const ofBoth = () => tx<KeyedSpan>(table).whereIn('person_id', [from, into]);
  const spans: KeyedSpan[] = await ofBoth();
  const keyOf = (span: KeyedSpan) => key.map(column => span[column]).join(' ');
  const united = [...Map.groupBy(spans, keyOf).values()].flatMap(group =>
    unite(group).map(days => ({ ...group[0], ...days, person_id: into })),
  );
  await ofBoth().delete();
  await insertMissing<KeyedSpan>(
    tx,
    { table, key: ['person_id', ...key, 'from_day'] },
    united,
  );
}

function unite(spans: SpanRow[]): Array<Omit<SpanRow, 'person_id'>> {
  const intervals = spans.map(({ from_day, to_day }) => ({
    from: from_day,
    to: to_day ?? Infinity,
  }));
  return union(intervals).map(({ from, to }) => ({
    from_day: from,
    to_day: to === Infinity ? null : to,
  }));
}
