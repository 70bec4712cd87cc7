import {
  CollectedEvent,
  EventBatch,
} from 'backstage-plugin-adoption-metrics-common';
import { createRandom, normal } from '../random';

export const EVENTS_PER_BATCH = 20;

const PAGES = [
  'page:home',
  'page:catalog',
  'page:catalog/entity',
  'page:search',
  'page:techdocs',
  'page:techdocs/reader',
  'page:scaffolder',
  'page:api-docs',
  'page:notifications',
  'page:user-settings',
  'page:kubernetes',
  // Not ours, in which nobody is active.
  'page:tech-radar',
];
const ACTIONS = ['navigate', 'click', 'click', 'click', 'search', 'create'];
const FIVE_MINUTES_MS = 300_000;

/** A batch and who sends it. */
export interface PersonalBatch extends EventBatch {
  /** Index into the list of people. */
  person: number;
}

/** The entity refs of some people. */
export function createPeople(count: number): string[] {
  return Array.from({ length: count }, (_, i) => personRef(i));
}

/** The entity ref of the `index`th person. */
export function personRef(index: number): string {
  return `user:default/person.${index}`;
}

/** What decides which batches are made. */
export interface BatchOptions {
  people: number;
  /** About when they are sent, in ms UTC. */
  now: number;
  seed: number;
}

/** The first batches of `createBatches`. */
export function takeBatches(
  count: number,
  options: BatchOptions,
): PersonalBatch[] {
  const batches = createBatches(options);
  return Array.from({ length: count }, () => batches.next().value);
}

/**
 * What browsers report, without end and the same again for the same options: people in turn at random, each with the
 * last minutes of a visit, mostly interactions, and a few pages much more than
 * others.
 */
export function* createBatches(
  options: BatchOptions,
): Generator<PersonalBatch, never> {
  const random = createRandom(options.seed);
  for (;;) {
    yield {
      person: Math.floor(random() * options.people),
      batchId: createUuid(random),
      events: createVisit(random, options.now),
    };
  }
}

/** Of version 4, as browsers make them. */
function createUuid(random: () => number): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit =>
    digit === '8'
      ? (8 + Math.floor(random() * 4)).toString(16)
      : Math.floor(random() * 16).toString(16),
  );
}

function createVisit(random: () => number, now: number): CollectedEvent[] {
  const start = now - random() * FIVE_MINUTES_MS;
  return Array.from({ length: EVENTS_PER_BATCH }, (_, index) => {
    const at = new Date(start - (EVENTS_PER_BATCH - index) * 1_000);
    return createEvent(random, at.toISOString());
  });
}

function createEvent(random: () => number, at: string): CollectedEvent {
  // Squared, so that the first pages are visited most.
  const page = PAGES[Math.floor(random() ** 2 * PAGES.length)];
  const draw = random();
  const kind = random() < 0.1 ? 'initial' : 'route';
  if (draw < 0.55) {
    const pluginId = page.slice('page:'.length).split('/')[0];
    const action = ACTIONS[Math.floor(random() * ACTIONS.length)];
    return { type: 'interaction', at, action, pluginId, extensionId: page };
  }
  if (draw < 0.75) {
    return { type: 'navigation', at, kind, routeId: page };
  }
  if (draw < 0.97) {
    const method = kind === 'initial' ? 'lcp' : 'quiet';
    const duration = Math.min(60, 1.2 * Math.exp(0.8 * normal(random)));
    return { type: 'page-load', at, kind, method, routeId: page, duration };
  }
  return { type: 'page-load-discard', at, kind, reason: 'hidden' };
}
