import { noDeadline, deadlineAtRisk, plans } from '../../__fixtures__';
import { forecastGeometry } from './forecastGeometry';

describe('forecastGeometry', () => {
  it('reaches from the first known week to the deadline', () => {
    const geometry = forecastGeometry(deadlineAtRisk)!;
    expect(geometry).toMatchObject({
      from: '2026-08-02',
      to: '2027-01-27',
      deadlineX: 1,
    });
    expect(geometry.history[0].x).toBe(0);
    expect(geometry.history).toHaveLength(17);
    expect(geometry.median.at(-1)!.x).toBe(1);
  });

  it('begins the future where the past ends', () => {
    const { history, median, range } = forecastGeometry(deadlineAtRisk)!;
    expect(median[0]).toEqual(history.at(-1));
    expect(range[0]).toEqual(history.at(-1));
    expect(range).toHaveLength(1 + 10 + 10);
  });

  it('keeps goal and range in view', () => {
    const { goalY, range } = forecastGeometry(deadlineAtRisk)!;
    const heights = [goalY!, ...range.map(({ y }) => y)];
    expect(Math.min(...heights)).toBeGreaterThan(0);
    expect(Math.max(...heights)).toBeLessThanOrEqual(1);
  });

  it('makes room for a plan, whose beginning may lie before the past', () => {
    const [plan] = plans.plans;
    const {
      plan: places,
      to,
      top,
      deadlineX,
    } = forecastGeometry(deadlineAtRisk, plan)!;
    expect(to).toBe('2027-08-23');
    expect(places).toHaveLength(3);
    expect(places[0].x).toBeLessThan(0);
    expect(places[2].x).toBe(1);
    expect(top).toBeGreaterThan(0.3);
    expect(deadlineX).toBeLessThan(1);
    expect(forecastGeometry(deadlineAtRisk)!.plan).toEqual([]);
  });

  it('draws the past alone without a deadline, and nothing without a past', () => {
    const { history } = deadlineAtRisk;
    const geometry = forecastGeometry({ ...noDeadline, history })!;
    expect(geometry.goalY).toBeUndefined();
    expect(geometry.median).toEqual([]);
    expect(forecastGeometry(noDeadline)).toBeUndefined();
  });
});
