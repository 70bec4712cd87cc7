import { createHash } from 'node:crypto';
import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { CardinalityLimit, OTHER } from '../../database';
import { Day, ReportingZone } from '../../time';
import { SubmittedBatch } from '../SubmittedBatch';
import { KnownNames } from './KnownNames';

const nameDimensions = ['route', 'plugin', 'action'] as const;

/** A dimension with names that are limited. */
export type NameDimension = (typeof nameDimensions)[number];

/** The names of one dimension. */
interface DimensionNames {
  known: KnownNames;
  /** Daily limit for names that are not established. */
  room: CardinalityLimit;
}

/** The use of a name that is not established. */
interface UnknownUse {
  name: string;
  pseudonym: string;
  /** Of the event. */
  day: Day;
  /** When the batch was received, in ms UTC, and on which day. */
  receivedAt: number;
  receivedOn: Day;
}

/**
 * Limits the names of pages, plugins, and actions. Established names always
 * count under their own name. Others share a daily limit, of which each person
 * can use only a part, and count as `other` beyond it.
 */
export class NameLimiter {
  /** The number of unknown names per person and dimension on a day. */
  readonly #sent = new Map<string, number>();
  #sentOn: Day = -Infinity;

  constructor(
    private readonly options: {
      zone: ReportingZone;
      dimensions: Record<NameDimension, DimensionNames>;
      /** The maximum number of unknown names per person and day. */
      newNames: number;
    },
  ) {}

  /** Replaces names in batches with those under which they count. */
  async limit(batches: SubmittedBatch[]): Promise<SubmittedBatch[]> {
    if (batches.every(batch => this.#isFine(batch))) {
      return batches;
    }
    const first = this.#classify(batches);
    const members = new Map<string, ReadonlySet<string>>();
    for (const dimension of nameDimensions) {
      await this.#touch(dimension, first.old[dimension]);
      await this.#admit(dimension, first.unknown[dimension], members);
    }
    return batches.map(batch => this.#rename(batch, members));
  }

  // This is nearly always the case, for thousands of names per second, so it
  // does not allocate anything.
  #isFine({ events, receivedAt }: SubmittedBatch): boolean {
    const receivedOn = this.options.zone.dayOf(receivedAt);
    let isFine = true;
    const check = (dimension: NameDimension, name: string) => {
      const { known } = this.options.dimensions[dimension];
      const found = known.established(name);
      isFine &&= found?.spelling === name && found.lastDay >= receivedOn;
    };
    events.forEach(({ event }) => eachName(event, check));
    return isFine;
  }

  /** Collects names that are not established, or were not used yet today. */
  #classify(batches: SubmittedBatch[]) {
    const { dimensions, zone } = this.options;
    const found = {
      unknown: { route: [], plugin: [], action: [] } as Record<
        NameDimension,
        UnknownUse[]
      >,
      old: { route: [], plugin: [], action: [] } as Record<
        NameDimension,
        Array<{ name: string; day: Day }>
      >,
    };
    for (const { events, pseudonym, receivedAt } of batches) {
      const receivedOn = zone.dayOf(receivedAt);
      for (const { event, at } of events) {
        eachName(event, (dimension, name) => {
          const known = dimensions[dimension].known.established(name);
          if (!known) {
            found.unknown[dimension].push({
              name,
              pseudonym,
              day: zone.dayOf(at),
              receivedAt,
              receivedOn,
            });
          } else if (known.lastDay < receivedOn) {
            found.old[dimension].push({ name, day: receivedOn });
          }
        });
      }
    }
    return found;
  }

