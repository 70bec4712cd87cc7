import { Knex } from 'knex';
import { chunked, insertMissing, retryTransient, Row } from '../../database';
import { Day } from '../../time';

const TABLE = 'known_names';

/** How many people must have used a name to establish it. */
const WITNESSES = 3;

/** The maximum number of names to remember that are not established. */
const MOST_CANDIDATES = 1_000;

/** How often changes by other replicas are read, if they matter. */
const READ_AGAIN_AFTER_MS = 60_000;

/** A name, as used by one person. */
interface NameRow extends Row {
  dimension: string;
  /** In lower case, because names are not case-sensitive. */
  name: string;
  /** Distinguishes most people without identifying them. */
  witness: number;
  spelling: string;
  /** When this person first used it, in ms UTC; a string on some drivers. */
  first_at: number;
  last_day: Day;
}

/** An established name. */
interface Established {
  /** The spelling that most of its first users used. */
  spelling: string;
  lastDay: Day;
}

/** A name, and what is known about it. */
interface KnownName extends Established {
  name: string;
  /** When the last of its first users came, in ms UTC. */
  since: number;
  rows: NameRow[];
}

/** The use of a name by a person. */
interface NameUse {
  /** As sent by the person. */
  spelling: string;
  /** From 0 to 255, constant for a person and name. */
  witness: number;
  /** In ms UTC, and the day. */
  at: number;
  day: Day;
}

/**
 * Stores the names of one dimension. A name that several people have used is
 * established for as long as it is used, and cannot be displaced by others.
 */
export class KnownNames {
  #names = new Map<string, KnownName>();
  /** By spelling, and in lower case. */
  #established = new Map<string, KnownName>();
  #readAt = -Infinity;

  constructor(
    private readonly options: {
      knex: Knex;
      dimension: string;
      /** The maximum number of established names. */
      limit: number;
      /** Names that are always established. */
      reserved: string[];
    },
  ) {}

  /** An established name; undefined for any other. */
  established(name: string): Readonly<Established> | undefined {
    return (
      this.#established.get(name) ??
      this.#established.get(name.toLocaleLowerCase('en-US'))
    );
  }

  /** The canonical spelling of a name. */
  spellingOf(name: string): string {
    const key = name.toLocaleLowerCase('en-US');
    return this.#names.get(key)?.spelling ?? name;
  }

  /** Reads names from the database, unless that was done recently. */
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

  /** Updates when names were last used, because unused names are forgotten. */
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

  /** Whether a use adds anything new about a name. */
  isNews({ spelling, witness }: NameUse): boolean {
    const known = this.#names.get(spelling.toLocaleLowerCase('en-US'));
    return (
      !known ||
      (known.rows.length < WITNESSES &&
        known.rows.every(row => row.witness !== witness))
    );
  }

  /** Stores new uses, which may establish names. */
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

  // First come, first served, up to the limit.
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

  /** Makes room for a new name, by removing the least recently used one. */
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

/** The most common text; the first one if there are several. */
function mostCommon(texts: string[]): string {
  const groups = [...Map.groupBy(texts, text => text).values()];
  return groups.reduce((a, b) => (b.length > a.length ? b : a))[0];
}
