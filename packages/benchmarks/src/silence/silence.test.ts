import { createRandom } from '../random';
import { leastMean, leastShare, mostRate } from './bounds';
import { simulateCalendar } from './calendar';
import { classes, PortalClass } from './classes';
import { judgeByFixedWeek } from './fixedWeekRule';
import { fixedWeek, ours } from './rules';
import { simulate, withDeadCollector } from './simulate';
import { studyClass } from './study';
import { activePeople } from './weeks';

/** A Monday. */
const MONDAY = 20_458;

const sundayToThursday: PortalClass = {
  name: 'forty people',
  visitors: 20,
  people: 40,
  week: { first: 7, days: 5 },
};

it('bounds what a study of that size cannot exclude', () => {
  expect(leastShare(100, 100)).toBeCloseTo(0.974, 2);
  expect(mostRate(0, 100)).toBeCloseTo(0.03, 3);
  expect(mostRate(5, 1_000)).toBeCloseTo(0.0105, 3);
  expect(leastMean([1, 1, 1])).toBe(1);
});

describe('the simulation', () => {
  it('has at most 24 classes, each under a name of its own', () => {
    expect(classes.length).toBeLessThanOrEqual(24);
    expect(new Set(classes.map(({ name }) => name)).size).toBe(classes.length);
  });

  it('closes as many working days as a shutdown has', () => {
    const { isWorkday, isClosed, isHoliday } = simulateCalendar(
      { ...sundayToThursday, unknownShutdown: 4 },
      { first: MONDAY, count: 800 },
      createRandom(1),
    );
    const closed = isWorkday.filter((works, index) => works && isClosed[index]);
    expect(closed).toHaveLength(4);
    expect(isHoliday).not.toContain(true);
  });

  it('has as many visitors on a working day as its class says', () => {
    const { history, calendar } = simulate(
      sundayToThursday,
      { first: MONDAY, count: 3_640, before: 0 },
      createRandom(2),
    );
    const sum = (days: typeof history) =>
      days.reduce((total, { reporters }) => total + reporters, 0);
    const working = history.filter((_, index) => calendar.isWorkday[index]);
    expect(Math.round(sum(working) / working.length)).toBe(20);
    expect(sum(working)).toBe(sum(history));
  });

  it('lets readers be seen, or not, while the collector is dead', () => {
    const days = { first: MONDAY, count: 14, before: 0 };
    const { history } = simulate(sundayToThursday, days, createRandom(3));
    const dead = (readersToo: boolean) =>
      withDeadCollector(history, { from: 0, to: 14, readersToo });
    expect(dead(false).some(({ readers }) => readers > 0)).toBe(true);
    expect(dead(true).some(({ readers }) => readers > 0)).toBe(false);
    expect(dead(false).some(({ reporters }) => reporters > 0)).toBe(false);
  });

  it('counts people who were seen in 28 days once', () => {
    const visits = new Uint8Array(40);
    visits[3] = 1;
    visits[5] = 1;
    const active = activePeople([visits]);
    expect([active[2], active[3], active[32], active[33]]).toEqual([
      0, 1, 1, 0,
    ]);
  });
});

it('remembers the rule that took a holiday for a fault', () => {
  const monday = { ...sundayToThursday, week: { first: 1, days: 5 } };
  const days = { first: MONDAY, count: 14, before: 0 };
  const { history } = simulate(monday, days, createRandom(4));
  const fault = { from: 8, to: 9, readersToo: true };
  const holiday = withDeadCollector(history, fault);
  expect([...judgeByFixedWeek(holiday)]).toEqual([MONDAY + 8]);
});

describe('the study, in small', () => {
  const plan = { portals: 8, seed: 5 };

  it('notices dead collectors without false alarms', () => {
    const found = studyClass(sundayToThursday, ours, plan);
    expect(found.falseAlarms).toBe(0);
    expect(Math.max(...found.bySilence)).toBe(5);
    expect(Math.max(...found.withReaders)).toBe(1);
    expect(Math.min(...found.weeksMeasured)).toBe(1);
  });

  it('shows what a fixed working week makes of Sunday to Thursday', () => {
    const found = studyClass(sundayToThursday, fixedWeek, plan);
    expect(found.falseAlarms).toBeGreaterThan(100);
    expect(Math.max(...found.weeksMeasured)).toBeLessThan(0.1);
  });
});
