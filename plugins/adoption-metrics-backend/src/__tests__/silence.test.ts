import { JsonObject } from '@backstage/types';
import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import {
  testedDatabases,
  TravellingPortal,
} from '../__testUtils__/TravellingPortal';
import { keyOf } from '../alerts/Alert';
import { lastSeen } from '../alerts/__testUtils__/lastSeen';
import { collectionTransitions } from '../alerts/rules/collection';
import { day } from '../deadline/__testUtils__/weeks';
import { StoredWeek } from '../deadline/DeadlineWeek';
import { crowd } from '../people/__testUtils__/organization';
import { Day, formatDay, weekdayOf } from '../time';

jest.setTimeout(180_000);

const NOON_MS = 12 * 3_600_000;
const MONDAY = 1;
const FORTY = crowd(40);

/** What happens on a day: who reports, and who only opens our page. */
interface LivedDay {
  visitors?: string[];
  readers?: string[];
}

interface Life {
  from: Day;
  to: Day;
  developers?: string[];
  config: JsonObject;
  on(day: Day): LivedDay;
}

/** A number that looks random, the same for each seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const workingOn =
  (...weekdays: number[]) =>
  (each: Day) =>
    weekdays.includes(weekdayOf(each));

const fromMonday = workingOn(1, 2, 3, 4, 5);

/** Lives day by day, and notes every alert about browsers. */
async function live(
  engine: Parameters<typeof TravellingPortal.open>[0],
  life: Life,
) {
  const { from, to, developers = FORTY, config, on } = life;
  const portal = await TravellingPortal.open(engine, from, config);
  await portal.service.adoptConfigured(1);
  const last = new Map<string, string>();
  const alerts: string[] = [];
  for (let today = from; today < to; today++) {
    portal.travelTo(portal.zone.startOf(today));
    await portal.tick();
    const facts = await portal.browsers();
    for (const each of collectionTransitions(facts, lastSeen(last))) {
      last.set(keyOf(each), each.state);
      alerts.push(`${formatDay(today)} ${each.severity}: ${each.title}`);
    }
    if (today === from || weekdayOf(today) === MONDAY) {
      await portal.readDevelopers(developers);
    }
    portal.travelTo(portal.zone.startOf(today) + NOON_MS);
    const { visitors = [], readers } = on(today);
    await portal.visit(visitors, readers);
  }
  portal.travelTo(portal.zone.startOf(to));
  await portal.tick();
  const weeks = config.deadline ? await portal.weeks() : [];
  return { portal, alerts, weeks };
}

/** Days at whose end the weeks end that were not measured. */
const unmeasured = (weeks: StoredWeek[]) =>
  weeks.filter(({ measured }) => !measured).map(({ week }) => formatDay(week));

/** How much is known of the last four weeks. */
const lastFour = (weeks: StoredWeek[]) =>
  weeks.slice(-4).map(({ measured, isPartial }) => {
    if (!measured) {
      return 'unknown';
    }
    return isPartial ? 'partial' : 'whole';
  });

const firstOf = (weeks: StoredWeek[], state: StoredWeek['state']) => {
  const found = weeks.find(each => each.state === state);
  return found && formatDay(found.week);
};

const FROM = day('2027-01-04');
const halfYear = { start: '2027-01-04', length: 'P6M', goal: 0.3, hold: 2 };
const stockholm = { timeZone: 'Europe/Stockholm', deadline: halfYear };

/** 20 of 40 on working days of a given week. */
const half = (works: (each: Day) => boolean) => (each: Day) => ({
  visitors: works(each) ? FORTY.slice(0, 20) : [],
});

