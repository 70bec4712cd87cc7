import {
  apiLocale,
  formatShare,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';
import {
  testedDatabases,
  TravellingPortal,
} from '../__testUtils__/TravellingPortal';
import { sampleOf } from '../samples/__testUtils__/samples';
import { findSpiral } from '../scorecard/spiral';
import { formatDay, lastDayOfWeek } from '../time';
import { day, deadline, samplesUntil } from './__testUtils__/weeks';
import { evaluateWeek } from './evaluateWeek';
import { forecastShare, WeeklySample } from './forecast/forecastShare';
import { project } from './forecast/project';
import { seededRandom } from './forecast/random';
import { scales } from './forecast/scales';
import { valueAt } from './forecast/theilSen';
import { deadlineOf } from './deadlineOf';
import { DeadlineWeek } from './DeadlineWeek';
import { RISK } from './risk';
import { sentenceOf, stillNeeded } from './sentences';
import { currentOf } from './current';

// The examples by which the deadline is explained, with their numbers. Those of
// the four targets are in the tests of this name beside the metrics and uptime.
const [[engine]] = testedDatabases();

const percent = (share: number) =>
  formatShare(share, apiLocale, { operator: '>=', value: 0.3 });

describe('the 10% baseline: where adoption lies', () => {
  it.each([
    [0.08, 'stalled'],
    [0.1, 'stalled'],
    [0.16, 'climbing'],
    [0.3, 'met'],
    [0.5, 'met'],
  ] as Array<[number, DeadlineReport['current']['band']]>)(
    '%d is %s',
    (share, band) => {
      const samples = samplesUntil('2026-07-12', [share]);
      expect(currentOf(samples, 0.3, 0.1)).toMatchObject({ share, band });
    },
  );
});

describe('the opening scenario: 3 of 38 developers', () => {
  it('are 7.9%, stalled, and 9 short of 30%', () => {
    const sample = { week: 2_900, active: 3, developers: 38 };
    const { share, active, developers, band } = currentOf([sample], 0.3, 0.1);
    expect({ active, developers, band }).toEqual({
      active: 3,
      developers: 38,
      band: 'stalled',
    });
    expect(percent(share!)).toBe('7.9%');
    expect(stillNeeded(sample, 0.3)).toBe(9);
  });
});

const halfYearFrom = (start: string) =>
  deadlineOf(
    { start, goal: 0.3, hold: 2 },
    { source: 'api', nameOf: key => key },
  );

/** What is known at the end of the last of these weeks. */
function lastOf(samples: WeeklySample[], sundays: string[]): DeadlineWeek {
  let before: DeadlineWeek | undefined;
  for (const sunday of sundays) {
    before = evaluateWeek({ deadline, week: day(sunday), samples, before });
  }
  return before!;
}

describe('six months to the deadline', () => {
  it.each([
    ['2026-01-15', '2026-07-15', 181],
    ['2026-08-31', '2027-02-28', 181],
    ['2027-08-31', '2028-02-29', 182],
  ])('from %s on: %s, %d days', async (start, date, days) => {
    const portal = await TravellingPortal.open(engine, day(start));
    await portal.service.set(halfYearFrom(start), { at: 1 });
    const status = (await portal.status())!;
    expect(formatDay(status.deadline.date)).toBe(date);
    expect(status.daysLeft).toBe(days);
  });

  it.each([
    ['30% held for two weeks', [0.3, 0.3], 'achieved'],
    ['30% touched once', [0.29, 0.3], 'missed'],
    ['16%', [0.16, 0.16], 'missed'],
  ])('when it is over, after %s: %s', (_, lastTwo, state) => {
    const shares = [...Array(26).fill(0.1), ...lastTwo, 0.1];
    const samples = samplesUntil('2026-07-19', shares);
    const sundays = ['2026-07-12', '2026-07-19'];
    expect(lastOf(samples, sundays).state).toBe(state);
  });

  it('is not over in the week before', () => {
    const samples = samplesUntil('2026-07-12', Array(26).fill(0.16));
    expect(lastOf(samples, ['2026-07-12']).state).toBe('watch');
  });
});

const NINE_THOUSAND = 9_000;
const DAY_90 = day('2026-04-15');
const weeksAfterDay90 = (date: string) => (day(date) - DAY_90) / 7;

/** Eight weekly values up to 15 April, on a straight line from 10% on. */
function courseOf({ active, perWeek }: { active: number; perWeek: number }) {
  return Array.from({ length: 8 }, (_, index): WeeklySample => {
    const week = index - 7;
    const developers = NINE_THOUSAND;
    return { week, active: active + perWeek * week, developers };
  });
}

function trendOf(samples: WeeklySample[]) {
  const { from, bend } = scales.linear;
  const points = samples.map(({ week, active, developers }) => ({
    at: week,
    value: from(active / developers),
  }));
  const { trend } = project(points, {
    draws: 1,
    bend,
    random: seededRandom(1),
  });
  const on = (date: string) =>
    formatShare(valueAt(trend, weeksAfterDay90(date)), apiLocale);
  return { perWeek: trend.slope, on };
}

function outlookOf(samples: WeeklySample[]) {
  const weeksLeft = weeksAfterDay90('2026-07-15');
  const request = { samples, goal: 0.3, weeksLeft, seed: 1 };
  const forecast = forecastShare(request);
  if (forecast.status !== 'forecast') {
    throw new Error('There is no forecast');
  }
  return forecast;
}

describe('deadline at risk: 16% on day 90 of 181, from 10% on', () => {
  const samples = courseOf({ active: 1_440, perWeek: 42 });

  it('came by 0.467 points a week, which leads to 22.1% and to 30% on 11 Nov', () => {
    const { perWeek, on } = trendOf(samples);
    expect(100 * perWeek).toBeCloseTo(0.467, 3);
    expect(on('2026-01-15')).toBe('10%');
    expect(on('2026-04-15')).toBe('16%');
    expect(on('2026-07-15')).toBe('22.1%');
    expect(on('2026-11-11')).toBe('30%');
  });

  it('needs 1.077 points a week, more than twice the pace so far', () => {
    const { requiredPerWeek, achievedPerWeek } = outlookOf(samples);
    const points = (people: number) => (100 * people) / NINE_THOUSAND;
    expect(points(requiredPerWeek)).toBeCloseTo(1.077, 3);
    expect(requiredPerWeek).toBeGreaterThan(2 * achievedPerWeek);
  });

  it('is not on track', () => {
    const { probability, end, goalReachedIn } = outlookOf(samples);
    expect(probability).toBeLessThan(RISK.good);
    expect(percent(end.median)).toBe('23.0%');
    expect(goalReachedIn).toBeGreaterThan(weeksAfterDay90('2026-07-15'));
    expect(goalReachedIn).toBeLessThan(weeksAfterDay90('2026-11-11'));
  });
});

describe('deadline at risk: 20% on the same day', () => {
  const samples = courseOf({ active: 1_800, perWeek: 70 });

  it('is on the line, which leads to 30.1%', () => {
    const { on } = trendOf(samples);
    expect(on('2026-04-15')).toBe('20%');
    expect(on('2026-07-15')).toBe('30.1%');
  });

  it('is on track: it came faster than it has to come', () => {
    const forecast = outlookOf(samples);
    expect(forecast.probability).toBeGreaterThan(RISK.good);
    expect(forecast.achievedPerWeek).toBeGreaterThan(forecast.requiredPerWeek);
    expect(forecast.end.median).toBeGreaterThan(0.3);
  });
});

describe('deadline at risk: the states it leads to', () => {
  it.each([
    [
      0.16,
      0.06,
      'watch',
      /^Uncertain: .* Meeting it takes 3\.\d new active users per week; the current pace is 1\.\d\.$/,
    ],
    [0.2, 0.1, 'on-track', /^On track: /],
    [0.1, 0, 'at-risk', /^At risk: .*; there is no net growth\.$/],
  ])(
    '%d on 12 April after a gain of %d: %s',
    (share, gain, state, sentence) => {
      const shares = Array.from(
        { length: 13 },
        (_, index) => share - (gain * (12 - index)) / 12,
      );
      const samples = samplesUntil('2026-04-12', shares);
      const week = lastOf(samples, ['2026-04-05', '2026-04-12']);
      expect(week.state).toBe(state);
      expect(sentenceOf(week, deadline)).toMatch(sentence);
    },
  );
});

describe('the spiral: stale 4, 7, 11, 15% while adoption is 14, 12, 10, 8%', () => {
  const weekly = (shares: number[]) =>
    shares.map((value, index) =>
      sampleOf({ day: lastDayOfWeek(2_900 + index), value }),
    );

  it('warns, and does not say what caused what', () => {
    const active = weekly([0.14, 0.12, 0.1, 0.08]);
    const stale = weekly([0.04, 0.07, 0.11, 0.15]);
    const { signs, sentence } = findSpiral(active, stale);
    expect(signs.map(({ present }) => present)).toEqual([true, true]);
    expect(sentence).toMatch(/do not show which caused the other/);
  });
});
