import { Knex } from 'knex';

const TABLE = 'decision_answers';

/** What somebody answered; without a value they took an answer back. */
export interface StoredAnswer {
  value?: unknown;
  note?: string;
  /** In ms UTC. */
  at: number;
  /** Entity ref; undefined once that person is forgotten. */
  by?: string;
}

/** So many answers to one question are shown. */
const MOST_EARLIER = 10;

/** Answers to all questions together that are looked through. */
const MOST_READ = 2_000;

interface AnswerRow {
  id: number;
  question: string;
  value: string | null;
  note: string | null;
  answered_at: number | string;
  answered_by: string | null;
}

/** Stores answers; all that were ever given, without an end. */
export class AnswerStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  /** Stores one answer to each question. */
  async add(answers: Map<string, StoredAnswer>): Promise<void> {
    const rows = [...answers].map(([question, answer]) => ({
      question,
      value: answer.value === undefined ? null : JSON.stringify(answer.value),
      note: answer.note ?? null,
      answered_at: answer.at,
      answered_by: answer.by ?? null,
    }));
    if (rows.length > 0) {
      await this.knex(TABLE).insert(rows);
    }
  }

  /** What holds now, by question. */
  async read(): Promise<Map<string, StoredAnswer>> {
    const rows = await this.knex<AnswerRow>(TABLE).whereIn(
      'id',
      this.knex<AnswerRow>(TABLE).max('id').groupBy('question'),
    );
    return new Map(
      rows
        .filter(({ value }) => value !== null)
        .map(row => [row.question, answerOf(row)]),
    );
  }

  /** What was answered before that, by question, the latest first. */
  async readEarlier(): Promise<Map<string, StoredAnswer[]>> {
    const rows = await this.knex<AnswerRow>(TABLE)
      .select()
      .orderBy('id', 'desc')
      .limit(MOST_READ);
    const earlier = new Map<string, StoredAnswer[]>();
    const held = new Set<string>();
    for (const row of rows) {
      const { question, value } = row;
      const list = earlier.get(question) ?? [];
      // The latest is what holds now, unless it was taken back.
      if (held.has(question) || value === null) {
        list.push(answerOf(row));
      }
      held.add(question);
      earlier.set(question, list.slice(0, MOST_EARLIER));
    }
    return earlier;
  }

  /** Changes with every answer. */
  async state(): Promise<string> {
    const row = await this.knex(TABLE).max({ last: 'id' }).first();
    return String(row?.last);
  }

  /** Removes the name of a person from everything they answered. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('answered_by', entityRef)
      .update({ answered_by: null });
  }
}

function answerOf(row: AnswerRow): StoredAnswer {
  return {
    ...(row.value !== null && { value: JSON.parse(row.value) }),
    at: Number(row.answered_at),
    ...(row.note !== null && { note: row.note }),
    ...(row.answered_by !== null && { by: row.answered_by }),
  };
}
