import { formatDay, writeDay } from '../time';
import { evaluateAll, deadline, samplesUntil } from './__testUtils__/weeks';
import { sentenceOf } from './sentences';

/** Shares of 34 weeks, of which the last 26 lie between start and date. */
function course(shareIn: (week: number) => number) {
  const weeks = Array.from({ length: 34 }, (_, index) => shareIn(index - 7));
  return samplesUntil('2026-07-12', weeks);
}

function statesOf(shareIn: (week: number) => number) {
  return evaluateAll(course(shareIn)).map(({ state }) => state);
}

describe('evaluateWeek', () => {
  it('warns of a share that stays where it was, and says why', () => {
    const weeks = evaluateAll(course(() => 0.1));
    const [first] = weeks.filter(({ state }) => state === 'at-risk');
    expect(formatDay(first.week) < '2026-05-01').toBe(true);
    expect(sentenceOf(first, deadline)).toMatch(
      /^At risk: at this pace, 10\.0% of developers will be active on 15 Jul 2026 \(80% range .*\)\. The probability of meeting the 30% goal is .*\. Meeting it takes \d.* new active users per week; there is no net growth\.$/,
    );
    expect(weeks.at(-1)!.state).toBe('missed');
  });

  it('raises no alarm while a share reaches the goal along a line', () => {
    const states = statesOf(week => 0.1 + 0.22 * Math.max(0, week / 26));
    expect(states).not.toContain('at-risk');
    expect(states.slice(-2)).toContain('achieved');
  });

  it('ends an alarm after two good weeks', () => {
    const states = statesOf(week =>
      week < 16 ? 0.08 : Math.min(0.34, 0.08 + 0.04 * (week - 15)),
    );
    const alarm = states.indexOf('at-risk');
    expect(alarm).toBeGreaterThan(0);
    const after = states.slice(states.lastIndexOf('at-risk') + 1);
    expect(['on-track', 'achieved']).toContain(after[0]);
    expect(after.at(-1)).toBe('achieved');
  });

  it('has no forecast before eight weekly values, and says from when', () => {
    const samples = course(() => 0.1).slice(-26);
    const weeks = evaluateAll(samples);
    expect(weeks.slice(0, 7).map(({ state }) => state)).toEqual(
      Array(7).fill('insufficient-data'),
    );
    expect(weeks[7].state).not.toBe('insufficient-data');
    expect(sentenceOf(weeks[5], deadline)).toContain(writeDay(weeks[7].week));
  });

  it('asks for the goal to be held, and forgets nothing once it was', () => {
    const touched = statesOf(week => (week === 10 ? 0.31 : 0.2));
    expect(touched).not.toContain('achieved');
    const held = statesOf(week => (week === 10 || week === 11 ? 0.3 : 0.2));
    expect(held.at(-1)).toBe('achieved');
  });

  it('judges the goal on people: 89 of 300 is not 30%', () => {
    expect(statesOf(() => 89 / 300)).not.toContain('achieved');
    expect(statesOf(() => 90 / 300)).toContain('achieved');
  });

  it('reaches too late what is held only at the end of the last week', () => {
    const shares = [...Array(34).fill(0.1), 0.3, 0.3];
    const upTo = (sunday: string) =>
      evaluateAll(samplesUntil(sunday, shares)).at(-1)!.state;
    expect(upTo('2026-07-12')).toBe('achieved');
    expect(upTo('2026-07-19')).toBe('missed');
  });

  it('does not call a goal reached that one person misses', () => {
    const shares = [...Array(33).fill(0.1), ...Array(2).fill(14 / 47)];
    const samples = samplesUntil('2026-07-05', shares, 47);
    const [week] = evaluateAll(samples).filter(
      ({ measured }) => measured?.active === 14,
    );
    expect(sentenceOf({ ...week, state: 'watch' }, deadline)).toMatch(
      /\. Meeting it takes under 0\.1 new active users per week;/,
    );
  });

  it('needs no more users once the goal is met', () => {
    const samples = samplesUntil('2026-07-12', [...Array(35).fill(0.1), 0.3]);
    const [week] = evaluateAll(samples).slice(-2);
    expect(week.state).toBe('at-risk');
    expect(sentenceOf(week, deadline)).toMatch(
      /\. The goal is met now and must be held; there is no net growth\.$/,
    );
  });

  it('never holds a week for a good one without a metric', () => {
    const samples = course(() => 0.31).filter((_, index) => index % 2 === 0);
    const states = evaluateAll(samples).map(({ state }) => state);
    expect(states).not.toContain('achieved');
  });

  it('does not miss a goal in weeks that nobody could measure', () => {
    const samples = samplesUntil('2026-07-19', Array(36).fill(0.08), 150);
    const last = (unmeasured: number) =>
      evaluateAll(samples.slice(0, -unmeasured)).at(-1)!;
    expect(last(1).state).toBe('missed');
    expect(last(2).state).toBe('insufficient-data');
    expect(sentenceOf(last(2), deadline)).toBe(
      'The deadline passed, but the last 2 weeks could not all be measured in full: whether the goal of 30% was met is unknown.',
    );
  });

  it.each([
    // With a fifth of the days unknown, 28% may have been 35%.
    [0.28, 0.8, 'insufficient-data'],
    [0.28, 1, 'missed'],
    // Nobody comes on ten days who would make 30% of 8%.
    [0.08, 18 / 28, 'missed'],
    // The first of two weeks is not known, the second was good.
    [0.35, undefined, 'insufficient-data'],
  ])(
    'judges %d in weeks of which %d was observed as %s',
    (share, coverage, state) => {
      const samples = samplesUntil('2026-07-19', Array(36).fill(share), 100);
      const [before, last] = samples.splice(-2);
      const partial =
        coverage === undefined
          ? [last]
          : [before, last].map(week => ({
              ...week,
              ...(coverage < 1 && { coverage }),
            }));
      const early = samples.map(week => ({ ...week, active: 8 }));
      const states = evaluateAll([...early, ...partial]);
      expect(states.at(-1)!.state).toBe(state);
    },
  );

  it('knows nothing of what comes later', () => {
    const rising = course(week => (week > 12 ? 0.5 : 0.1));
    const flat = course(() => 0.1);
    const upTo = 10;
    expect(evaluateAll(rising).slice(0, upTo)).toEqual(
      evaluateAll(flat).slice(0, upTo),
    );
  });

  it('misses the goal with 12 of 150, and asks for a decision', () => {
    const samples = samplesUntil('2026-07-19', Array(36).fill(0.08), 150);
    const last = evaluateAll(samples).at(-1)!;
    expect(last.state).toBe('missed');
    expect(sentenceOf(last, deadline)).toMatch(
      /^The deadline passed at 8% \(12 of 150\); the goal was 30%\. It is time to decide how to proceed\.$/,
    );
  });

  it('achieves the goal with 250 of 500', () => {
    const samples = samplesUntil('2026-07-19', Array(36).fill(0.5), 500);
    const last = evaluateAll(samples).at(-1)!;
    expect(sentenceOf(last, deadline)).toBe(
      'Goal achieved: 30% held for 2 weeks in a row. On 19 Jul 2026, 250 of 500 developers were active.',
    );
  });
});
