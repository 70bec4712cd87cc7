import { burnRate, burnRates } from './burnRate';

const minute = 60_000;
const hour = 60 * minute;

describe('burnRate', () => {
  it('is 1 when the budget is spent just in time', () => {
    const up = 0.999 * 1_000 * hour;
    expect(burnRate({ accountable: 1_000 * hour, up }, 0.999)).toBeCloseTo(1);
  });

  it('is unknown without accountable time, and 0 without loss', () => {
    expect(burnRate({ accountable: 0, up: 0 }, 0.999)).toBeUndefined();
    expect(burnRate({ accountable: hour, up: hour }, 1)).toBe(0);
  });

  it('is infinite for any loss where none is allowed', () => {
    expect(burnRate({ accountable: hour, up: hour - 1 }, 1)).toBe(Infinity);
  });
});

describe('burnRates', () => {
  // 52 s in an hour is 14.4 times what 99.9% allows; a moment of it is recent.
  function measure(seconds: number, recent: number) {
    return (length: number) => ({
      accountable: length,
      up: length - 1_000 * (length <= hour / 2 ? recent : seconds),
    });
  }

  it('has the pairs of the workbook', () => {
    const rates = burnRates(measure(0, 0), 0.999);
    expect(
      rates.map(({ pair: { long, short, threshold } }) => [
        long / minute,
        short / minute,
        threshold,
      ]),
    ).toEqual([
      [60, 5, 14.4],
      [360, 30, 6],
      [4_320, 360, 1],
    ]);
    expect(rates.map(({ burning }) => burning)).toEqual([false, false, false]);
  });

  it('calls for action only when both windows burn', () => {
    const [over] = burnRates(measure(52, 52), 0.999);
    expect(over.burning).toBe(true);
    expect(over.long).toBeCloseTo(14.4, 0);
    const [past] = burnRates(measure(52, 0), 0.999);
    expect(past.burning).toBe(false);
    const [short] = burnRates(measure(51, 51), 0.999);
    expect(short.burning).toBe(false);
  });

  it('stays quiet where nothing is known', () => {
    const none = () => ({ accountable: 0, up: 0 });
    expect(burnRates(none, 0.999)[0]).toMatchObject({
      long: undefined,
      burning: false,
    });
  });
});
