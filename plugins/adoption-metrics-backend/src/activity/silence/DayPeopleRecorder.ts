import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { insertMissing, retryTransient } from '../../database';
import { PeopleStore } from '../../people';
import { Day, ReportingZone } from '../../time';
import { OpenDayTable } from './DayStore';

interface Note {
  table: OpenDayTable;
  day: Day;
  pseudonym: string;
}

/**
 * Records for the current day who opened our card or page, and whose batches
 * failed. Not awaited; after an error, it tries again with the next person,
 * because batches mostly fail when the database does.
 */
export class DayPeopleRecorder {
  #today: Day | undefined;
  readonly #noted = new Set<string>();
  #waiting: Note[] = [];
  #storing: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: {
      knex: Knex;
      people: Pick<PeopleStore, 'admit'>;
      clock: Clock;
      zone: ReportingZone;
    },
  ) {}

  /** Records a person, once a day. */
  note(table: OpenDayTable, pseudonym: string): void {
    const day = this.options.zone.dayOf(this.options.clock.now());
    if (day !== this.#today) {
      this.#today = day;
      this.#noted.clear();
    }
    const key = `${table} ${pseudonym}`;
    if (!this.#noted.has(key)) {
      this.#noted.add(key);
      this.#waiting.push({ table, day, pseudonym });
      this.flush();
    }
  }

  /**
   * Resolves once everything is stored, or has to wait for the next attempt.
   */
  flush(): Promise<void> {
    this.#storing = this.#storing.then(() => this.#storeWaiting());
    return this.#storing;
  }

  async #storeWaiting(): Promise<void> {
    const notes = this.#waiting.splice(0);
    if (notes.length === 0) {
      return;
    }
    try {
      await retryTransient(() =>
        this.options.knex.transaction(tx => this.#store(tx, notes)),
      );
    } catch {
      this.#waiting.unshift(...notes);
    }
  }

  async #store(tx: Knex, notes: Note[]): Promise<void> {
    const ids = await this.options.people.admit(
      notes.map(({ pseudonym }) => pseudonym),
      tx,
    );
    const admitted = notes.filter(({ pseudonym }) => ids.has(pseudonym));
    for (const [table, group] of Map.groupBy(admitted, note => note.table)) {
      await insertMissing(
        tx,
        { table, key: ['day', 'person_id'] },
        group.map(({ day, pseudonym }) => ({
          day,
          person_id: ids.get(pseudonym)!,
        })),
      );
    }
  }
}
