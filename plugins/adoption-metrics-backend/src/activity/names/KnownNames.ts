import { Knex } from 'knex';
import { chunked, insertMissing, retryTransient, Row } from '../../database';
import { Day } from '../../time';

const TABLE = 'known_names';

/** A name that so many people have used keeps a place of its own. */
const WITNESSES = 3;

/** Names that are not established are remembered up to so many. */
const MOST_CANDIDATES = 1_000;

/** What other replicas have learnt is read after so long, if it matters. */
const READ_AGAIN_AFTER_MS = 60_000;

/** How a name looked to one of the people who used it. */
interface NameRow extends Row {
  dimension: string;
  /** In lower case: names that differ in case only are the same. */
  name: string;
  /** Tells people apart, most of the time, and not who they are. */
  witness: number;
  spelling: string;
  /** When the witness came, in ms UTC; the driver may give a text. */
  first_at: number;
  last_day: Day;
}

/** How an established name is written, and when it was last used. */
interface Established {
  /** As most of its first users write it. */
  spelling: string;
  lastDay: Day;
}

/** A name and what is known of its use. */
interface KnownName extends Established {
  name: string;
  /** When the last of its first users came, in ms UTC. */
  since: number;
  rows: NameRow[];
}

/** Somebody used a name. */
export interface NameUse {
  /** As they write it. */
  spelling: string;
  /** From 0 to 255, always the same for a person and name. */
  witness: number;
  /** In ms UTC, and the day of it. */
  at: number;
  day: Day;
}

/**
 * Remembers the names of one dimension. What several people have used is
 * established, and stays so for as long as it is used: nobody can push it out.
 */
export class KnownNames {
  #names = new Map<string, KnownName>();
  /** By spelling and by lower case. */
  #established = new Map<string, KnownName>();
  #readAt = -Infinity;

  constructor(
    private readonly options: {
      knex: Knex;
      dimension: string;
      /** Most names that are established. */
      limit: number;
      /** Names that are established from the beginning. */
      reserved: string[];
    },
  ) {}

  /** What is known of an established name; undefined for any other. */
  established(name: string): Readonly<Established> | undefined {
    return (
      this.#established.get(name) ??
      this.#established.get(name.toLocaleLowerCase('en-US'))
    );
  }

  /** How a name is written. */
  spellingOf(name: string): string {
    const key = name.toLocaleLowerCase('en-US');
    return this.#names.get(key)?.spelling ?? name;
  }

  /** Reads what is known, unless that was done a moment ago. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#readAt < READ_AGAIN_AFTER_MS) {
      return;
    }
    const { knex, dimension } = this.options;
    const rows = await knex<NameRow>(TABLE).where({ dimension });
    this.#names = new Map();
    rows.forEach(row => this.#add(row));
    this.#establish();
    this.#readAt = performance.now();
  }

  /** Notes on which day names were used, for those that may be forgotten. */
  async touch(names: Iterable<string>, day: Day): Promise<void> {
    const old = [...names].flatMap(name => {
      const known = this.#names.get(name.toLocaleLowerCase('en-US'));
      return known && known.lastDay < day ? [known] : [];
    });
    if (old.length === 0) {
      return;
    }
    const { knex, dimension } = this.options;
    for (const chunk of chunked(old)) {
      await retryTransient(() =>
        knex<NameRow>(TABLE)
          .where({ dimension })
          .whereIn(
            'name',
            chunk.map(({ name }) => name),
          )
          .where('last_day', '<', day)
          .update({ last_day: day }),
      );
    }
    old.forEach(known => {
      known.lastDay = day;
    });
  }

  /** Whether a use says something new about a name. */
  isNews({ spelling, witness }: NameUse): boolean {
    const known = this.#names.get(spelling.toLocaleLowerCase('en-US'));
    return (
      !known ||
      (known.rows.length < WITNESSES &&
        known.rows.every(row => row.witness !== witness))
    );
  }

  /** Remembers uses that are news; the names may be established then. */
  async witness(uses: NameUse[]): Promise<void> {
    const { knex, dimension } = this.options;
    const rows: NameRow[] = [];
    for (const use of uses) {
      if (this.isNews(use) && (await this.#hasRoom(use))) {
        const row = toRow(dimension, use);
        this.#add(row);
        rows.push(row);
      }
    }
    if (rows.length > 0) {
      const key = ['dimension', 'name', 'witness'];
      await retryTransient(() =>
        insertMissing(knex, { table: TABLE, key }, rows),
      );
      this.#establish();
    }
  }

  #add(row: NameRow): void {
    const known = this.#names.get(row.name);
    const rows = [...(known?.rows ?? []), row];
    this.#names.set(row.name, {
      name: row.name,
      spelling: mostCommon(rows.map(({ spelling }) => spelling)),
      since: Math.max(...rows.map(({ first_at }) => Number(first_at))),
      lastDay: Math.max(...rows.map(({ last_day }) => last_day)),
      rows,
    });
  }

  // Whoever came first stays: those who come when it is full wait.
  #establish(): void {
    const { reserved, limit } = this.options;
    const shared = [...this.#names.values()]
      .filter(({ rows }) => rows.length >= WITNESSES)
      .sort((a, b) => a.since - b.since || (a.name < b.name ? -1 : 1))
      .slice(0, limit);
    this.#established = new Map(
      [...shared, ...reserved.map(reservedName)].flatMap(known => [
        [known.name, known],
        [known.spelling, known],
      ]),
    );
  }

  /** Makes room for a name that nobody has used, if need be. */
  async #hasRoom({ spelling, day }: NameUse): Promise<boolean> {
    if (this.#names.has(spelling.toLocaleLowerCase('en-US'))) {
      return true;
    }
    const candidates = [...this.#names.values()].filter(
      ({ rows }) => rows.length < WITNESSES,
    );
    if (candidates.length < MOST_CANDIDATES) {
      return true;
    }
    const oldest = candidates.reduce((a, b) => (b.lastDay < a.lastDay ? b : a));
    if (oldest.lastDay >= day) {
      return false;
    }
    const { knex, dimension } = this.options;
    await knex(TABLE).where({ dimension, name: oldest.name }).delete();
    this.#names.delete(oldest.name);
    return true;
  }
}

function toRow(
  dimension: string,
  { spelling, witness, at, day }: NameUse,
): NameRow {
  const name = spelling.toLocaleLowerCase('en-US');
  return {
    dimension,
    name,
    witness,
    spelling,
    first_at: at,
    last_day: day,
  };
}

function reservedName(spelling: string): KnownName {
  const name = spelling.toLocaleLowerCase('en-US');
  const [since, lastDay] = [-Infinity, Infinity];
  return { name, spelling, since, lastDay, rows: [] };
}

/** The text that most of them are; the first of those that are as common. */
function mostCommon(texts: string[]): string {
  const groups = [...Map.groupBy(texts, text => text).values()];
  return groups.reduce((a, b) => (b.length > a.length ? b : a))[0];
}
