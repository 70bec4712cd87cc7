import {
  testedDatabases,
  TravellingPortal,
} from '../__testUtils__/TravellingPortal';
import { crowd } from '../people/__testUtils__/organization';
import { Day, formatDay } from '../time';
import { day } from './__testUtils__/weeks';
import { DeadlineWeek } from './DeadlineWeek';
import { deadlineOf } from './deadlineOf';

// What the engines do with a week is tested by stores.test.ts.
const [[engine]] = testedDatabases();

const OPENS = day('2027-08-02');
const LEAVES = day('2028-04-17');
const DEADLINE_WEEK = day('2028-02-28');
const TURN = day('2028-03-06');

const developers = crowd(40);

/** 4 of 40 until the deadline has passed, then two more every week. */
function visitorsIn(monday: Day): string[] {
  const weeksOfGrowth = Math.max(0, (monday - TURN) / 7 + 1);
  return developers.slice(0, 4 + 2 * weeksOfGrowth);
}

/** What the task did in a week: how many weeks it evaluated when. */
interface Pass {
  sunday: Day;
  beforeTheEnd: number;
  atTheEnd: number;
  onceMore: number;
  elsewhere: number;
}

async function passWeek(portal: TravellingPortal, monday: Day): Promise<Pass> {
  await portal.live(monday, { developers, visitors: visitorsIn(monday) });
  const beforeTheEnd = await portal.tick();
  portal.travelTo(portal.zone.startOf(monday + 7));
  return {
    sunday: monday + 6,
    beforeTheEnd,
    atTheEnd: await portal.tick(),
    onceMore: await portal.tick(),
    elsewhere: await portal.evaluateElsewhere(),
  };
}

async function passWeeks(
  portal: TravellingPortal,
  { from, to }: { from: Day; to: Day },
): Promise<Pass[]> {
  const passes: Pass[] = [];
  for (let monday = from; monday < to; monday += 7) {
    passes.push(await passWeek(portal, monday));
  }
  return passes;
}

function deadlineFrom(start: string, length: string) {
  return deadlineOf(
    { start, length, goal: 0.3, hold: 2 },
    { source: 'api', nameOf: key => key },
  );
}

const halfYear = deadlineFrom('2027-08-31', 'P6M');
const anotherTry = deadlineFrom('2028-02-29', 'P3M');

async function statusAt(portal: TravellingPortal, instant: number) {
  portal.travelTo(instant);
  const { daysLeft, state } = (await portal.status())!;
  return { daysLeft, state };
}

/** Eight months: a deadline that is missed, then one that is met. */
async function travel(timeZone: string, passed: number) {
  const portal = await TravellingPortal.open(engine, OPENS, { timeZone });
  await portal.service.set(halfYear, { at: 1 });
  const passes = await passWeeks(portal, { from: OPENS, to: DEADLINE_WEEK });
  const lastInstant = await statusAt(portal, passed - 1);
  const over = await statusAt(portal, passed);
  passes.push(await passWeek(portal, DEADLINE_WEEK));
  const missed = await portal.weeks();
  await portal.service.set(anotherTry, { at: 2 });
  const overAtOnce = await portal.tick();
  const later = await passWeeks(portal, { from: TURN, to: LEAVES });
  const reached = await portal.weeks();
  const statuses = { lastInstant, over };
  return { portal, passes, statuses, missed, overAtOnce, later, reached };
}

/** The first week of each state, as they came. */
function turnsOf(weeks: DeadlineWeek[]): string[] {
  return weeks
    .filter(({ state }, index) => state !== weeks[index - 1]?.state)
    .map(({ week, state }) => `${formatDay(week)} ${state}`);
}

const sundaysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => day(first) + 7 * index);

