import { BurnRate, burnRates } from '../../uptime';
import { lastSeen } from '../__testUtils__/lastSeen';
import { errorBudgetTransitions } from './errorBudget';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Burn rates at a target of 99.9%, with the portal down for the last `down` ms. */
function ratesAfter(down: number): BurnRate[] {
  return burnRates(
    length => ({ accountable: length, up: Math.max(0, length - down) }),
    0.999,
  );
}

function notified(rates: BurnRate[], last: Array<[string, string]> = []) {
  return errorBudgetTransitions(rates, lastSeen(last)).map(
    ({ subject, state, severity }) => `${subject} ${state} ${severity}`,
  );
}

describe('errorBudgetTransitions', () => {
  it.each([
    ['nothing', 0, []],
    ['half a minute', MINUTE_MS / 2, []],
    ['a minute', MINUTE_MS, ['fast burning high']],
    ['five minutes', 5 * MINUTE_MS, ['fast burning high', 'slow burning high']],
  ])('notifies after %s down', (_, down, transitions) => {
    expect(notified(ratesAfter(down))).toEqual(transitions);
  });

  it.each([
    [MINUTE_MS, 'was 17 times', 'in 43 hours.'],
    [10 * MINUTE_MS, 'was 170 times', 'in 4.3 hours.'],
    [HOUR_MS, 'was 1,000 times', 'in 43 minutes.'],
  ])('says how fast, and how long %d ms can go on', (down, fast, left) => {
    const [{ text }] = errorBudgetTransitions(ratesAfter(down), new Map());
    expect(text).toBe(
      `Over the last hour, downtime ${fast} what the target allows. At this rate, the 30-day budget will be used up ${left}`,
    );
  });

  it('notifies once, and when it is over', () => {
    const burning: Array<[string, string]> = [['error-budget/fast', 'burning']];
    expect(notified(ratesAfter(MINUTE_MS), burning)).toEqual([]);
    expect(notified(ratesAfter(0), burning)).toEqual(['fast calm normal']);
    expect(notified(ratesAfter(0), [['error-budget/fast', 'calm']])).toEqual(
      [],
    );
  });

  it('takes time that is unknown for no change', () => {
    const unknown = burnRates(() => ({ accountable: 0, up: 0 }), 0.999);
    expect(notified(unknown, [['error-budget/fast', 'burning']])).toEqual([]);
  });

  it('is over once both windows say so', () => {
    const recovered = burnRates(
      length => ({
        accountable: length,
        up: length < HOUR_MS ? length : length - 2 * MINUTE_MS,
      }),
      0.999,
    );
    expect(recovered.some(({ burning }) => burning)).toBe(false);
  });
});
