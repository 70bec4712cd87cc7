import type {
  NavigationEvent,
  PageLoadDiscardEvent,
  PageLoadEvent,
} from 'backstage-plugin-adoption-metrics-common';
import type { Observation } from '../pageLoad/observations';
import { TICK_MS } from '../pageLoad/Settling';
import { PageLoads, PageLoadsOptions } from '../pageLoad/PageLoads';

/** The observations with the ticks of a responsive page between them. */
export function withTicks(
  observations: Observation[],
  span: { from: number; to: number },
): Observation[] {
  const ticks: Observation[] = [];
  for (let at = span.from; at <= span.to; at += TICK_MS) {
    ticks.push({ type: 'tick', at });
  }
  return [...observations, ...ticks].sort((one, other) => one.at - other.at);
}

/** Something that repeats, such as the mutations of a ticking clock. */
export function repeat(
  every: number,
  span: { from: number; to: number },
  make: (at: number, index: number) => Observation[],
): Observation[] {
  const made: Observation[] = [];
  for (let at = span.from, index = 0; at <= span.to; at += every, index += 1) {
    made.push(...make(at, index));
  }
  return made;
}

/** A change of content, painted one frame later. */
export function change(at: number): Observation[] {
  return [
    { type: 'mutation', at },
    { type: 'paint', at: at + 16 },
  ];
}

/** A request with its answer. */
export function request(
  id: number,
  times: { from: number; to: number },
  address = `GET https://portal.example.com/api/${id}`,
): Observation[] {
  return [
    { type: 'request-start', at: times.from, id, address },
    { type: 'request-end', at: times.to, id },
  ];
}

export const click = (at: number): Observation => ({
  type: 'input',
  at,
  isAct: true,
  onControl: true,
});

/** The person goes to another page of the app. */
export const navigation = (
  at: number,
  { isTraversal = false, path = '/catalog' } = {},
): Observation => ({ type: 'navigation', at, isTraversal, path });

export type Recorded =
  | Omit<NavigationEvent, 'at'>
  | Omit<PageLoadEvent, 'at'>
  | Omit<PageLoadDiscardEvent, 'at'>;

/** What page loads record of a timeline, without the instants. */
export function recordAll(
  timeline: Observation[],
  options: Partial<PageLoadsOptions> = {},
): Recorded[] {
  const recorded: Recorded[] = [];
  const pageLoads = new PageLoads({
    startedAt: 0,
    watchedFrom: timeline[0]?.at ?? 0,
    supportsLargestPaint: true,
    loadEventEnd: () => 0,
    now: () => Date.parse('2026-03-02T09:00:00Z'),
    path: '/catalog',
    routeId: path => `page:${path.slice(1)}`,
    record: ({ at, ...event }) => recorded.push(event as Recorded),
    ...options,
  });
  for (const observation of timeline) {
    pageLoads.observe(observation);
  }
  return recorded;
}

/** The loads among what is recorded, measured or not. */
export function recordLoads(
  timeline: Observation[],
  options?: Partial<PageLoadsOptions>,
): Recorded[] {
  return recordAll(timeline, options).filter(
    ({ type }) => type !== 'navigation',
  );
}
