import { Knex } from 'knex';
import { retryTransient, toOptionalNumber } from '../database';
import { PersonTable } from '../parts';
import { Day } from '../time';
import {
  addIdentities,
  IdentityRow,
  lockIdentities,
  lockOrAddIdentities,
  lockPeopleWhole,
  PEOPLE,
  personOf,
  SecretCheck,
} from './identities';
import { moveRows, moveSpans } from './moveRecords';
import { peopleSpanTables, SpanRow } from './spans';

/** Half-open range of days; open-ended if `to` is undefined. */
export interface DaySpan {
  from: Day;
  to: Day | undefined;
}

/** What is stored about a person, besides their activity. */
export interface PersonRecord {
  personId: number;
  optedOut: boolean;
  /** First and last active day; undefined if not recorded. */
  firstDay: Day | undefined;
  lastDay: Day | undefined;
  developer: DaySpan[];
  teams: Array<DaySpan & { entityRef: string; name: string }>;
  /** Values of configured attributes, by id of the attribute. */
  attributes: Array<DaySpan & { attribute: string; value: string }>;
}

/** The result of forgetting a person. */
interface Forgotten {
  /** Whether anything was stored about the person. */
  forgotten: boolean;
  /** The number of active days that were deleted. */
  activeDays: number;
  /** Whether future activity is ignored as well. */
  stopped: boolean;
}

/**
 * Reads, moves, and deletes all data about people, in the tables of all
 * folders.
 */
export class PersonRecordStore {
  /** Tables that identify people by more than a number. */
  readonly namingTables = [PEOPLE];

  constructor(
    private readonly knex: Knex,
    /** Tables of other folders. */
    private readonly tables: PersonTable[],
    /** Checked first: after a change of the secret, nobody would be found. */
    private readonly assertCurrent?: SecretCheck,
  ) {}

  async read(pseudonym: string): Promise<PersonRecord | undefined> {
    await this.assertCurrent?.(this.knex);
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
      attributes: await this.#attributes(id),
    };
  }

  /** Waits for pending batches, so that nothing is stored after opting out. */
  async setOptedOut(pseudonym: string, optedOut: boolean): Promise<void> {
    await this.#write(async tx => {
      const lock = optedOut ? lockOrAddIdentities : lockIdentities;
      const ids = (await lock(tx, [pseudonym])).map(personOf);
      await tx<IdentityRow>(PEOPLE)
        .whereIn('id', ids)
        .update({ opted_out: optedOut });
      if (optedOut) {
        await this.#deleteOfOpenDay(tx, ids);
      }
    });
  }

  async #deleteOfOpenDay(tx: Knex, ids: number[]): Promise<void> {
    for (const { table } of this.tables.filter(each => each.ofOpenDay)) {
      await tx(table).whereIn('person_id', ids).delete();
    }
  }

  /**
   * Deletes a person with all identities, in one transaction. With `stop`, or
   * if the person had opted out, their pseudonyms remain, so that future
   * activity is ignored.
   */
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

  /**
   * Moves all data of one identity to another one, in one transaction, and
   * future activity as well. If either has opted out, both have. Idempotent.
   *
   * @returns whether `from` is known
   */
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

  async #attributes(personId: number): Promise<PersonRecord['attributes']> {
    const rows: Array<SpanRow & { attribute: string; value: string }> =
      await this.knex('attribute_spans')
        .join('attribute_values as held', 'held.id', 'attribute_spans.value_id')
        .where({ person_id: personId })
        .orderBy(['attribute', 'from_day']);
    return rows.map(row => ({
      ...toSpan(row),
      attribute: row.attribute,
      value: row.value,
    }));
  }

  #write<T>(run: (tx: Knex) => Promise<T>): Promise<T> {
    return retryTransient(() =>
      this.knex.transaction(async tx => {
        await this.assertCurrent?.(tx);
        return run(tx);
      }),
    );
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
