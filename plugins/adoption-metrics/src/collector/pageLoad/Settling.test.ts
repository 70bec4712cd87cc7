import { change, repeat, request, withTicks } from '../__fixtures__/timeline';
import type { Observation } from './observations';
import { LongPolls } from './LongPolls';
import { Settling } from './Settling';

const watchPage = (watchedFrom = 0, quietMs = 500) =>
  new Settling({
    startedAt: 0,
    watchedFrom,
    quietMs: () => quietMs,
    longPolls: new LongPolls(),
  });

/** Lets page and long polls hear of each observation, as in a document. */
function withLongPolls() {
  const longPolls = new LongPolls();
  const settling = new Settling({
    startedAt: 0,
    watchedFrom: 0,
    quietMs: () => 500,
    longPolls,
  });
  return (observation: Observation) => {
    longPolls.observe(observation);
    return settling.observe(observation);
  };
}

function endOf(observations: Observation[], { to } = { to: 61_000 }) {
  const settlement = withTicks(observations, { from: 0, to })
    .map(withLongPolls())
    .find(Boolean);
  return settlement ? settlement.endedAt : 'not settled';
}

describe('Settling', () => {
  it('ends with the last paint before half a second of quiet', () => {
    const timeline = [...change(40), ...change(300), ...change(1_000)];
    expect(endOf(timeline)).toBe(316);
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
    expect(endOf(timeline)).toBe(3_116);
  });

  it('counts the answer itself as activity', () => {
    const timeline = [...change(40), ...request(1, { from: 50, to: 900 })];
    expect(endOf(timeline)).toBe(900);
  });

  it('follows a chain of requests', () => {
    const timeline = [
      ...request(1, { from: 10, to: 4_000 }),
      ...request(2, { from: 4_100, to: 8_000 }),
      ...request(3, { from: 8_100, to: 12_000 }),
    ];
    expect(endOf(timeline)).toBe(12_000);
  });

  it('finds no end where nothing ever happened', () => {
    expect(endOf([])).toBe(undefined);
  });

  it('waits for the paint of a change, however late', () => {
    const timeline: Observation[] = [
      { type: 'mutation', at: 40 },
      { type: 'paint', at: 2_500 },
    ];
    expect(endOf(timeline)).toBe(2_516 - 16);
  });

  it('does not take a blocked main thread for quiet', () => {
    const settling = watchPage();
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
    const settling = watchPage(0, 150);
    change(10).forEach(observation => settling.observe(observation));
    expect(settling.observe({ type: 'mutation', at: 300 })).toMatchObject({
      endedAt: 26,
    });
  });

  it('takes an answer that is reported late at its own time', () => {
    const settling = watchPage();
    const [start, end] = request(1, { from: 10, to: 400 });
    settling.observe(start);
    settling.observe({ type: 'tick', at: 300 });
    settling.observe({ type: 'tick', at: 600 });
    settling.observe({ type: 'tick', at: 900 });
    settling.observe(end);
    expect(settling.observe({ type: 'tick', at: 950 })).toMatchObject({
      endedAt: 400,
    });
  });

  describe('beside a request that need not end', () => {
    const [held] = request(1, { from: 50, to: 200 });
    const stream = (reportedAt: number, answeredAt: number): Observation[] =>
      // Reported at the end of the line, with the instant of the answer.
      withTicks([held], { from: 0, to: reportedAt }).concat({
        type: 'stream',
        at: answeredAt,
        id: 1,
      });
    const endsAfter = (observations: Observation[]) => {
      const settling = watchPage();
      const later = { type: 'tick' as const, at: 61_000 };
      return [...observations, later]
        .map(observation => settling.observe(observation))
        .find(settlement => settlement)?.endedAt;
    };

    it('ends with what was there before a stream was reported as one', () => {
      const chunks = repeat(1_000, { from: 1_200, to: 9_900 }, change);
      const timeline = stream(10_200, 200);
      const seen = timeline
        .slice(0, -1)
        .concat(change(60), chunks)
        .sort((one, other) => one.at - other.at);
      expect(endsAfter([...seen, timeline.at(-1)!])).toBe(200);
    });

    it('waits for the answer that turns out to be a stream', () => {
      expect(endsAfter(stream(3_000, 3_000))).toBe(3_000);
    });

    it('ends at a stream that never lets the page fall silent', () => {
      const chunks = repeat(200, { from: 300, to: 61_000 }, change);
      const answered: Observation = { type: 'stream', at: 200, id: 1 };
      expect(endOf([held, answered, ...chunks])).toBe(200);
    });

    const poll = (times: { from: number; to: number }, id: number) =>
      request(id, times, 'GET https://p/updates');

    it('does not wait for a long poll', () => {
      const polls = [
        ...poll({ from: 50, to: 30_050 }, 1),
        ...poll({ from: 30_060, to: 60_060 }, 2),
      ];
      expect(endOf([...change(80), ...polls, ...change(30_055)])).toBe(96);
    });

    it('does not wait for a long poll whose end is reported late', () => {
      const [first, end] = poll({ from: 50, to: 30_050 }, 1);
      const [again] = poll({ from: 30_060, to: 60_060 }, 2);
      const span = { from: 0, to: 30_060 };
      const timeline = withTicks([first, ...change(80), again], span);
      timeline.push(end, { type: 'tick', at: 30_100 });
      const settlement = timeline.map(withLongPolls()).find(Boolean);
      expect(settlement?.endedAt).toBe(96);
    });

    it('still waits for what is asked beside a long poll', () => {
      const timeline = [
        ...poll({ from: 50, to: 30_050 }, 1),
        ...request(3, { from: 60, to: 4_000 }),
        ...change(4_010),
        ...poll({ from: 30_060, to: 60_060 }, 2),
      ];
      expect(endOf(timeline)).toBe(4_026);
    });

    it('waits for a slow answer that is asked for once', () => {
      const slow = poll({ from: 50, to: 30_050 }, 1);
      expect(endOf([...change(80), ...slow])).toBe(30_050);
    });

    it('waits for a slow answer and its next page', () => {
      const slow = [
        ...request(1, { from: 50, to: 15_000 }, 'GET https://p/all?page=1'),
        ...request(2, { from: 15_010, to: 30_000 }, 'GET https://p/all?page=2'),
      ];
      expect(endOf(slow)).toBe(30_000);
    });
  });

  describe('at the cap', () => {
    const clock = repeat(300, { from: 20, to: 61_000 }, change);

    it('ends at the cap while a request of the load is open', () => {
      const timeline = [...request(1, { from: 50, to: 90_000 })];
      expect(endOf(timeline)).toBe(60_000);
    });

    it('ends a page with a ticking clock at its last answer', () => {
      const timeline = [...clock, ...request(1, { from: 50, to: 1_700 })];
      expect(endOf(timeline)).toBe(1_700);
    });

    it('finds no end for a ticking clock without requests', () => {
      expect(endOf(clock)).toBe(undefined);
    });

    it('ends a page that polls faster than quiet with its first answer', () => {
      const polls = repeat(300, { from: 50, to: 61_000 }, (at, index) => [
        ...request(index, { from: at, to: at + 100 }, 'GET https://p/poll'),
        ...change(at + 110),
      ]);
      expect(endOf(polls)).toBe(150);
    });

    it('ends a page that polls with a changing query at its tenth answer', () => {
      const polls = repeat(300, { from: 50, to: 61_000 }, (at, index) => [
        ...request(
          index,
          { from: at, to: at + 100 },
          `GET https://p/poll?after=${at}`,
        ),
        ...change(at + 110),
      ]);
      expect(endOf(polls)).toBe(9 * 300 + 150);
    });

    it('ends a page that polls by POST with its third answer', () => {
      const polls = repeat(300, { from: 50, to: 61_000 }, (at, index) => [
        ...request(index, { from: at, to: at + 100 }, 'POST https://p/poll'),
        ...change(at + 110),
      ]);
      expect(endOf(polls)).toBe(750);
    });

    it('leaves out requests that begin long after anything else', () => {
      const late = request(2, { from: 30_000, to: 90_000 });
      const timeline = [
        ...clock,
        ...request(1, { from: 50, to: 800 }),
        ...late,
      ];
      expect(endOf(timeline)).toBe(800);
    });
  });

  it('settles between polls that are slower than quiet', () => {
    const polls = repeat(2_000, { from: 50, to: 61_000 }, (at, index) => [
      ...request(index, { from: at, to: at + 100 }, 'GET https://p/poll'),
      ...change(at + 110),
    ]);
    expect(endOf(polls)).toBe(176);
  });
});
