import type { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { english } from '../../__testUtils__/english';
import { comparisonsOf } from './comparisons';

type StraightLine = NonNullable<DeadlineReport['straightLine']>;

/** From 10% to 30% between 15 January and 15 July 2026, on 15 April. */
const behind: StraightLine = {
  from: { day: '2026-01-15', share: 0.1 },
  to: { day: '2026-07-15', share: 0.3 },
  expected: 0.1994,
  ahead: -0.0394,
  perWeek: 0.00467,
  neededPerWeek: 0.01077,
  projected: 0.2207,
  goalReachedOn: '2026-11-11',
};

function sentenceOf(line: Partial<StraightLine>) {
  const straightLine = { ...behind, ...line };
  return comparisonsOf(straightLine, [], english)[0].sentence;
}

describe('a straight line to the goal', () => {
  it('says how far adoption is off, and what is needed', () => {
    expect(sentenceOf({})).toBe(
      'A straight line from 10% on Jan 15, 2026 to the goal would be at 19.9% now: adoption is 3.9 pp below the line. Adoption grows by 0.47 pp per week; 1.08 pp per week are needed, 2.3 times as much.',
    );
  });

  it.each<[string, Partial<StraightLine>, RegExp]>([
    ['above it', { ahead: 0.0123 }, /adoption is 1\.2 pp above the line/],
    ['on it', { ahead: 0.0004 }, /adoption is on the line/],
    [
      'stands still',
      { perWeek: 0 },
      /Adoption is flat; 1\.08 pp per week are needed\.$/,
    ],
    [
      'falls',
      { perWeek: -0.001 },
      /Adoption falls by 0\.10 pp per week; 1\.08 pp per week are needed\.$/,
    ],
    ['hardly grows', { perWeek: 0.0001 }, /needed, over 10 times as much/],
    ['is over', { neededPerWeek: null }, /by 0\.47 pp per week\.$/],
    ['has arrived', { neededPerWeek: -0.01 }, /by 0\.47 pp per week\.$/],
  ])('learns of what %s', (_, line, expected) => {
    expect(sentenceOf(line)).toMatch(expected);
  });

  it('is offered only where there is one', () => {
    expect(comparisonsOf(null, [], english)).toEqual([]);
  });
});
