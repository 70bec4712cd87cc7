import { errorBudget } from './errorBudget';

const thirtyDays = 30 * 86_400_000;

describe('errorBudget', () => {
  it('allows 43.2 minutes in 30 days at 99.9%', () => {
    const down = 10 * 60_000;
    expect(errorBudget({ length: thirtyDays, target: 0.999, down })).toEqual({
      total: 2_592_000,
      used: 600_000,
      left: 1_992_000,
    });
  });

  it('goes below zero when overspent', () => {
    const budget = errorBudget({ length: 1_000, target: 0.9, down: 150 });
    expect(budget.left).toBe(-50);
  });

  it('allows nothing at 100%', () => {
    const budget = errorBudget({ length: thirtyDays, target: 1, down: 0 });
    expect(budget).toEqual({ total: 0, used: 0, left: 0 });
  });
});
