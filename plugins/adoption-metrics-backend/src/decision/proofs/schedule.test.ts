import fc from 'fast-check';
import { formatDay, Interval, parseDay, ReportingZone } from '../../time';
import { scheduleOf } from './schedule';

type Plan = Parameters<typeof scheduleOf>[0];

const start = parseDay('2026-03-02')!;
const usual: Plan = {
  start,
  mode: 'sequential',
  weeks: 2,
  evaluationWeeks: 2,
  candidates: 3,
};

function written({ from, to }: Interval): [string, string] {
  return [formatDay(from), formatDay(to - 1)];
}

const plans = fc.record({
  start: fc.integer({
    min: parseDay('2019-12-20')!,
    max: parseDay('2032-03-10')!,
  }),
  mode: fc.constantFrom('sequential' as const, 'parallel' as const),
  weeks: fc.integer({ min: 1, max: 12 }),
  evaluationWeeks: fc.integer({ min: 1, max: 12 }),
  candidates: fc.integer({ min: 1, max: 8 }),
});

describe('the schedule of a proof of concept', () => {
  it('tries three candidates one after the other, and evaluates them', () => {
    const { trials, evaluation } = scheduleOf(usual);
    expect(trials.map(written)).toEqual([
      ['2026-03-02', '2026-03-15'],
      ['2026-03-16', '2026-03-29'],
      ['2026-03-30', '2026-04-12'],
    ]);
    expect(written(evaluation)).toEqual(['2026-04-13', '2026-04-26']);
  });

  it('tries them in the same weeks', () => {
    const { trials, evaluation } = scheduleOf({ ...usual, mode: 'parallel' });
    expect(trials.map(written)).toEqual(
      Array(3).fill(['2026-03-02', '2026-03-15']),
    );
    expect(written(evaluation)).toEqual(['2026-03-16', '2026-03-29']);
  });

  it.each([
    ['a leap day', '2028-02-21', '2028-03-05'],
    ['a February without one', '2027-02-22', '2027-03-07'],
    ['the end of a year', '2026-12-28', '2027-01-10'],
    ['a weekday in the middle', '2026-04-29', '2026-05-12'],
  ])('counts calendar days across %s', (_, first, last) => {
    const { trials } = scheduleOf({ ...usual, start: parseDay(first)! });
    expect(written(trials[0])).toEqual([first, last]);
  });

  it('leaves no day out and counts none twice', () => {
    fc.assert(
      fc.property(plans, plan => {
        const { trials, evaluation } = scheduleOf(plan);
        const parts = plan.mode === 'parallel' ? trials.slice(0, 1) : trials;
        let next = plan.start;
        for (const { from, to } of [...parts, evaluation]) {
          expect(from).toBe(next);
          next = to;
        }
        expect(trials).toHaveLength(plan.candidates);
        expect(new Set(trials.map(({ from, to }) => to - from))).toEqual(
          new Set([plan.weeks * 7]),
        );
        expect(evaluation.to - evaluation.from).toBe(plan.evaluationWeeks * 7);
      }),
    );
  });

  it.each(['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Havana'])(
    'keeps its weekday in %s, whatever clocks do',
    name => {
      const zone = ReportingZone.create(name);
      const weekday = (day: number) =>
        new Intl.DateTimeFormat('en-US', {
          timeZone: name,
          weekday: 'long',
        }).format(zone.startOf(day) + 43_200_000);
      fc.assert(
        fc.property(plans, plan => {
          const { trials, evaluation } = scheduleOf(plan);
          for (const { from } of [...trials, evaluation]) {
            expect(weekday(from)).toBe(weekday(plan.start));
          }
        }),
        { numRuns: 30 },
      );
    },
  );
});
