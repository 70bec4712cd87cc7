import { Knex } from 'knex';
import { chunked, insertMissing, replaceRows } from '../database';
import { Day } from '../time';
import { DeveloperCount, DeveloperStore } from './DeveloperStore';

const SPANS = 'developer_spans';
const COUNTS = 'developer_counts';

interface SpanRow {
  person_id: number;
  from_day: number;
  to_day: number | null;
}

interface CountRow {
  day: number;
  developers: number;
  excluded: number;
  held: boolean | number;
}

export class DatabaseDeveloperStore implements DeveloperStore {
  constructor(private readonly knex: Knex) {}

  async replaceDevelopers(
    personIds: number[],
    count: { day: Day; excluded: number },
  ): Promise<void> {
    const { day, excluded } = count;
    const developers = personIds.length;
    await this.knex.transaction(async tx => {
      const open = await tx<SpanRow>(SPANS).whereNull('to_day');
      const before = new Set(open.map(span => span.person_id));
      const now = new Set(personIds);
      await endSpans(
        tx,
        open.filter(span => !now.has(span.person_id)),
        day,
      );
      await beginSpans(
        tx,
        personIds.filter(id => !before.has(id)),
        day,
      );
      await writeCount(tx, { day, developers, excluded, held: false });
    });
  }

  async hold(day: Day): Promise<void> {
    const last = await this.countOn(day);
    if (last) {
      await writeCount(this.knex, { ...last, day, held: true });
    }
  }

  async countOn(day: Day): Promise<DeveloperCount | undefined> {
    const row = await this.knex<CountRow>(COUNTS)
      .where('day', '<=', day)
      .orderBy('day', 'desc')
      .first('day', 'developers', 'excluded', 'held');
    return row && { ...row, held: Boolean(row.held) };
  }
}

// A span that would end on the day on which it began never was.
async function endSpans(tx: Knex, spans: SpanRow[], day: Day) {
  const ended = spans.filter(span => span.from_day < day);
  const never = spans.filter(span => span.from_day >= day);
  for (const chunk of chunked(ended.map(span => span.person_id))) {
    await tx<SpanRow>(SPANS)
      .whereIn('person_id', chunk)
      .whereNull('to_day')
      .update({ to_day: day });
  }
  for (const chunk of chunked(never.map(span => span.person_id))) {
    await tx<SpanRow>(SPANS)
      .whereIn('person_id', chunk)
      .whereNull('to_day')
      .delete();
  }
}

// Somebody who left and came back on one day was there all the time.
async function beginSpans(tx: Knex, personIds: number[], day: Day) {
  for (const chunk of chunked(personIds)) {
    await tx<SpanRow>(SPANS)
      .whereIn('person_id', chunk)
      .where({ to_day: day })
      .update({ to_day: null });
  }
  const open = await tx<SpanRow>(SPANS).whereNull('to_day').select('person_id');
  const present = new Set(open.map(span => span.person_id));
  await insertMissing(
    tx,
    { table: SPANS, key: ['person_id', 'from_day'] },
    personIds
      .filter(id => !present.has(id))
      .map(id => ({ person_id: id, from_day: day, to_day: null })),
  );
}

async function writeCount(tx: Knex, count: DeveloperCount): Promise<void> {
  await replaceRows(tx, { table: COUNTS, key: ['day'] }, [{ ...count }]);
}