/** UTC instants at which Sundays end: around each change of the clocks. */
const zones: Array<[string, { passed: string; ends: Record<string, string> }]> =
  [
    [
      'America/New_York',
      {
        passed: '2028-03-01T05:00Z',
        ends: {
          '2027-10-31': '2027-11-01T04:00Z',
          '2027-11-07': '2027-11-08T05:00Z',
          '2028-01-02': '2028-01-03T05:00Z',
          '2028-03-05': '2028-03-06T05:00Z',
          '2028-03-12': '2028-03-13T04:00Z',
        },
      },
    ],
    [
      'Europe/Stockholm',
      {
        passed: '2028-02-29T23:00Z',
        ends: {
          '2027-10-24': '2027-10-24T22:00Z',
          '2027-10-31': '2027-10-31T23:00Z',
          '2028-01-02': '2028-01-02T23:00Z',
          '2028-03-19': '2028-03-19T23:00Z',
          '2028-03-26': '2028-03-26T22:00Z',
        },
      },
    ],
    [
      'Asia/Kathmandu',
      {
        passed: '2028-02-29T18:15Z',
        ends: {
          '2027-10-31': '2027-10-31T18:15Z',
          '2028-01-02': '2028-01-02T18:15Z',
          '2028-03-26': '2028-03-26T18:15Z',
        },
      },
    ],
    [
      'Australia/Lord_Howe',
      {
        passed: '2028-02-29T13:00Z',
        ends: {
          '2027-09-26': '2027-09-26T13:30Z',
          '2027-10-03': '2027-10-03T13:00Z',
          '2028-01-02': '2028-01-02T13:00Z',
          '2028-03-26': '2028-03-26T13:00Z',
          '2028-04-02': '2028-04-02T13:30Z',
        },
      },
    ],
    [
      'Pacific/Apia',
      {
        passed: '2028-02-29T11:00Z',
        ends: {
          '2027-10-31': '2027-10-31T11:00Z',
          '2028-01-02': '2028-01-02T11:00Z',
          '2028-03-26': '2028-03-26T11:00Z',
        },
      },
    ],
  ];

describe.each(zones)('eight months in %s', (timeZone, { passed, ends }) => {
  let journey: Awaited<ReturnType<typeof travel>>;

  beforeAll(async () => {
    journey = await travel(timeZone, Date.parse(passed));
  });

  it('evaluates each week of a deadline once, and none before its end', () => {
    const { passes, overAtOnce, later } = journey;
    const first = day('2027-09-05');
    for (const pass of [...passes, ...later]) {
      expect(pass).toEqual({
        sunday: pass.sunday,
        beforeTheEnd: 0,
        atTheEnd: pass.sunday < first ? 0 : 1,
        onceMore: 0,
        elsewhere: 0,
      });
    }
    expect(overAtOnce).toBe(1);
  });

  it('keeps them in order, over the end of the year and 29 February', () => {
    const { missed, reached } = journey;
    const sundays = (weeks: DeadlineWeek[]) => weeks.map(({ week }) => week);
    expect(sundays(missed)).toEqual(sundaysFrom('2027-09-05', 27));
    expect(sundays(reached)).toEqual(sundaysFrom('2028-03-05', 7));
  });

  it.each(Object.entries(ends))('ends the week of %s at %s', (sunday, end) => {
    const known = [...journey.missed, ...journey.reached.slice(1)];
    const { evaluatedAt } = known.find(({ week }) => week === day(sunday))!;
    expect(evaluatedAt).toBe(Date.parse(end));
  });

  it('moves through the states as the visitors do', () => {
    const { missed, reached } = journey;
    expect(turnsOf(missed)).toEqual([
      '2027-09-05 insufficient-data',
      '2027-10-24 watch',
      '2027-11-28 at-risk',
      '2028-03-05 missed',
    ]);
    expect(turnsOf(reached)).toEqual([
      '2028-03-05 watch',
      '2028-03-12 at-risk',
      '2028-04-02 on-track',
      '2028-04-09 achieved',
    ]);
    expect(missed.at(-1)!.measured).toEqual({ active: 4, developers: 40 });
    expect(reached.at(-1)!.measured).toEqual({ active: 16, developers: 40 });
  });

  it('passes the deadline at the end of 29 February there', () => {
    expect(formatDay(halfYear.date)).toBe('2028-02-29');
    expect(journey.statuses).toEqual({
      lastInstant: { daysLeft: 0, state: 'at-risk' },
      over: { daysLeft: -1, state: 'missed' },
    });
  });

  it('changes nothing when the clock goes over it all again', async () => {
    const { portal, missed, reached } = journey;
    for (let monday = OPENS; monday <= LEAVES; monday += 7) {
      portal.travelTo(portal.zone.startOf(monday));
      expect(await portal.tick()).toBe(0);
    }
    expect(await portal.weeks()).toEqual(reached);
    const [{ deadlineId }] = missed;
    expect(await portal.weeksOf(deadlineId)).toEqual(missed);
  });
});
