import { ChosenOption } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { Day } from '../../time';

const TABLE = 'annotations';

/** A note on a day. */
export interface StoredAnnotation {
  id: number;
  day: Day;
  text: string;
  /** The decision, if the annotation records one. */
  decision?: ChosenOption;
  /** In ms UTC. */
  writtenAt: number;
  /** Entity ref; undefined once the person is forgotten. */
  writtenBy?: string;
}

/** An annotation that records a decision. */
export type DecidedAnnotation = StoredAnnotation & { decision: ChosenOption };

interface AnnotationRow {
  id: number;
  day: number;
  text: string;
  decision: string | null;
  decision_title: string | null;
  written_at: number | string;
  written_by: string | null;
}

const newestFirst = ['day', 'id'].map(column => ({ column, order: 'desc' }));

/** Stores annotations forever, like the metrics that they explain. */
export class AnnotationStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  async add(
    annotation: Omit<StoredAnnotation, 'id'>,
  ): Promise<StoredAnnotation> {
    const { day, text, decision, writtenAt, writtenBy } = annotation;
    const [{ id }] = await this.knex<AnnotationRow>(TABLE)
      .insert({
        day,
        text,
        decision: decision?.id ?? null,
        decision_title: decision?.title ?? null,
        written_at: writtenAt,
        written_by: writtenBy ?? null,
      })
      .returning('id');
    return { id, ...annotation };
  }

  /** Annotations of the days `[from, to)`, by day. */
  async during({ from, to }: { from: Day; to: Day }) {
    const rows = await this.knex<AnnotationRow>(TABLE)
      .where('day', '>=', from)
      .where('day', '<', to)
      .orderBy(['day', 'id']);
    return rows.map(annotationOf);
  }

  /** The last decision within a range of days. */
  async lastDecision(
    from: Day,
    until = Infinity,
  ): Promise<DecidedAnnotation | undefined> {
    const query = this.knex<AnnotationRow>(TABLE)
      .where('day', '>=', from)
      .whereNotNull('decision');
    if (until < Infinity) {
      query.where('day', '<=', until);
    }
    const row = await query.orderBy(newestFirst).first();
    return row && (annotationOf(row) as DecidedAnnotation);
  }

  /** All decisions, latest day first. */
  async decisions(): Promise<DecidedAnnotation[]> {
    const rows = await this.knex<AnnotationRow>(TABLE)
      .whereNotNull('decision')
      .orderBy(newestFirst);
    return rows.map(row => annotationOf(row) as DecidedAnnotation);
  }

  async byId(id: number): Promise<StoredAnnotation | undefined> {
    const row = await this.knex<AnnotationRow>(TABLE).where({ id }).first();
    return row && annotationOf(row);
  }

  /**
   * @returns whether it existed
   */
  async remove(id: number): Promise<boolean> {
    return (await this.knex(TABLE).where({ id }).delete()) > 0;
  }

  /** Removes a person's name from everything they wrote. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('written_by', entityRef)
      .update({ written_by: null });
  }
}

function annotationOf(row: AnnotationRow): StoredAnnotation {
  return {
    id: row.id,
    day: row.day,
    text: row.text,
    ...(row.decision !== null && {
      decision: { id: row.decision, title: row.decision_title! },
    }),
    writtenAt: Number(row.written_at),
    ...(row.written_by !== null && { writtenBy: row.written_by }),
  };
}
