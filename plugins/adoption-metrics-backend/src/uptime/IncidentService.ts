import { NotFoundError } from '@backstage/errors';
import {
  IncidentNote,
  IncidentNoteRequest,
  UptimeIncidents,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { z } from 'zod';
import { AskedPage, CursorFactory, Cursors } from '../http';
import { DAY_MS, formatInstant, Interval } from '../time';
import { formatIncident, formatNote } from './answers';
import { Incident } from './incidents';
import { IncidentNoteStore } from './IncidentNoteStore';
import { UptimeReporter } from './UptimeReporter';

/** How far to look back first, in ms. */
const FIRST_LOOK = 7 * DAY_MS;

interface IncidentQuery {
  limit: number;
  /** Defaults to all kinds. */
  kind?: Incident['kind'];
}

/** Lists incidents, and adds notes to them. Instants are in ms UTC. */
export class IncidentService {
  /** The next page ends where the oldest incident of this page began. */
  readonly #cursors: Cursors<number>;

  constructor(
    private readonly options: {
      reporter: UptimeReporter;
      notes: IncidentNoteStore;
      clock: Clock;
      cursors: CursorFactory;
    },
  ) {
    this.#cursors = options.cursors('GET /uptime/incidents', z.number());
  }

  /**
   * A page of incidents in a range, newest first.
   *
   * @throws InputError if the cursor is not valid
   */
  async list(
    range: Interval,
    asked: AskedPage & { query: IncidentQuery },
    now: number,
  ): Promise<UptimeIncidents> {
    const { limit, kind } = asked.query;
    const before = this.#cursors.read(asked) ?? range.to;
    const to = Math.max(range.from, Math.min(range.to, before));
    const rest = { from: range.from, to };
    const found = await this.#newest(rest, { limit, kind }, now);
    const page = found.slice(0, limit);
    const isLast = page.length === found.length;
    const written = await this.options.notes.during(rest);
    return {
      computedAt: formatInstant(now),
      incidents: page.map(each => formatIncident(each, written, now)),
      nextCursor: isLast ? null : this.#cursors.write(page.at(-1)!.from, asked),
    };
  }

  // Looks back only as far as needed for one more incident than the page holds.
  // That one shows that there is a next page, and may be incomplete.
  async #newest(
    { from, to }: Interval,
    { limit, kind }: IncidentQuery,
    now: number,
  ): Promise<Incident[]> {
    let length = FIRST_LOOK;
    for (;;) {
      const part = { from: Math.max(from, to - length), to };
      const measured = await this.options.reporter.measure(part, now);
      const incidents = measured.incidents.filter(
        each => kind === undefined || each.kind === kind,
      );
      if (incidents.length > limit || part.from === from) {
        return incidents.reverse();
      }
      length *= 4;
    }
  }

  /**
   * @param writtenBy - entity ref of the author
   * @throws NotFoundError if the portal was not down at that instant
   */
  async addNote(
    { at, note }: IncidentNoteRequest,
    writtenBy: string,
  ): Promise<IncidentNote> {
    const { notes, clock } = this.options;
    const momentAt = Date.parse(at);
    const writtenAt = clock.now();
    if (!(await this.#wasDown(momentAt, writtenAt))) {
      throw new NotFoundError(
        `The portal was not down at ${at}; expected a time during an incident`,
      );
    }
    return formatNote(
      await notes.add({ momentAt, writtenAt, writtenBy, note }),
    );
  }

  async #wasDown(moment: number, now: number): Promise<boolean> {
    const window = { from: moment, to: moment + 1 };
    return (await this.options.reporter.measure(window, now)).down > 0;
  }
}
