/* eslint-disable @backstage/no-relative-monorepo-imports */
import { HistoryEvent } from 'backstage-plugin-adoption-metrics-node';
import { recount } from '../../../../plugins/adoption-metrics-backend/src/__testUtils__/recount';
import { DAY } from '../calendar';
import { only, ownershipIn } from './generated';

const WINDOW = 28;

/**
 * Counts one by one what a portal in UTC must say of a day, from all that
 * happened in it. Days are numbers since 1970-01-01.
 */
export function createRecount(events: HistoryEvent[]) {
  const activity = only('activity', events);
  const people = [...new Set(activity.map(({ entityRef }) => entityRef))];
  const personOf = new Map(people.map((ref, index) => [ref, index]));
  const batches = activity.map(({ entityRef, batch }) => ({
    batchId: batch.batchId,
    events: batch.events,
    person: personOf.get(entityRef)!,
  }));
  const { personDays, loads } = recount(batches as never, {
    timeZone: 'UTC',
    now: 0,
    idOf: ({ person }) => person,
  });
  const active = personDays.map(key => key.split(' ').map(Number));
  const loaded = Object.entries(loads).map(([key, count]) => {
    const [day, kind] = key.split(' ');
    return { day: Number(day), kind, count };
  });
  const isIn = (lastDay: number) => (day: number) =>
    lastDay - WINDOW < day && day <= lastDay;
  const lastOf = <Event extends HistoryEvent>(all: Event[], day: number) =>
    all.filter(({ at }) => at < (day + 1) * DAY).at(-1)!;
  const readings = only('developers', events);
  const catalogs = only('catalog', events);
  return (day: number) => {
    const within = isIn(day);
    const developers = new Set(lastOf(readings, day).entityRefs);
    const came = new Set(
      active.filter(([on]) => within(on)).map(([, person]) => people[person]),
    );
    const { owned, stale } = ownershipIn(lastOf(catalogs, day).entities);
    return {
      active: [...came].filter(ref => developers.has(ref)).length,
      developers: developers.size,
      loads: loaded
        .filter(each => each.kind === 'initial' && within(each.day))
        .reduce((sum, { count }) => sum + count, 0),
      stale: stale.length,
      entities: owned.length,
    };
  };
}
