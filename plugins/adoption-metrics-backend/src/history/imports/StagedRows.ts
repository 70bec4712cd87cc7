import { Knex } from 'knex';
import { breathe, chunked, insertMissing } from '../../database';
import { PeopleStore, Pseudonymizer } from '../../people';
import { Day } from '../../time';
import { AnonymousUse } from './AnonymousUse';
import { DatedUse } from './readTable';

const TABLE = 'import_rows';

/** Rows per transaction. */
const ROWS_AT_ONCE = 5_000;

type StagedRow = {
  import_id: number;
  day: number;
  person_id: number;
  plugin_id: string;
  action: string;
  n: number;
};

/**
 * Stores an uploaded table until it is imported, under pseudonyms, and without
 * people who opted out.
 */
export class StagedRows {
  constructor(
    private readonly options: {
      knex: Knex;
      people: Pick<PeopleStore, 'admit'>;
      pseudonymize: Pseudonymizer;
    },
  ) {}

  async add(importId: number, uses: DatedUse[]): Promise<void> {
    for (const some of chunked(uses, ROWS_AT_ONCE)) {
      await breathe();
      await this.options.knex.transaction(tx => this.#add(importId, some, tx));
    }
  }

  /** Everyone's actions on a day. */
  async uses(importId: number, day: Day): Promise<AnonymousUse[]> {
    const rows: Array<StagedRow & { pseudonym: string }> = await this.options
      .knex(TABLE)
      .join('people', 'people.id', `${TABLE}.person_id`)
      .where({ import_id: importId, day })
      .select(`${TABLE}.*`, 'people.pseudonym');
    return rows.map(({ pseudonym, plugin_id, action, n }) => ({
      pseudonym,
      pluginId: plugin_id,
      action,
      count: n,
    }));
  }

  async remove(importId: number): Promise<void> {
    await this.options.knex(TABLE).where({ import_id: importId }).delete();
  }

  async #add(importId: number, uses: DatedUse[], tx: Knex): Promise<void> {
    const { people, pseudonymize } = this.options;
    const named = uses.map(use => ({
      ...use,
      pseudonym: pseudonymize(use.entityRef),
    }));
    const ids = await people.admit(
      named.map(({ pseudonym }) => pseudonym),
      tx,
    );
    const rows = new Map<string, StagedRow>();
    for (const { day, pseudonym, pluginId, action, count } of named) {
      const personId = ids.get(pseudonym);
      if (personId === undefined) {
        continue;
      }
      // Two names of one person may have been merged.
      const key = JSON.stringify([day, personId, pluginId, action]);
      rows.set(key, {
        import_id: importId,
        day,
        person_id: personId,
        plugin_id: pluginId,
        action,
        n: (rows.get(key)?.n ?? 0) + count,
      });
    }
    await insertMissing(
      tx,
      {
        table: TABLE,
        key: ['import_id', 'day', 'person_id', 'plugin_id', 'action'],
      },
      [...rows.values()],
    );
  }
}
