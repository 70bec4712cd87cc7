import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { JsonObject } from '@backstage/types';
import {
  LivedWeek,
  testedDatabases,
  TravellingPortal,
} from '../__testUtils__/TravellingPortal';
import { crowd } from '../people/__testUtils__/organization';
import { formatDay } from '../time';
import { day } from './__testUtils__/weeks';
import { StoredWeek } from './DeadlineWeek';
import { RISK } from './risk';

// Stores are tested on every engine; here it is the weeks that matter.
const [[engine]] = testedDatabases();

const OPENS = day('2027-08-02');
const WEEKS = 19;

/** The week from 25 to 31 October 2027: there are forecasts before it. */
const ODD_WEEK = 12;
const config = {
  timeZone: 'America/New_York',
  deadline: { start: '2027-08-31' },
};

/** What happens in a week; nothing at all while the portal is off. */
type Story = (
  week: number,
) => (LivedWeek & { brokenReading?: string[] }) | 'off';

const forty = crowd(40);

function usual(visitors: number): LivedWeek {
  return { developers: forty, visitors: forty.slice(0, visitors) };
}

/** Lives a story week by week; returns what the task did at the end of each. */
async function live(story: Story, developers: JsonObject = {}) {
  const settings = { ...config, developers };
  const portal = await TravellingPortal.open(engine, OPENS, settings);
  await portal.service.adoptConfigured(1);
  const evaluated: Array<number | undefined> = [];
  for (let week = 0; week < WEEKS; week++) {
    evaluated.push(await liveWeek(portal, week, story(week)));
  }
  return { portal, evaluated, weeks: await portal.weeks() };
}

async function liveWeek(
  portal: TravellingPortal,
  index: number,
  week: ReturnType<Story>,
): Promise<number | undefined> {
  if (week === 'off') {
    return undefined;
  }
  const monday = OPENS + 7 * index;
  await portal.live(monday, week);
  if (week.brokenReading) {
    const { status } = await portal.readDevelopers(week.brokenReading);
    expect(status).toBe('held');
  }
  portal.travelTo(portal.zone.startOf(monday + 7));
  return portal.tick();
}

/** What was measured in the weeks from the odd one on; null without a metric. */
function measuredSince(weeks: StoredWeek[]): Array<string | null> {
  const first = OPENS + 7 * ODD_WEEK;
  return weeks
    .filter(({ week }) => week > first)
    .map(({ measured, isPartial }) => {
      const bound = isPartial ? 'at least ' : '';
      return measured
        ? `${bound}${measured.active} of ${measured.developers}`
        : null;
    });
}

const statesOf = (weeks: StoredWeek[]) =>
  new Set(weeks.map(({ state }) => state));

const isOff = (week: number) => week >= ODD_WEEK && week < ODD_WEEK + 3;

describe('weeks without reports', () => {
  it('takes a quiet week for one in which nobody came', async () => {
    const { weeks } = await live(week => usual(week === ODD_WEEK ? 0 : 11));
    expect(measuredSince(weeks)).toEqual(Array(7).fill('11 of 40'));
  });

  it('reads a week of silence as unknown while people are there', async () => {
    const { weeks, evaluated } = await live(week => ({
      ...usual(week === ODD_WEEK ? 0 : 11),
      readers: forty.slice(0, 11),
    }));
    expect(evaluated.slice(ODD_WEEK)).toEqual(Array(7).fill(1));
    expect(measuredSince(weeks)).toEqual([
      ...Array(4).fill('at least 11 of 40'),
      ...Array(3).fill('11 of 40'),
    ]);
    for (const { forecast } of weeks.slice(-7)) {
      expect(forecast!.probability).toBeGreaterThan(RISK.bad);
    }
    expect(statesOf(weeks)).not.toContain('at-risk');
  });

  it('makes up for weeks in which the portal was off, each once, in order', async () => {
    const { portal, weeks, evaluated } = await live(week =>
      isOff(week) ? 'off' : usual(11),
    );
    const off = Array(3).fill(undefined);
    expect(evaluated.slice(ODD_WEEK - 1)).toEqual([1, ...off, 5, 1, 1, 1]);
    expect(weeks.map(({ week }) => week)).toEqual(
      Array.from({ length: 15 }, (_, index) => day('2027-09-05') + 7 * index),
    );
    const back = portal.zone.startOf(day('2027-11-22'));
    const madeUpFor = weeks.filter(each => each.evaluatedAt === back);
    // The weekend before belongs to the silence, too.
    const [corrected, ...others] = madeUpFor;
    expect(formatDay(corrected.week)).toBe('2027-10-24');
    expect(corrected.revision).toBe(1);
    expect(corrected.isPartial).toBe(true);
    expect(formatDay(others[0].week)).toBe('2027-10-31');
    expect(others).toHaveLength(4);
    expect(measuredSince(weeks)).toEqual([
      ...Array(2).fill('at least 11 of 40'),
      ...Array(2).fill(null),
      ...Array(2).fill('at least 11 of 40'),
      '11 of 40',
    ]);
    expect(statesOf(weeks)).not.toContain('at-risk');
  });
});

describe('developers who jump in number', () => {
  it('takes twice as many for what they are from then on', async () => {
    const { weeks } = await live(week => ({
      developers: week < ODD_WEEK ? forty : crowd(80),
      visitors: forty.slice(0, 10),
    }));
    expect(measuredSince(weeks)).toEqual(Array(7).fill('10 of 80'));
    expect(weeks[0].measured).toEqual({ active: 10, developers: 40 });
    expect(statesOf(weeks)).not.toContain('achieved');
  });

  it('is not achieved by a catalog that loses half of them now and then', async () => {
    const half = crowd(20);
    const { weeks } = await live(week => ({
      ...usual(10),
      ...(week >= ODD_WEEK && { brokenReading: half }),
    }));
    expect(measuredSince(weeks)).toEqual(Array(7).fill('10 of 40'));
    expect(statesOf(weeks)).not.toContain('achieved');
  });
});

describe('identities that are re-keyed', () => {
  const rekeyed: Story = week => {
    const developers = week === ODD_WEEK ? crowd(40, 'other') : forty;
    return { developers, visitors: developers.slice(0, 7) };
  };

  it('count nobody twice where their number is configured', async () => {
    const { weeks } = await live(rekeyed, { headCount: 40 });
    expect(measuredSince(weeks)).toEqual(Array(7).fill('7 of 40'));
    expect(statesOf(weeks)).not.toContain('achieved');
  });

  it('count nobody twice while everyone has another name', async () => {
    const { portal, weeks } = await live(rekeyed);
    expect(measuredSince(weeks)).toEqual(Array(7).fill('7 of 40'));
    expect(statesOf(weeks)).not.toContain('achieved');
    const closedDay = OPENS + 7 * ODD_WEEK + 6;
    const now = portal.zone.startOf(closedDay + 2);
    const { notes } = await portal.activeUsers.read({ now, closedDay });
    expect(notes.map(inEnglish)).toEqual([
      expect.stringContaining('may have changed on 25 Oct 2027, 1 Nov 2027'),
      'At most 4 people have opted out and are not counted.',
    ]);
  });
});
