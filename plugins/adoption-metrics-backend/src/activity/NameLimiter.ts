import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { CardinalityLimit, OTHER } from '../database';
import { Day, ReportingZone } from '../time';
import { SubmittedBatch } from './SubmittedBatch';

type Dimension = 'route' | 'plugin' | 'action';

/** Distinct names of one dimension on one day. */
interface DayNames {
  day: Day;
  dimension: Dimension;
  names: Set<string>;
}

/** Counts names of pages, plugins, and actions beyond their limits as `other`. */
export class NameLimiter {
  constructor(
    private readonly options: {
      zone: ReportingZone;
      /** How many names each dimension has room for on a day. */
      limits: Record<Dimension, CardinalityLimit>;
    },
  ) {}

  /** The batches with the names under which their events count. */
  async limit(batches: SubmittedBatch[]): Promise<SubmittedBatch[]> {
    const excess = await this.#findExcess(this.#collect(batches));
    if (excess.size === 0) {
      return batches;
    }
    const { zone } = this.options;
    return batches.map(batch => ({
      ...batch,
      events: batch.events.map(({ event, at }) => ({
        at,
        event: rename(event, (dimension, name) =>
          excess.get(keyOf(zone.dayOf(at), dimension))?.has(name)
            ? OTHER
            : name,
        ),
      })),
    }));
  }

  #collect(batches: SubmittedBatch[]): Map<string, DayNames> {
    const collected = new Map<string, DayNames>();
    for (const { event, at } of batches.flatMap(batch => batch.events)) {
      const day = this.options.zone.dayOf(at);
      for (const [dimension, name] of namesOf(event)) {
        const key = keyOf(day, dimension);
        const entry = collected.get(key) ?? {
          day,
          dimension,
          names: new Set(),
        };
        collected.set(key, entry);
        entry.names.add(name);
      }
    }
    return collected;
  }

  async #findExcess(
    collected: Map<string, DayNames>,
  ): Promise<Map<string, Set<string>>> {
    const excess = new Map<string, Set<string>>();
    for (const [key, { day, dimension, names }] of collected) {
      const limit = this.options.limits[dimension];
      const members = await limit.admit(day, names);
      const beyond = [...names].filter(name => !members.has(name));
      if (beyond.length > 0) {
        excess.set(key, new Set(beyond));
      }
    }
    return excess;
  }
}

function keyOf(day: Day, dimension: Dimension): string {
  return `${day} ${dimension}`;
}

function namesOf(event: CollectedEvent): Array<[Dimension, string]> {
  switch (event.type) {
    case 'interaction':
      return [
        ['plugin', event.pluginId],
        ['action', event.action],
      ];
    case 'page-load':
    case 'navigation':
      return [['route', event.routeId]];
    default:
      return [];
  }
}

function rename(
  event: CollectedEvent,
  nameOf: (dimension: Dimension, name: string) => string,
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
