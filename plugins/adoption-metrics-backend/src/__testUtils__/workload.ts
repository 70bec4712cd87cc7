import { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import fc from 'fast-check';

const HOUR_MS = 3_600_000;

const routeId = fc.constantFrom('page:home', 'page:catalog', 'page:search');
const kind = fc.constantFrom('initial' as const, 'sign-in', 'route');

/**
 * Events that happened before `now`: most of them within the 72 hours in which
 * they are taken, some clearly too old.
 */
export function eventArbitrary(now: number): fc.Arbitrary<CollectedEvent> {
  const at = fc
    .oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 71 * HOUR_MS }) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 73 * HOUR_MS, max: 200 * HOUR_MS }),
      },
    )
    .map(age => new Date(now - age).toISOString());
  return fc.oneof(
    fc.record({
      type: fc.constant('interaction' as const),
      at,
      action: fc.constantFrom('navigate', 'click', 'search'),
      pluginId: fc.constantFrom('catalog', 'home', 'search', 'scaffolder'),
    }),
    fc.record({
      type: fc.constant('page-load' as const),
      at,
      kind,
      method: fc.constantFrom('lcp' as const, 'quiet'),
      routeId,
      duration: fc.integer({ min: 1, max: 60_000 }).map(ms => ms / 1000),
    }),
    fc.record({
      type: fc.constant('page-load-discard' as const),
      at,
      kind,
      reason: fc.constantFrom('hidden' as const, 'sleep'),
    }),
    fc.record({ type: fc.constant('navigation' as const), at, kind, routeId }),
    fc.record({
      type: fc.constant('dropped-events' as const),
      at,
      reason: fc.constantFrom('storage-full' as const, 'too-old'),
      count: fc.integer({ min: 1, max: 100 }),
    }),
  );
}

/** One step of a reporter: whose events, and what to send again beside them. */
export interface Step {
  person: number;
  events: CollectedEvent[];
  /** Decides, in percent, whether something is sent again before. */
  chance: number;
  /** Chooses what is sent again. */
  choice: number;
}

/** The same steps in every run with the same seed and the same `now`. */
export function stepsOf(options: {
  seed: number;
  now: number;
  people: number;
  count: number;
}): Step[] {
  const { seed, now, people, count } = options;
  const step = fc.record({
    person: fc.nat(people - 1),
    events: fc.array(eventArbitrary(now), {
      minLength: 1,
      maxLength: 20,
      size: 'max',
    }),
    chance: fc.nat(99),
    choice: fc.nat(),
  });
  return fc.sample(step, { seed, numRuns: count });
}
