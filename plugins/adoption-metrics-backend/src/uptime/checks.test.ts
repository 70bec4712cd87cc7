import fc from 'fast-check';
import {
  applyCheck,
  Check,
  Component,
  MOST_CHANGES,
  STEADY_FOR,
  StoredState,
} from './checks';

const component: Component = {
  id: 1,
  name: 'portal',
  source: 'probe',
  counts: true,
  silence: 20,
};

function up(at: number): Check {
  return { at, state: 'up' };
}

function down(at: number, rest: Partial<Check> = {}): Check {
  return { at, state: 'down', detail: `status ${500 + at}`, ...rest };
}

/** The component and its states after checks, as a store would keep them. */
function after(checks: Check[], start = component) {
  const states = new Map<number, StoredState>();
  let known = start;
  let current: StoredState | undefined;
  for (const check of checks) {
    const step = applyCheck(known, current, check);
    step.changed.forEach(state => states.set(state.from, state));
    current = [...states.values()].pop();
    known = step.component;
  }
  return {
    component: known,
    states: [...states.values()].map(({ from, to, state }) => [
      from,
      to,
      state,
    ]),
    details: [...states.values()].map(({ detail }) => detail),
  };
}

describe('applyCheck', () => {
  it('extends one state while checks agree', () => {
    expect(after([up(10), up(20), up(30)]).states).toEqual([[10, 30, 'up']]);
  });

  it('counts nothing before the first success', () => {
    const { states, component: known } = after([down(10), down(20), down(30)]);
    expect(states).toEqual([]);
    expect(known.firstSuccessAt).toBeUndefined();
    expect(known).toMatchObject({
      lastState: 'down',
      lastDetail: 'status 530',
    });
    expect(after([down(10), down(20), up(30), up(40)]).states).toEqual([
      [30, 40, 'up'],
    ]);
  });

  it('calls two failures in a row down from the first', () => {
    const { states, details } = after([
      up(10),
      down(20),
      down(30),
      down(40),
      up(50),
      up(60),
    ]);
    expect(states).toEqual([
      [10, 20, 'up'],
      [20, 50, 'down'],
      [50, 60, 'up'],
    ]);
    expect(details).toEqual([undefined, 'status 530', undefined]);
  });

  it('forgives a single failure', () => {
    const { states, component: known } = after([up(10), down(20), up(30)]);
    expect(states).toEqual([[10, 30, 'up']]);
    expect(known.failingSince).toBeUndefined();
  });

  it('trusts an observer that tried again itself', () => {
    const checks = [up(10), down(20, { confirmed: true }), up(30)];
    expect(after(checks).states).toEqual([
      [10, 20, 'up'],
      [20, 30, 'down'],
      [30, 30, 'up'],
    ]);
  });

  it('is unknown while the observer is silent', () => {
    expect(after([up(10), up(30), up(51), up(60)]).states).toEqual([
      [10, 30, 'up'],
      [51, 60, 'up'],
    ]);
  });

  it('starts to count failures anew after silence', () => {
    expect(after([up(10), down(20), down(50), down(60)]).states).toEqual([
      [10, 20, 'up'],
      [50, 60, 'down'],
    ]);
  });

  it('does not bridge a silence that ends with a single failure', () => {
    expect(after([up(10), down(31), up(40)]).states).toEqual([
      [10, 10, 'up'],
      [40, 40, 'up'],
    ]);
  });

  it('begins a new state when the component begins to count', () => {
    const advisory = { ...component, counts: false };
    const first = applyCheck(advisory, undefined, up(10));
    const counting = { ...first.component, counts: true };
    const { changed } = applyCheck(counting, first.current, up(20));
    expect(changed).toEqual([
      { from: 10, to: 20, state: 'up', counts: false },
      { from: 20, to: 20, state: 'up', counts: true },
    ]);
  });

  it('remembers the certificate of the last answer that showed one', () => {
    const checks = [{ ...up(10), certificateExpiresAt: 99 }, down(20)];
    expect(after(checks).component.certificateExpiresAt).toBe(99);
  });

  describe('of a component that changes too often', () => {
    const minute = 60_000;
    const hour = 60 * minute;
    const steady = { ...component, silence: 10 * minute };

    /** Goes down and up again each minute, from one instant to another. */
    function flapping(from: number, to: number): Check[] {
      const checks: Check[] = [];
      for (let at = from; at < to; at += minute) {
        const state = (at / minute) % 2 ? 'down' : 'up';
        checks.push({ at, state, confirmed: true });
      }
      return checks;
    }

    function upFrom(from: number, to: number): Check[] {
      return flapping(from, to).map(({ at }) => up(at));
    }

    it('keeps so many changes, and then that it is flapping', () => {
      const { states } = after(flapping(0, 3 * hour), steady);
      expect(states).toHaveLength(MOST_CHANGES + 1);
      expect(states.slice(-2)).toEqual([
        [(MOST_CHANGES - 1) * minute, MOST_CHANGES * minute, 'down'],
        [MOST_CHANGES * minute, 3 * hour - minute, 'flapping'],
      ]);
    });

    it('goes on as usual once it has been steady for an hour', () => {
      const checks = [...flapping(0, 2 * hour), ...upFrom(2 * hour, 5 * hour)];
      const { states } = after(checks, steady);
      expect(states.slice(-2)).toEqual([
        [MOST_CHANGES * minute, 2 * hour + STEADY_FOR, 'flapping'],
        [2 * hour + STEADY_FOR, 5 * hour - minute, 'up'],
      ]);
    });

    it('goes on as usual the day after', () => {
      const checks = flapping(23 * hour, 24 * hour);
      const { states } = after([...checks, ...upFrom(24 * hour, 25 * hour)], {
        ...steady,
      });
      expect(states.slice(-2)).toEqual([
        [23 * hour + MOST_CHANGES * minute, 24 * hour, 'flapping'],
        [24 * hour, 25 * hour - minute, 'up'],
      ]);
    });

    it('keeps few states of a day, whatever is seen', () => {
      const anyCheck = fc.record({
        after: fc.oneof(
          fc.integer({ min: 1, max: 2 * minute }),
          fc.integer({ min: 1, max: 2 * hour }),
        ),
        state: fc.constantFrom('up', 'down'),
        confirmed: fc.boolean(),
      });
      const anyChecks = fc.array(anyCheck, { maxLength: 400, size: 'max' });
      fc.assert(
        fc.property(anyChecks, steps => {
          let at = 0;
          const checks = steps.map(({ after: wait, ...check }): Check => {
            at += wait;
            return { at, ...check };
          });
          const { states } = after(checks, steady);
          const perDay = new Map<number, number>();
          states.forEach(([from]) => {
            const day = Math.floor(Number(from) / (24 * hour));
            perDay.set(day, (perDay.get(day) ?? 0) + 1);
          });
          const most = MOST_CHANGES + 2 * 24 + 1;
          expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(most);
          states.slice(1).forEach(([from], index) => {
            expect(from).toBeGreaterThanOrEqual(Number(states[index][1]));
          });
        }),
        { numRuns: 200 },
      );
    });
  });
});
