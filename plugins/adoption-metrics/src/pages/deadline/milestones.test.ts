import { deadlineAtRisk, noDeadline } from '../../__fixtures__';
import { milestonesOf } from './milestones';

const days = (report: Parameters<typeof milestonesOf>[0]) =>
  milestonesOf(report).map(({ id, day }) => `${id} ${day}`);

describe('milestonesOf', () => {
  it('lies between the start and the deadline', () => {
    expect(days(deadlineAtRisk)).toEqual([
      'start 2026-07-27',
      'halfway 2026-10-27',
      'days30 2026-12-28',
      'days7 2027-01-20',
      'deadline 2027-01-27',
    ]);
    expect(days(noDeadline)).toEqual([]);
  });

  it('leaves out what would not be in order', () => {
    const deadline = { ...deadlineAtRisk.deadline!, start: '2027-01-01' };
    expect(days({ ...deadlineAtRisk, deadline })).toEqual([
      'start 2027-01-01',
      'halfway 2027-01-14',
      'days7 2027-01-20',
      'deadline 2027-01-27',
    ]);
  });

  it('has what was measured, then what is forecast, and the linear target', () => {
    const milestones = milestonesOf(deadlineAtRisk);
    expect(milestones.map(({ isForecast }) => isForecast)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    // The first week that is known ended after the start.
    expect(milestones[0].share).toBeNull();
    expect(milestones[4].share).toBe(
      deadlineAtRisk.latest!.forecast!.end.median,
    );
    expect(milestones[4].target).toBeCloseTo(0.3, 10);
    expect(milestones[0].target).toBeGreaterThan(0.08);
  });

  it('leaves unknown what nothing is known of', () => {
    const unknown = { ...deadlineAtRisk, history: [], latest: null };
    const milestones = milestonesOf({ ...unknown, straightLine: null });
    expect(milestones.every(({ share }) => share === null)).toBe(true);
    expect(milestones.every(({ target }) => target === null)).toBe(true);
  });
});
