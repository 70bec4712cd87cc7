import { day, deadline, samplesUntil } from './__testUtils__/weeks';
import { compare, straightLineOf } from './straightLine';

/** From 10% to 30% between 15 January and 15 July 2026. */
function on15April(share: number) {
  return compare({
    from: { day: deadline.start, share: 0.1 },
    to: { day: deadline.date, share: 0.3 },
    now: { day: day('2026-04-15'), share },
  });
}

describe('a straight line to the goal', () => {
  it('is 3.9 points ahead of 16% on day 90 of 181', () => {
    const line = on15April(0.16);
    expect(line.expected).toBeCloseTo(0.199, 3);
    expect(line.ahead).toBeCloseTo(-0.039, 3);
  });

  it('needs 2.3 times the pace so far', () => {
    const { perWeek, neededPerWeek, projected, goalReachedOn } =
      on15April(0.16);
    expect(perWeek).toBeCloseTo(0.00467, 5);
    expect(neededPerWeek).toBeCloseTo(0.01077, 5);
    expect(neededPerWeek! / perWeek).toBeCloseTo(2.3, 1);
    expect(projected).toBeCloseTo(0.221, 3);
    expect(goalReachedOn).toBe('2026-11-11');
  });

  it('leads 20% on the same day to the goal', () => {
    const { ahead, projected } = on15April(0.2);
    expect(ahead).toBeCloseTo(0.001, 3);
    expect(projected).toBeCloseTo(0.301, 3);
  });

  it.each([
    ['stands still', 0.1],
    ['stands still but for how numbers are rounded', 0.1 + 1e-15],
    ['falls', 0.05],
  ])('is never reached by what %s', (_, share) => {
    expect(on15April(share).goalReachedOn).toBeNull();
  });

  it('has no date for a goal that is passed, even on the way down', () => {
    const to = { day: deadline.date, share: 0.3 };
    const from = { day: deadline.start, share: 0.5 };
    const now = { day: day('2026-04-15'), share: 0.4 };
    expect(compare({ from, now, to }).goalReachedOn).toBeNull();
    expect(compare({ from, now, to }).neededPerWeek).toBe(0);
  });

  it('projects no share below nobody or above everyone', () => {
    expect(on15April(0).projected).toBe(0);
    expect(on15April(0.9).projected).toBe(1);
  });
});

describe('straightLineOf', () => {
  it('begins with the last week that was closed before the start', () => {
    const weekly = samplesUntil('2026-01-25', [0.04, 0.1, 0.11, 0.12]);
    expect(straightLineOf(deadline, weekly)).toMatchObject({
      from: { day: '2026-01-11', share: 0.1 },
      to: { day: '2026-07-15', share: 0.3 },
    });
  });

  it('begins with the first week that was measured, if none was before', () => {
    const weekly = samplesUntil('2026-02-22', [0.12, 0.13]);
    expect(straightLineOf(deadline, weekly)).toMatchObject({
      from: { day: '2026-02-15', share: 0.12 },
    });
  });

  it.each([
    ['nothing', []],
    ['one week', [0.1]],
  ])('claims nothing of %s', (_, shares) => {
    const weekly = samplesUntil('2026-01-25', shares);
    expect(straightLineOf(deadline, weekly)).toBeUndefined();
  });

  it('needs no pace once the deadline has come, and expects the goal', () => {
    const weekly = samplesUntil('2026-07-26', [0.1, 0.2]);
    expect(straightLineOf(deadline, weekly)).toBeUndefined();
    const more = samplesUntil('2026-07-19', [0.1, 0.15, 0.2]);
    expect(straightLineOf(deadline, more)).toMatchObject({
      expected: 0.3,
      neededPerWeek: null,
    });
  });
});
