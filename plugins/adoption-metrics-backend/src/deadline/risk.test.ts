import fc from 'fast-check';
import { assess, noRisk, Risk } from './risk';

function after(chances: number[]): Risk {
  return chances.reduce(assess, noRisk);
}

describe('assess', () => {
  it('raises the alarm after two bad weeks in a row', () => {
    expect(after([0.09]).alarmed).toBe(false);
    expect(after([0.09, 0.11, 0.09]).alarmed).toBe(false);
    expect(after([0.09, 0.09]).alarmed).toBe(true);
  });

  it('ends it after two good weeks in a row, and not before', () => {
    const alarm = [0.01, 0.01];
    expect(after([...alarm, 0.3, 0.3, 0.3]).alarmed).toBe(true);
    expect(after([...alarm, 0.4, 0.39, 0.4]).alarmed).toBe(true);
    expect(after([...alarm, 0.4, 0.4]).alarmed).toBe(false);
  });

  it('does not switch with a single week', () => {
    const anyChance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(anyChance, { minLength: 3 }), chances => {
        const alarms = chances.map(
          (_, i) => after(chances.slice(0, i)).alarmed,
        );
        const single = alarms.filter(
          (on, i) => i > 0 && on !== alarms[i - 1] && on !== alarms[i + 1],
        );
        // The last one may still go on.
        expect(single.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