describe.each(testedDatabases())('days without reports, %p', engine => {
  it('measures a company that works from Sunday to Thursday', async () => {
    const { alerts, weeks } = await live(engine, {
      from: day('2027-01-03'),
      to: day('2027-07-12'),
      config: { timeZone: 'Asia/Jerusalem', deadline: halfYear },
      on: half(workingOn(7, 1, 2, 3, 4)),
    });
    expect(alerts).toEqual([]);
    expect(unmeasured(weeks)).toEqual([
      ...['2027-01-10', '2027-01-17', '2027-01-24'],
    ]);
    expect(firstOf(weeks, 'achieved')).toBe('2027-02-07');
    expect(weeks.at(-1)!.state).toBe('achieved');
  });

  it('measures weeks with configured holidays', async () => {
    const { alerts, weeks } = await live(engine, {
      from: day('2026-09-14'),
      to: day('2027-01-05'),
      config: {
        timeZone: 'Europe/Stockholm',
        deadline: {
          start: '2026-09-14',
          date: '2027-01-03',
          goal: 0.3,
          hold: 2,
          holidays: [{ from: '2026-12-19', to: '2027-01-04' }],
        },
      },
      on: each => ({
        visitors:
          fromMonday(each) && each < day('2026-12-19')
            ? FORTY.slice(0, each < day('2026-12-14') ? 4 : 20)
            : [],
      }),
    });
    expect(alerts).toEqual([]);
    const measured = new Map(
      weeks.map(each => [formatDay(each.week), each.measured]),
    );
    const twenty = { active: 20, developers: 40 };
    expect(measured.get('2026-12-20')).toEqual(twenty);
    expect(measured.get('2026-12-27')).toEqual(twenty);
    expect(weeks.at(-1)!.state).toBe('achieved');
  });

  it.each([1, 2])('measures a quiet portal, seed %d', async seed => {
    const random = randomOf(seed);
    const regular = FORTY.slice(0, 5);
    const { alerts, weeks } = await live(engine, {
      from: day('2026-12-07'),
      to: day('2027-07-12'),
      config: stockholm,
      on: each => ({
        visitors: fromMonday(each) ? regular.filter(() => random() < 0.4) : [],
      }),
    });
    expect(alerts).toEqual([]);
    expect(unmeasured(weeks)).toEqual([]);
  });

  it('says nothing of an installation that nobody has used', async () => {
    const { portal, alerts } = await live(engine, {
      from: day('2027-01-03'),
      to: day('2027-01-05'),
      config: { timeZone: 'UTC' },
      on: () => ({}),
    });
    expect(alerts).toEqual([]);
    const [batches] = await portal.diagnostics();
    expect(batches.detail).toBe('No browser has reported yet.');
  });
});

// What the engines do with a day is tested by the stores.
const [[engine]] = testedDatabases();

