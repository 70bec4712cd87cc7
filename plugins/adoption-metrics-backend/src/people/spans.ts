import { Knex } from 'knex';
import { chunked, insertMissing } from '../database';
import { Day } from '../time';
import { PEOPLE } from './identities';

/** Days from `from_day` to before `to_day`; null while they last. */
export interface SpanRow {
  person_id: number;
  from_day: Day;
  to_day: Day | null;
}

/** A table of spans none of which overlap. */
export interface PersonSpanTable {
  table: string;
  /** The columns that distinguish whose or what spans these are. */
  key: string[];
}

export const peopleSpanTables: PersonSpanTable[] = [
  { table: 'developer_spans', key: [] },
  { table: 'team_spans', key: ['team_id'] },
  { table: 'attribute_spans', key: ['value_id'] },
];

/** The rows of a table of spans that speak of one set of people. */
interface SpanSet {
  table: string;
  /** Columns besides the person, such as the team; none for developers. */
  of: Record<string, number>;
}

/**
 * Makes `members` the people of a set from `day` on.
 *
 * @param open - the open spans of the set
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

// A span that would end on the day on which it began never was.
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
 * Those of some people who are held. Until the transaction ends none of them is
 * forgotten or merged, after which nothing may be written about them.
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

// Somebody who left and came back on one day was there all the time. The rest,
// who have no open span, are returned.
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
