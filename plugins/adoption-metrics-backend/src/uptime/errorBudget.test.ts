import fc from 'fast-check';
import { errorBudget } from './errorBudget';

const day = 86_400_000;
const minute = 60_000;

describe('errorBudget', () => {
  it.each([
    [30 * day, 0.999, 2_592_000],
    [30 * day, 0.9995, 1_296_000],
    [365 * day, 0.999, 31_536_000],
    [day, 0.99, 864_000],
    [30 * day, 1, 0],
  ])('allows of %p ms at %p exactly %p ms', (accountable, target, total) => {
    const up = accountable - minute;
    expect(errorBudget({ accountable, up, target })).toEqual({
      total,
      used: minute,
      left: total - minute,
    });
  });

  it('is overspent exactly when the target is missed', () => {
    const time = fc.integer({ min: 1, max: 30 * day });
    const thousandths = fc.integer({ min: 900, max: 1_000 });
    fc.assert(
      fc.property(time, time, thousandths, (a, b, target) => {
        const [up, accountable] = [Math.min(a, b), Math.max(a, b)];
        const value = target / 1_000;
        const budget = errorBudget({ accountable, up, target: value });
        const met = BigInt(up) * 1_000n >= BigInt(target * accountable);
        expect(budget.left >= 0).toBe(met);
      }),
    );
  });
});
