import { Knex } from 'knex';
import { chunked, insertMissing } from '../database';
import { Day } from '../time';
import { PEOPLE } from './identities';

/** Half-open range of days; open-ended if `to_day` is null. */
export interface SpanRow {
  person_id: number;
  from_day: Day;
  to_day: Day | null;
}

/** A table of spans that do not overlap. */
export interface PersonSpanTable {
  table: string;
  /** The columns that identify what the spans are about. */
  key: string[];
}

export const peopleSpanTables: PersonSpanTable[] = [
  { table: 'developer_spans', key: [] },
  { table: 'team_spans', key: ['team_id'] },
  { table: 'attribute_spans', key: ['value_id'] },
];

/** The spans of one set of people. */
interface SpanSet {
  table: string;
  /** Columns besides the person, such as the team; empty for developers. */
  of: Record<string, number>;
}

/**
 * Sets the members of a set from `day` on.
 *
 * @param open - open spans of the set
 */
export async function replaceMembers(
  tx: Knex,
  set: SpanSet,
  change: { open: SpanRow[]; members: number[]; day: Day },
): Promise<void> {
  const { open, day } = change;
  const members = new Set(change.members);
  const before = new Set(open.map(span => span.person_id));
  await endSpans(tx, set, {
    spans: open.filter(span => !members.has(span.person_id)),
    day,
  });
  await beginSpans(tx, set, {
    personIds: [...members].filter(id => !before.has(id)),
    day,
  });
}

// A span that would end on its first day is deleted.
async function endSpans(
  tx: Knex,
  { table, of }: SpanSet,
  { spans, day }: { spans: SpanRow[]; day: Day },
) {
  const ended = spans.filter(span => span.from_day < day);
  const never = spans.filter(span => span.from_day >= day);
  const openOf = (chunk: SpanRow[]) =>
    tx<SpanRow>(table)
      .where(of)
      .whereIn(
        'person_id',
        chunk.map(span => span.person_id),
      )
      .whereNull('to_day');
  for (const chunk of chunked(ended)) {
    await openOf(chunk).update({ to_day: day });
  }
  for (const chunk of chunked(never)) {
    await openOf(chunk).delete();
  }
}

async function beginSpans(
  tx: Knex,
  set: SpanSet,
  { personIds, day }: { personIds: number[]; day: Day },
) {
  for (const chunk of chunked(personIds.sort((a, b) => a - b))) {
    const held = await lockThoseHeld(tx, chunk);
    const rest = await reopenSpans(tx, set, { personIds: held, day });
    const key = ['person_id', ...Object.keys(set.of), 'from_day'];
    await insertMissing<Record<string, unknown>>(
      tx,
      { table: set.table, key },
      rest.map(id => ({
        ...set.of,
        person_id: id,
        from_day: day,
        to_day: null,
      })),
    );
  }
}

/**
 * Locks those of the people who still exist, so that nobody is deleted or
 * merged before the transaction ends.
 */
export async function lockThoseHeld(
  tx: Knex,
  ids: number[],
): Promise<number[]> {
  const rows = await tx(PEOPLE)
    .whereIn('id', ids)
    .whereNull('merged_into')
    .orderBy('id')
    .forKeyShare()
    .select('id');
  return rows.map(({ id }) => id);
}

// Reopens spans of people who left and came back on the same day. Returns the
// other people.
async function reopenSpans(
  tx: Knex,
  { table, of }: SpanSet,
  { personIds, day }: { personIds: number[]; day: Day },
): Promise<number[]> {
  const spans = () =>
    tx<SpanRow>(table).where(of).whereIn('person_id', personIds);
  await spans().where({ to_day: day }).update({ to_day: null });
  const open = await spans().whereNull('to_day').select('person_id');
  const present = new Set(open.map(span => span.person_id));
  return personIds.filter(id => !present.has(id));
}
