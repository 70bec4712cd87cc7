import { Knex } from 'knex';
import { retryTransient, toOptionalNumber } from '../database';
import {
  addIdentities,
  IdentityRow,
  lockIdentities,
  lockOrAddIdentities,
  lockPeopleWhole,
  PEOPLE,
  personOf,
} from './identities';
import { moveRows, moveSpans } from './moveRecords';
import { peopleSpanTables } from './spanTables';
import { PersonTable } from '../parts';
import {
  DaySpan,
  Forgotten,
  PersonRecord,
  PersonRecordStore,
} from './PersonRecordStore';
import { SpanRow } from './spans';

export class DatabasePersonRecordStore implements PersonRecordStore {
  constructor(
    private readonly knex: Knex,
    /** The tables of other folders. */
    private readonly tables: PersonTable[],
  ) {}

  async read(pseudonym: string): Promise<PersonRecord | undefined> {
    const identity = await this.#find(this.knex, { pseudonym });
    const person =
      identity && (await this.#find(this.knex, { id: personOf(identity) }));
    if (!person) {
      return undefined;
    }
    const { id } = person;
    return {
      personId: id,
      optedOut: Boolean(person.opted_out),
      firstDay: toOptionalNumber(person.first_day),
      lastDay: toOptionalNumber(person.last_day),
      developer: (await this.#spans('developer_spans', id)).map(toSpan),
      teams: await this.#teams(id),
    };
  }

  async setOptedOut(pseudonym: string, optedOut: boolean): Promise<void> {
    await this.#write(async tx => {
      const lock = optedOut ? lockOrAddIdentities : lockIdentities;
      const ids = (await lock(tx, [pseudonym])).map(personOf);
      await tx<IdentityRow>(PEOPLE)
        .whereIn('id', ids)
        .update({ opted_out: optedOut });
    });
  }

  forget(pseudonym: string, { stop }: { stop: boolean }): Promise<Forgotten> {
    return this.#write(async tx => {
      const identities = await lockPeopleWhole(tx, [pseudonym]);
      const optedOut = identities.some(row => row.opted_out);
      const stopped = stop || optedOut;
      const deleted = await this.#deleteAll(tx, identities);
      const pseudonyms = identities.map(row => row.pseudonym);
      if (stopped) {
        await keepOptedOut(tx, new Set([...pseudonyms, pseudonym]));
      }
      const onlyOptOut = optedOut && deleted.rows === 0;
      const forgotten = identities.length > 0 && !onlyOptOut;
      return { forgotten, activeDays: deleted.activeDays, stopped };
    });
  }

  merge({ from, into }: { from: string; into: string }): Promise<boolean> {
    return this.#write(async tx => {
      if (!(await this.#find(tx, { pseudonym: from }))) {
        return false;
      }
      await lockOrAddIdentities(tx, [into]);
      const rows = await lockPeopleWhole(tx, [from, into]);
      const personAs = (pseudonym: string) => {
        const identity = rows.find(row => row.pseudonym === pseudonym);
        return identity && rows.find(row => row.id === personOf(identity));
      };
      const [source, target] = [personAs(from), personAs(into)];
      if (source && target && source.id !== target.id) {
        await this.#move(tx, { source, target });
      }
      return source !== undefined;
    });
  }

  async #move(
    tx: Knex,
    { source, target }: { source: IdentityRow; target: IdentityRow },
  ): Promise<void> {
    const people = { from: source.id, into: target.id };
    for (const table of this.tables) {
      await moveRows(tx, table, people);
    }
    for (const table of peopleSpanTables) {
      await moveSpans(tx, table, people);
    }
    await tx<IdentityRow>(PEOPLE)
      .where({ id: target.id })
      .update(bothOf(source, target));
    await tx<IdentityRow>(PEOPLE)
      .where({ id: source.id })
      .orWhere({ merged_into: source.id })
      .update({
        merged_into: target.id,
        first_day: null,
        last_day: null,
        opted_out: false,
        excluded: false,
      });
  }

  async #deleteAll(tx: Knex, identities: IdentityRow[]) {
    const ids = identities.map(({ id }) => id);
    const deleted = { rows: 0, activeDays: 0 };
    const tables: PersonTable[] = [...this.tables, ...peopleSpanTables];
    for (const { table, activeDays } of tables) {
      const rows = await tx(table).whereIn('person_id', ids).delete();
      deleted.rows += rows;
      deleted.activeDays += activeDays ? rows : 0;
    }
    await tx(PEOPLE).whereIn('id', ids).delete();
    return deleted;
  }

  #find(
    tx: Knex,
    which: Partial<IdentityRow>,
  ): Promise<IdentityRow | undefined> {
    return tx<IdentityRow>(PEOPLE).where(which).first();
  }

  #spans(table: string, personId: number): Promise<SpanRow[]> {
    return this.knex<SpanRow>(table)
      .where({ person_id: personId })
      .orderBy('from_day');
  }

  async #teams(personId: number): Promise<PersonRecord['teams']> {
    const rows: Array<SpanRow & { entity_ref: string; name: string }> =
      await this.knex('team_spans')
        .join('teams', 'teams.id', 'team_spans.team_id')
        .where({ person_id: personId })
        .orderBy(['entity_ref', 'from_day']);
    return rows.map(row => ({
      ...toSpan(row),
      entityRef: row.entity_ref,
      name: row.name,
    }));
  }

  #write<T>(run: (tx: Knex) => Promise<T>): Promise<T> {
    return retryTransient(() => this.knex.transaction(run));
  }
}

function toSpan({ from_day, to_day }: SpanRow): DaySpan {
  return { from: from_day, to: to_day ?? undefined };
}

async function keepOptedOut(tx: Knex, pseudonyms: Set<string>) {
  await addIdentities(tx, [...pseudonyms]);
  await tx<IdentityRow>(PEOPLE)
    .whereIn('pseudonym', [...pseudonyms])
    .update({ opted_out: true });
}

function bothOf(a: IdentityRow, b: IdentityRow): Partial<IdentityRow> {
  const days = (key: 'first_day' | 'last_day') =>
    [a[key], b[key]].filter(day => day !== null);
  const [first, last] = [days('first_day'), days('last_day')];
  return {
    first_day: first.length > 0 ? Math.min(...first) : null,
    last_day: last.length > 0 ? Math.max(...last) : null,
    opted_out: Boolean(a.opted_out) || Boolean(b.opted_out),
  };
}
