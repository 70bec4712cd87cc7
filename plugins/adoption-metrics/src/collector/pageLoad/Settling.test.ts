import { change, repeat, request, withTicks } from '../__fixtures__/timeline';
import type { Observation } from './observations';
import { Settling } from './Settling';

function endOf(
  observations: Observation[],
  options: { to?: number; from?: number } = {},
) {
  const { from = 0, to = 61_000 } = options;
  const settling = new Settling({
    startedAt: 0,
    watchedFrom: from,
    quietMs: 500,
  });
  for (const observation of withTicks(observations, { from, to })) {
    const settlement = settling.observe(observation);
    if (settlement) {
      return settlement;
    }
  }
  return 'not settled';
}

describe('Settling', () => {
  it('ends with the last paint before half a second of quiet', () => {
    const timeline = [...change(40), ...change(300), ...change(1_000)];
    expect(endOf(timeline)).toEqual({ endedAt: 316 });
  });

  it('stays open until the window is over', () => {
    expect(endOf(change(40), { to: 500 })).toBe('not settled');
  });

  it('waits for open requests, and for what they change', () => {
    const timeline = [
      ...change(40),
      ...request(1, { from: 50, to: 3_000 }),
      ...change(3_100),
    ];
    expect(endOf(timeline)).toEqual({ endedAt: 3_116 });
  });

  it('counts the answer itself as activity', () => {
    const timeline = [...change(40), ...request(1, { from: 50, to: 900 })];
    expect(endOf(timeline)).toEqual({ endedAt: 900 });
  });

  it('follows a chain of requests', () => {
    const timeline = [
      ...request(1, { from: 10, to: 4_000 }),
      ...request(2, { from: 4_100, to: 8_000 }),
      ...request(3, { from: 8_100, to: 12_000 }),
    ];
    expect(endOf(timeline)).toEqual({ endedAt: 12_000 });
  });

  it('finds no end where nothing ever happened', () => {
    expect(endOf([])).toEqual({ endedAt: undefined });
  });

  it('waits for the paint of a change, however late', () => {
    const timeline: Observation[] = [
      { type: 'mutation', at: 40 },
      { type: 'paint', at: 2_500 },
    ];
    expect(endOf(timeline)).toEqual({ endedAt: 2_516 - 16 });
  });

  it('does not take a blocked main thread for quiet', () => {
    const settling = new Settling({
      startedAt: 0,
      watchedFrom: 0,
      quietMs: 500,
    });
    const timeline: Observation[] = [
      { type: 'tick', at: 100 },
      { type: 'mutation', at: 2_000 },
      { type: 'paint', at: 2_050 },
      { type: 'tick', at: 2_060 },
    ];
    for (const observation of timeline) {
      expect(settling.observe(observation)).toBeUndefined();
    }
  });

  it('sees the quiet that passed before a late observation', () => {
    const settling = new Settling({
      startedAt: 0,
      watchedFrom: 0,
      quietMs: 150,
    });
    change(10).forEach(observation => settling.observe(observation));
    expect(settling.observe({ type: 'mutation', at: 300 })).toEqual({
      endedAt: 26,
    });
  });

  it('takes an answer that is told late at its own time', () => {
    const settling = new Settling({
      startedAt: 0,
      watchedFrom: 0,
      quietMs: 500,
    });
    const [start, end] = request(1, { from: 10, to: 400 });
    settling.observe(start);
    settling.observe({ type: 'tick', at: 300 });
    settling.observe({ type: 'tick', at: 600 });
    settling.observe({ type: 'tick', at: 900 });
    settling.observe(end);
    expect(settling.observe({ type: 'tick', at: 950 })).toEqual({
      endedAt: 400,
    });
  });

  describe('at the cap', () => {
    const clock = repeat(300, { from: 20, to: 61_000 }, change);

    it('ends at the cap while a request of the load is open', () => {
      const timeline = [...request(1, { from: 50, to: 90_000 })];
      expect(endOf(timeline)).toEqual({ endedAt: 60_000 });
    });

    it('ends a page with a ticking clock at its last answer', () => {
      const timeline = [...clock, ...request(1, { from: 50, to: 1_700 })];
      expect(endOf(timeline)).toEqual({ endedAt: 1_700 });
    });

    it('finds no end for a ticking clock without requests', () => {
      expect(endOf(clock)).toEqual({ endedAt: undefined });
    });

    it('ends a page that polls faster than quiet with its first answer', () => {
      const polls = repeat(300, { from: 50, to: 61_000 }, (at, index) => [
        ...request(index, { from: at, to: at + 100 }, 'GET https://p/poll'),
        ...change(at + 110),
      ]);
      expect(endOf(polls)).toEqual({ endedAt: 150 });
    });

    it('ends a page that polls by POST with its third answer', () => {
      const polls = repeat(300, { from: 50, to: 61_000 }, (at, index) => [
        ...request(index, { from: at, to: at + 100 }, 'POST https://p/poll'),
        ...change(at + 110),
      ]);
      expect(endOf(polls)).toEqual({ endedAt: 750 });
    });

    it('leaves out requests that begin long after anything else', () => {
      const late = request(2, { from: 30_000, to: 90_000 });
      const timeline = [
        ...clock,
        ...request(1, { from: 50, to: 800 }),
        ...late,
      ];
      expect(endOf(timeline)).toEqual({ endedAt: 800 });
    });
  });

  it('settles between polls that are slower than quiet', () => {
    const polls = repeat(2_000, { from: 50, to: 61_000 }, (at, index) => [
      ...request(index, { from: at, to: at + 100 }, 'GET https://p/poll'),
      ...change(at + 110),
    ]);
    expect(endOf(polls)).toEqual({ endedAt: 176 });
  });
});