  async #touch(
    dimension: NameDimension,
    uses: Array<{ name: string; day: Day }>,
  ): Promise<void> {
    const { known } = this.options.dimensions[dimension];
    for (const [day, group] of Map.groupBy(uses, use => use.day)) {
      await known.touch(new Set(group.map(({ name }) => name)), day);
    }
  }

  /** Remembers new names, and admits some of them. */
  async #admit(
    dimension: NameDimension,
    uses: UnknownUse[],
    members: Map<string, ReadonlySet<string>>,
  ): Promise<void> {
    if (uses.length === 0) {
      return;
    }
    const { known, room } = this.options.dimensions[dimension];
    await known.refresh();
    await known.witness(this.#admissible(dimension, uses));
    await this.#touch(
      dimension,
      uses.map(({ name, receivedOn }) => ({ name, day: receivedOn })),
    );
    const unknown = uses.filter(({ name }) => !known.established(name));
    for (const [day, group] of Map.groupBy(unknown, use => use.day)) {
      const candidates = group.map(({ name, pseudonym }) => ({
        value: known.spellingOf(name),
        by: witnessOf(pseudonym, String(day)),
      }));
      members.set(keyOf(day, dimension), await room.admit(day, candidates));
    }
  }

  /** New uses, up to the daily limit of each person. */
  #admissible(dimension: NameDimension, uses: UnknownUse[]) {
    const { known } = this.options.dimensions[dimension];
    const distinct = new Map(
      uses.map(use => [`${use.pseudonym} ${use.name}`, use]),
    );
    return [...distinct.values()].flatMap(({ name, pseudonym, ...came }) => {
      const { receivedAt: at, receivedOn } = came;
      const witness = witnessOf(pseudonym, name.toLocaleLowerCase('en-US'));
      const use = { spelling: name, witness, at, day: receivedOn };
      return known.isNews(use) &&
        this.#mayBeNew(dimension, pseudonym, receivedOn)
        ? [use]
        : [];
    });
  }

  #mayBeNew(dimension: NameDimension, pseudonym: string, day: Day): boolean {
    if (day !== this.#sentOn) {
      this.#sent.clear();
      this.#sentOn = day;
    }
    const key = `${dimension} ${pseudonym}`;
    const sent = this.#sent.get(key) ?? 0;
    if (sent >= this.options.newNames) {
      return false;
    }
    this.#sent.set(key, sent + 1);
    return true;
  }

  #rename(
    batch: SubmittedBatch,
    members: Map<string, ReadonlySet<string>>,
  ): SubmittedBatch {
    const { dimensions, zone } = this.options;
    const events = batch.events.map(({ event, at, ...rest }) => ({
      ...rest,
      at,
      event: rename(event, (dimension, name) => {
        const { known } = dimensions[dimension];
        const established = known.established(name)?.spelling;
        if (established !== undefined) {
          return established;
        }
        const spelling = known.spellingOf(name);
        const isMember = members
          .get(keyOf(zone.dayOf(at), dimension))
          ?.has(spelling);
        return isMember ? spelling : OTHER;
      }),
    }));
    return { ...batch, events };
  }
}

/**
 * Eight bits that are constant for a person and purpose: enough to distinguish
 * a few people, too few to identify anybody.
 */
function witnessOf(pseudonym: string, purpose: string): number {
  return createHash('sha256').update(`${pseudonym} ${purpose}`).digest()[0];
}

function keyOf(day: Day, dimension: NameDimension): string {
  return `${day} ${dimension}`;
}

function eachName(
  event: CollectedEvent,
  visit: (dimension: NameDimension, name: string) => void,
): void {
  switch (event.type) {
    case 'interaction':
      visit('plugin', event.pluginId);
      visit('action', event.action);
      break;
    case 'page-load':
    case 'navigation':
      visit('route', event.routeId);
      break;
    default:
  }
}

function rename(
  event: CollectedEvent,
  nameOf: (dimension: NameDimension, name: string) => string,
): CollectedEvent {
  switch (event.type) {
    case 'interaction':
      return {
        ...event,
        pluginId: nameOf('plugin', event.pluginId),
        action: nameOf('action', event.action),
      };
    case 'page-load':
    case 'navigation':
      return { ...event, routeId: nameOf('route', event.routeId) };
    default:
      return event;
  }
}
