import { Knex } from 'knex';
import { Interval } from '../time';

const TABLE = 'incident_notes';

/** A note on an incident; instants in ms UTC. */
export interface StoredNote {
  id: number;
  /** An instant during the incident. */
  momentAt: number;
  writtenAt: number;
  /** Entity ref; undefined once that person is forgotten. */
  writtenBy?: string;
  note: string;
}

interface NoteRow {
  id: number;
  moment_at: number | string;
  written_at: number | string;
  written_by: string | null;
  note: string;
}

/**
 * Stores notes on incidents. A note refers to an instant, because the start of
 * an incident may still change.
 */
export class IncidentNoteStore {
  readonly signedTables = [TABLE];

  constructor(private readonly knex: Knex) {}

  async add(note: Omit<StoredNote, 'id'>): Promise<StoredNote> {
    const [{ id }] = await this.knex(TABLE)
      .insert({
        moment_at: note.momentAt,
        written_at: note.writtenAt,
        written_by: note.writtenBy ?? null,
        note: note.note,
      })
      .returning('id');
    return { id, ...note };
  }

  /** Notes on instants in a window, in the order in which they were written. */
  async during({ from, to }: Interval): Promise<StoredNote[]> {
    const rows = await this.knex<NoteRow>(TABLE)
      .where('moment_at', '>=', from)
      .where('moment_at', '<', to)
      .orderBy(['written_at', 'id']);
    return rows.map(noteOf);
  }

  /** Removes a person's name from everything they wrote. */
  async forgetAuthor(entityRef: string): Promise<void> {
    await this.knex(TABLE)
      .where('written_by', entityRef)
      .update({ written_by: null });
  }
}

function noteOf(row: NoteRow): StoredNote {
  return {
    id: row.id,
    momentAt: Number(row.moment_at),
    writtenAt: Number(row.written_at),
    ...(row.written_by !== null && { writtenBy: row.written_by }),
    note: row.note,
  };
}
