import fc from 'fast-check';
import {
  Forecast,
  forecastFan,
  ForecastRequest,
  forecastShare,
  ShareForecast,
  WeeklySample,
} from './forecastShare';

const goal = 0.3;

function weekly(shares: number[], developers = 300): WeeklySample[] {
  return shares.map((share, week) => ({
    week,
    active: Math.round(share * developers),
    developers,
  }));
}

function growing(from: number, by: number, weeks = 8): number[] {
  return Array.from({ length: weeks }, (_, week) => from + by * week);
}

function ask(request: Partial<ForecastRequest>): Forecast {
  return forecastShare({
    samples: weekly(growing(0.1, 0.005)),
    goal,
    weeksLeft: 13,
    seed: 1,
    ...request,
  });
}

function known(request: Partial<ForecastRequest>): ShareForecast {
  const forecast = ask(request);
  if (forecast.status !== 'forecast') {
    throw new Error('There is no forecast');
  }
  return forecast;
}

describe('forecastShare', () => {
  it('waits for eight weekly samples', () => {
    const samples = weekly(growing(0.1, 0.01, 5));
    expect(ask({ samples })).toEqual({
      status: 'insufficient-data',
      samplesMissing: 3,
    });
  });

  it('projects the pace of a straight line (16% on day 90 of 181)', () => {
    // 0.467 points a week lead from 16% to 22.1% in the 13 weeks that are left.
    const shares = growing(0.16 - 7 * 0.00467, 0.00467);
    const samples = weekly(shares, 30_000);
    const forecast = known({ samples, weeksLeft: 91 / 7 });
    expect(forecast.end.median).toBeGreaterThan(0.21);
    expect(forecast.end.median).toBeLessThan(0.25);
    expect(forecast.achievedPerWeek / 30_000).toBeCloseTo(0.00467, 3);
    expect((100 * forecast.requiredPerWeek) / 30_000).toBeCloseTo(1.077, 2);
    expect(forecast.probability).toBeLessThan(0.4);
  });

  it('is confident on the straight line and not far below it', () => {
    const onTheLine = weekly(growing(0.2 - 7 * 0.0077, 0.0077), 30_000);
    const below = weekly(growing(0.12, 0), 30_000);
    const at = (samples: WeeklySample[]) =>
      known({ samples, weeksLeft: 13 }).probability;
    expect(at(onTheLine)).toBeGreaterThan(0.4);
    expect(at(below)).toBeLessThan(0.1);
  });

  it('takes constant behavior for no growth', () => {
    const forecast = known({ samples: weekly(growing(0.1, 0)) });
    expect(forecast.achievedPerWeek).toBe(0);
    expect(forecast.goalReachedIn).toBeUndefined();
    expect(forecast.end.median).toBeCloseTo(0.1, 1);
  });

  it('says when the goal is reached at the present pace', () => {
    const samples = weekly(growing(0.1, 0.01), 10_000);
    const { goalReachedIn, scale } = known({ samples, weeksLeft: 26 });
    const [least, most] = scale === 'linear' ? [19, 21] : [12, 21];
    expect(goalReachedIn).toBeGreaterThan(least);
    expect(goalReachedIn).toBeLessThan(most);
    expect(known({ samples: weekly(growing(0.3, 0.01)) }).goalReachedIn).toBe(
      7,
    );
  });

  it('is not moved far by a week in which everyone was away', () => {
    const shares = growing(0.15, 0.01);
    const usual = known({ samples: weekly(shares) });
    shares[4] = 0.08;
    const disturbed = known({ samples: weekly(shares) });
    expect(disturbed.achievedPerWeek).toBeCloseTo(usual.achievedPerWeek, -1);
  });

  it('gives the same answer for the same seed, whoever asks', () => {
    const noisy = weekly([0.1, 0.12, 0.09, 0.13, 0.15, 0.12, 0.16, 0.17]);
    expect(ask({ samples: noisy })).toEqual(ask({ samples: noisy }));
    expect(ask({ samples: noisy, seed: 2 })).not.toEqual(
      ask({ samples: noisy }),
    );
  });

  const anySamples = fc
    .tuple(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: 8,
        maxLength: 14,
      }),
      fc.integer({ min: 1, max: 5_000 }),
    )
    .map(([shares, developers]) => weekly(shares, developers));
  const anyWeeksLeft = fc.double({ min: 0.1, max: 30, noNaN: true });

  it('stays within what is possible, whatever came', () => {
    fc.assert(
      fc.property(anySamples, anyWeeksLeft, (samples, weeksLeft) => {
        const { probability, end } = known({ samples, weeksLeft });
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(end.low >= 0 && end.low <= end.median).toBe(true);
        expect(end.median <= end.high && end.high <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('never thinks better of a higher goal', () => {
    fc.assert(
      fc.property(anySamples, anyWeeksLeft, (samples, weeksLeft) => {
        const at = (wanted: number) =>
          known({ samples, weeksLeft, goal: wanted }).probability;
        expect(at(0.5)).toBeLessThanOrEqual(at(0.3) + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('knows less of what is further away', () => {
    const request = { samples: weekly(growing(0.1, 0.005)), goal, seed: 1 };
    const fan = forecastFan({ ...request, weeksLeft: 12.4 });
    expect(fan).toHaveLength(13);
    expect(fan[12].week).toBeCloseTo(7 + 12.4);
    const widths = fan.map(({ low, high }) => high - low);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(fan[12]).toEqual(known({ ...request, weeksLeft: 12.4 }).end);
  });
});