describe('days without reports', () => {
  it.each([
    ['Saturday to Wednesday', [6, 7, 1, 2, 3]],
    ['four days', [1, 2, 3, 4]],
    ['six days', [1, 2, 3, 4, 5, 6]],
    ['seven days', [1, 2, 3, 4, 5, 6, 7]],
  ])('measures a working week of %s', async (_name, weekdays) => {
    const { alerts, weeks } = await live(engine, {
      from: FROM,
      to: FROM + 84,
      config: stockholm,
      on: half(workingOn(...weekdays)),
    });
    expect(alerts).toEqual([]);
    expect(weeks.filter(({ measured }) => measured)).toHaveLength(8);
  });

  it('measures weeks with holidays that nobody configured', async () => {
    const off = [day('2027-03-26'), day('2027-03-29'), day('2027-05-06')];
    const { alerts, weeks } = await live(engine, {
      from: FROM,
      to: day('2027-05-24'),
      config: stockholm,
      on: half(each => fromMonday(each) && !off.includes(each)),
    });
    expect(alerts).toEqual([]);
    expect(unmeasured(weeks)).toHaveLength(4);
  });

  it('notes lightly that everyone is away for two weeks', async () => {
    const off = { from: day('2027-04-05'), to: day('2027-04-19') };
    const { alerts, weeks } = await live(engine, {
      from: FROM,
      to: day('2027-05-24'),
      config: stockholm,
      on: half(each => fromMonday(each) && (each < off.from || each >= off.to)),
    });
    expect(alerts).toEqual([
      expect.stringMatching(/ low: No visits since 3 Apr 2027$/),
      expect.stringMatching(/^2027-04-20 low: Browsers are reporting/),
    ]);
    expect(unmeasured(weeks)).toHaveLength(4);
    expect(weeks.at(-1)!.state).toBe('achieved');
    expect(firstOf(weeks, 'at-risk')).toBeUndefined();
  });

  it('takes the goal for held when a shutdown that nobody configured begins', async () => {
    const { weeks } = await live(engine, {
      from: day('2026-09-14'),
      to: day('2027-01-12'),
      config: {
        timeZone: 'Europe/Stockholm',
        deadline: {
          start: '2026-09-14',
          date: '2027-01-03',
          goal: 0.3,
          hold: 2,
        },
      },
      on: each => ({
        visitors:
          fromMonday(each) &&
          (each < day('2026-12-19') || each >= day('2027-01-04'))
            ? FORTY.slice(0, each < day('2026-12-14') ? 4 : 20)
            : [],
      }),
    });
    expect(weeks.at(-1)!.state).toBe('achieved');
  });

  it('measures a portal with three regular people', async () => {
    const random = randomOf(3);
    const { alerts, weeks } = await live(engine, {
      from: FROM,
      to: FROM + 112,
      config: stockholm,
      on: each => ({
        visitors: fromMonday(each)
          ? FORTY.slice(0, 3).filter(() => random() < 0.6)
          : [],
      }),
    });
    expect(alerts).toEqual([]);
    expect(unmeasured(weeks)).toHaveLength(4);
  });

  it('notices at once that people come whose browsers do not report', async () => {
    const dies = day('2027-04-05');
    const { portal, alerts, weeks } = await live(engine, {
      from: FROM,
      to: dies + 28,
      config: stockholm,
      on: each => ({
        ...(each < dies ? half(fromMonday)(each) : {}),
        readers: fromMonday(each) ? FORTY.slice(0, 8) : [],
      }),
    });
    expect(alerts).toEqual([
      '2027-04-06 high: Browsers have stopped reporting portal usage',
    ]);
    expect(lastFour(weeks)).toEqual([
      'partial',
      'partial',
      'unknown',
      'unknown',
    ]);
    expect(firstOf(weeks, 'missed')).toBeUndefined();
    expect(firstOf(weeks, 'at-risk')).toBeUndefined();
    const { notes } = await portal.activeUsers.read({
      now: portal.zone.startOf(dies + 28),
      closedDay: dies + 27,
    });
    expect(notes.map(inEnglish).join()).toMatch(
      /people opened this plugin, but no browser/,
    );
    const [batches] = await portal.diagnostics();
    expect(batches).toMatchObject({
      status: 'problem',
      detail: expect.stringMatching(/although 8 people opened this plugin/),
    });
  });

  it('corrects weeks when a silence without readers lasts too long', async () => {
    const dies = day('2027-04-02');
    const { portal, alerts, weeks } = await live(engine, {
      from: FROM,
      to: dies + 28,
      config: stockholm,
      on: each => (each < dies ? half(fromMonday)(each) : {}),
    });
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatch(/low: No visits since 2 Apr 2027$/);
    const corrected = weeks.filter(({ revision }) => revision > 0);
    expect(corrected.map(({ week }) => formatDay(week))).toContain(
      '2027-04-04',
    );
    expect(lastFour(weeks)).toEqual([
      'partial',
      'partial',
      'unknown',
      'unknown',
    ]);
    expect(weeks.at(-1)!.state).toBe('achieved');
    expect(await portal.tick()).toBe(0);
  });

  it('leaves out what was received after a backup that was restored', async () => {
    const backup = day('2027-04-07');
    const portal = await TravellingPortal.open(engine, FROM, {
      timeZone: 'UTC',
    });
    const dayAt = async (each: Day) => {
      portal.travelTo(portal.zone.startOf(each) + NOON_MS);
      await portal.visit(half(fromMonday)(each).visitors);
      portal.travelTo(portal.zone.startOf(each + 1));
      await portal.tick();
    };
    await portal.readDevelopers(FORTY);
    for (let each = FROM; each < backup; each++) {
      await dayAt(each);
    }
    // The database ends in the middle of a day and goes on nine days later.
    portal.travelTo(portal.zone.startOf(backup) + NOON_MS / 2);
    await portal.visit(FORTY.slice(0, 3));
    const restored = backup + 9;
    await portal.beat({
      from: portal.zone.startOf(FROM),
      to: portal.zone.startOf(backup) + NOON_MS,
    });
    await portal.beat({
      from: portal.zone.startOf(restored),
      to: portal.zone.startOf(restored + 5),
    });
    for (let each = restored; each < restored + 3; each++) {
      await dayAt(each);
    }
    const [sample] = await portal.samples.headlines('active-users', {
      from: restored + 2,
      to: restored + 3,
    });
    expect(sample.coverage).toBe(19 / 28);
    // It is a Sunday.
    expect((await portal.browsers()).state).toBeUndefined();
  });
});
