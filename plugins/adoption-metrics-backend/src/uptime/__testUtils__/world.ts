import fc from 'fast-check';

/**
 * A made-up past of a portal, second by second, and what its observers would
 * have noted. Imports nothing of what it is held against.
 */

export const PERIOD = 5;
export const LAPSE = 10;
export const SILENCE = 20;

export type Span = [from: number, to: number];

/** One process: awake and asleep in turn, then stopped or killed. */
interface Process {
  start: number;
  stretches: Array<{ awake: number; asleep: number }>;
  isStopped: boolean;
  /** From a second on, the clock of its machine is wrong by so many. */
  clockStep: { at: number; by: number };
}

export type Note =
  | { kind: 'beat'; at: number }
  | { kind: 'miss'; at: number }
  | { kind: 'close'; at: number };

export interface NotedCheck {
  at: number;
  state: 'up' | 'down';
  confirmed: boolean;
}

export interface Watch {
  counts: boolean;
  checks: NotedCheck[];
}

export interface Declared {
  span: Span;
  declaredAt: number;
  cancelledAt?: number;
}

export interface World {
  processes: Process[];
  databaseAway: Span[];
  watches: Watch[];
  maintenance: Declared[];
  excludeLate: boolean;
  gaps: 'down' | 'unknown';
  window: Span;
  /** How long after the last note the metrics are read. */
  readAfter: number;
}

const anyProcess: fc.Arbitrary<Process> = fc.record({
  start: fc.nat(80),
  stretches: fc.array(
    fc.record({
      awake: fc.integer({ min: 1, max: 60 }),
      asleep: fc.integer({ min: 1, max: 25 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  isStopped: fc.boolean(),
  clockStep: fc.oneof(
    { weight: 3, arbitrary: fc.constant({ at: 0, by: 0 }) },
    {
      weight: 1,
      arbitrary: fc.record({
        at: fc.nat(120),
        by: fc.integer({ min: -30, max: 30 }),
      }),
    },
  ),
});

const anySpan: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => [from, from + length]);

const anyWatch: fc.Arbitrary<Watch> = fc
  .record({
    counts: fc.boolean(),
    steps: fc.array(
      fc.record({
        gap: fc.oneof(
          { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) },
          { weight: 1, arbitrary: fc.integer({ min: 13, max: 40 }) },
        ),
        state: fc.constantFrom('up', 'up', 'up', 'down', 'down'),
        confirmed: fc.boolean(),
      }),
      { maxLength: 25 },
    ),
  })
  .map(({ counts, steps }) => {
    let at = 0;
    const checks = steps.map(({ gap, state, confirmed }) => {
      at += gap;
      return { at, state, confirmed: confirmed && at % 3 === 0 } as NotedCheck;
    });
    return { counts, checks };
  });

const anyDeclared: fc.Arbitrary<Declared> = fc.record(
  { span: anySpan, declaredAt: fc.nat(200), cancelledAt: fc.nat(240) },
  { requiredKeys: ['span', 'declaredAt'] },
);

export const anyWorld: fc.Arbitrary<World> = fc.record({
  processes: fc.array(anyProcess, { minLength: 1, maxLength: 3 }),
  databaseAway: fc.array(anySpan, { maxLength: 2 }),
  watches: fc.array(anyWatch, { minLength: 2, maxLength: 2 }),
  maintenance: fc.array(anyDeclared, { maxLength: 2 }),
  excludeLate: fc.boolean(),
  gaps: fc.constantFrom('down', 'down', 'unknown'),
  window: anySpan.map(([from, to]) => [from, from + 4 * (to - from)] as Span),
  readAfter: fc.nat(40),
});

function isIn(second: number, [from, to]: Span): boolean {
  return from <= second && second < to;
}

/** What a process notes while it lives, by the clock of its machine. */
export function notesOf(process: Process, databaseAway: Span[]): Note[] {
  const notes: Note[] = [];
  let second = process.start;
  let nextLook = second;
  const { clockStep } = process;
  const clock = () => second + (second >= clockStep.at ? clockStep.by : 0);
  const isAway = () => databaseAway.some(span => isIn(second, span));
  for (const { awake, asleep } of process.stretches) {
    for (const end = second + awake; second < end; second += 1) {
      if (second >= nextLook) {
        notes.push({ kind: isAway() ? 'miss' : 'beat', at: clock() });
        nextLook = second + (isAway() ? 1 : PERIOD);
      }
    }
    second += asleep;
  }
  second -= process.stretches[process.stretches.length - 1].asleep;
  if (process.isStopped && !isAway()) {
    notes.push({ kind: 'close', at: clock() });
  }
  return notes;
}
