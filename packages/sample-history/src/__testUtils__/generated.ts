import { Entity } from '@backstage/catalog-model';
import {
  HistoryEvent,
  HistorySource,
} from 'backstage-plugin-adoption-metrics-node';
import { DAY } from '../calendar';
import { refOf } from '../company';

/** The events of one kind. */
export type EventOf<Type> = Extract<HistoryEvent, { type: Type }>;

/** Everything that a source generates for an interval. */
export function generate(
  source: HistorySource,
  interval: { start: number; from: number; to: number },
): HistoryEvent[] {
  return [...(source.events(interval) as Iterable<HistoryEvent>)];
}

export function only<Type extends HistoryEvent['type']>(
  type: Type,
  events: HistoryEvent[],
) {
  return events.filter(event => event.type === type) as EventOf<Type>[];
}

/** How many people were there in the 28 days before an instant. */
export function activePeople(until: number, events: HistoryEvent[]): number {
  const window = only('activity', events).filter(
    ({ at }) => until - 28 * DAY <= at && at < until,
  );
  return new Set(window.map(({ entityRef }) => entityRef)).size;
}

/** How long no replica was up from an instant on, in ms. */
export function timeDown(from: number, events: HistoryEvent[]): number {
  const beats = only('heartbeat', events);
  const runs = new Map<string, { from: number; to: number }>();
  for (const { instanceId, at } of beats) {
    runs.set(instanceId, { from: runs.get(instanceId)?.from ?? at, to: at });
  }
  let [down, upUntil] = [0, beats[0].at];
  for (const run of [...runs.values()].sort((a, b) => a.from - b.from)) {
    down += run.from >= from ? Math.max(0, run.from - upUntil) : 0;
    upUntil = Math.max(upUntil, run.to);
  }
  return down;
}

/** Those of the entities that an owner is named for, and the forgotten ones. */
export function ownershipIn(entities: Entity[]) {
  const refs = new Set(entities.map(refOf));
  const owned = entities.filter(({ spec }) => spec?.owner);
  const stale = owned.filter(({ relations }) =>
    relations?.every(({ targetRef }) => !refs.has(targetRef)),
  );
  return { owned, stale };
}

/** The 75th percentile of the initial loads in a half-open interval. */
export function slowness(
  [from, to]: [number, number],
  events: HistoryEvent[],
): number {
  const durations = only('activity', events)
    .filter(({ at }) => from <= at && at < to)
    .flatMap(({ batch }) => batch.events)
    .flatMap(event =>
      event.type === 'page-load' && event.kind === 'initial'
        ? [event.duration]
        : [],
    )
    .sort((a, b) => a - b);
  return durations[Math.ceil(0.75 * durations.length) - 1];
}
