import { HistoryImport } from 'backstage-plugin-adoption-metrics-common';
import {
  ImportedUse,
  OpenImport,
} from 'backstage-plugin-adoption-metrics-node';
import { breathe } from '../../database';
import { Interval, Day, formatDay, ReportingZone } from '../../time';
import { refusalOf } from './AnonymousUse';
import { ImportPreview } from './ImportStore';

/** Days for which a table may have nothing, such as over a holiday. */
const WEEK_DAYS = 7;

type Skipped = HistoryImport['skipped'];

/** Which days can be imported. */
export interface ImportRange {
  /** The first day within the retention period. */
  oldest: Day;
  /** The first day that was measured here, or is not over. */
  before: Day;
  today: Day;
  /** Days that were imported earlier. */
  taken: ReadonlySet<Day>;
}

/** Catalog users, by ref in lower case. */
export interface KnownUsers {
  developers: ReadonlySet<string>;
  users: ReadonlySet<string>;
}

/** The preview of an import, with its first and last day. */
export type PreviewedDays = { preview: ImportPreview } & Partial<
  Record<'firstDay' | 'lastDay', Day>
>;

/** Previews an import, day by day. */
export class ImportPreviewer {
  readonly #perDay: ImportPreview['perDay'] = [];
  readonly #people = new Set<string>();
  readonly #refused = {
    guest: new Set<string>(),
    'not-a-user': new Set<string>(),
  };
  #taken = 0;
  #limits: Interval = { from: 0, to: 0 };
  /** Counts the days between two that were given. */
  #count: (since: Day, until: Day) => number = () => 0;

  constructor(
    private readonly range: ImportRange,
    private readonly known: KnownUsers,
  ) {}

  /** Reads all days of a source that can be imported. */
  async readAll(open: OpenImport, zone: ReportingZone): Promise<void> {
    const span = await open.span();
    if (!span) {
      return;
    }
    const days = { first: zone.dayOf(span.first), last: zone.dayOf(span.last) };
    const { from, to } = this.limit(days);
    for (let day = from; day < to; day++) {
      // Statements on SQLite are synchronous and would block the event loop.
      await breathe();
      const interval = zone.intervalOf(day);
      this.add(day, await (open.people?.(interval) ?? open.uses(interval)));
    }
  }

  /** Limits a span to days that can be imported, half-open. */
  limit({ first, last }: { first: Day; last: Day }): Interval {
    const { oldest, before } = this.range;
    const from = Math.max(first, oldest);
    this.#limits = { from, to: Math.max(from, Math.min(last + 1, before)) };
    this.#count = (since, until) =>
      Math.max(0, Math.min(last + 1, until) - Math.max(first, since));
    return this.#limits;
  }

  /**
   * Limits the days of a table, in order, to those that can be imported. A day
   * that is far outside says nothing of the days between: a slip in a year would
   * make months of days without anyone.
   */
  limitTable(days: Day[]): Interval {
    const { oldest, before } = this.range;
    const near = days.filter(
      day => day >= oldest - WEEK_DAYS && day < before + WEEK_DAYS,
    );
    this.limit({ first: near[0] ?? oldest, last: near.at(-1) ?? oldest - 1 });
    this.#count = (since, until) =>
      days.filter(day => day >= since && day < until).length;
    return this.#limits;
  }

  /** Adds a day, unless it was imported earlier. */
  add(day: Day, uses: Array<Pick<ImportedUse, 'entityRef' | 'count'>>): void {
    if (this.range.taken.has(day)) {
      this.#taken++;
      return;
    }
    const people = new Set<string>();
    let interactions = 0;
    for (const { entityRef, count } of uses) {
      const refusal = refusalOf(entityRef);
      const ref = entityRef.toLocaleLowerCase('en-US');
      (refusal ? this.#refused[refusal] : people).add(ref);
      interactions += refusal ? 0 : count;
    }
    people.forEach(ref => this.#people.add(ref));
    this.#perDay.push({
      day: formatDay(day),
      people: people.size,
      interactions,
    });
  }

  /**
   * @param faults - of rows that cannot be read
   */
  finish(faults: Skipped = []): PreviewedDays {
    const { from, to } = this.#limits;
    const interactions = this.#perDay.reduce(
      (sum, each) => sum + each.interactions,
      0,
    );
    const preview = {
      interactions,
      people: this.#countPeople(),
      perDay: this.#perDay,
      skipped: [...this.#skipped(), ...faults],
    };
    return this.#perDay.length > 0
      ? { preview, firstDay: from, lastDay: to - 1 }
      : { preview };
  }

  #countPeople(): ImportPreview['people'] {
    const { developers, users } = this.known;
    const counts = { developers: 0, otherUsers: 0, unknown: 0 };
    for (const ref of this.#people) {
      if (developers.has(ref)) {
        counts.developers++;
      } else {
        counts[users.has(ref) ? 'otherUsers' : 'unknown']++;
      }
    }
    return counts;
  }

  #skipped(): Skipped {
    const { oldest, before, today } = this.range;
    const counts = [
      ['too-old', 'days', this.#count(-Infinity, oldest)],
      ['measured-here', 'days', this.#count(Math.max(before, oldest), today)],
      ['not-over', 'days', this.#count(today, Infinity)],
      ['imported-before', 'days', this.#taken],
      ['guest', 'people', this.#refused.guest.size],
      ['not-a-user', 'people', this.#refused['not-a-user'].size],
    ] as const;
    return counts
      .filter(([, , n]) => n > 0)
      .map(([reason, unit, n]) => ({ reason, unit, count: n, detail: null }));
  }
}
