import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  batchOf,
  DAY_0,
  instantOn,
  interaction,
  setUpIngest,
  testedDatabases,
} from '../../activity/__testUtils__/ingest';
import { DatabaseDeveloperStore } from '../../people';
import { DatabaseSampleStore } from '../../samples';
import { ReportingZone } from '../../time';
import { sampleOf } from '../../samples/__testUtils__/samples';
import { atLeast } from '../__testUtils__/figures';
import { ActiveUsersFigure } from './ActiveUsersFigure';

jest.setTimeout(60_000);

const TEN = Array.from({ length: 10 }, (_unused, index) => `dev${index}`);

async function setUp(engine: TestDatabaseId, headCount?: number) {
  const ingest = await setUpIngest(engine);
  const samples = new DatabaseSampleStore(ingest.knex);
  const figure = new ActiveUsersFigure({
    target: atLeast(0.3),
    zone: ReportingZone.create('Europe/Berlin'),
    activity: ingest.activity,
    developers: new DatabaseDeveloperStore(ingest.knex),
    privacyFloor: 3,
    samples,
    headCount,
  });
  const visit = (people: string[], day: number, pluginId?: string) =>
    ingest.committer.commit(
      people.map(person => batchOf(person, [interaction(day, pluginId)])),
    );
  /** Stores the measurement of a day and reads the figure on the next. */
  async function readAfter(day: number) {
    const closedDay = DAY_0 + day;
    const rows = (await figure.measure(closedDay)).map(measurement => ({
      ...sampleOf({ day: closedDay }),
      numerator: undefined,
      denominator: undefined,
      n: undefined,
      ...measurement,
    }));
    await samples.replaceDay('active-users', closedDay, rows);
    return figure.read({ now: instantOn(day + 1), closedDay });
  }
  return { ...ingest, figure, visit, readAfter };
}

describe.each(testedDatabases())('ActiveUsersFigure, %p', engine => {
  it('knows nothing before the first day is over', async () => {
    const { figure } = await setUp(engine);
    const time = { now: instantOn(0), closedDay: undefined };
    expect(await figure.read(time)).toMatchObject({
      value: undefined,
      window: null,
      asOf: undefined,
      verdict: { status: 'undecided', reason: 'no-data' },
    });
    expect(await figure.breakdowns(time)).toEqual([]);
  });

  it('says how far the window is while it is incomplete', async () => {
    const { employ, visit, readAfter } = await setUp(engine);
    await employ(TEN, 0);
    await visit(TEN.slice(0, 4), 0);
    expect(await readAfter(5)).toMatchObject({
      value: undefined,
      numerator: 4,
      denominator: 10,
      coverage: 5 / 28,
      window: { days: 28, observedDays: 5 },
      verdict: { status: 'undecided', reason: 'window-incomplete' },
    });
    expect((await readAfter(27)).window).toMatchObject({ observedDays: 27 });
  });

  it('counts nobody among developers who are not known', async () => {
    const { visit, readAfter } = await setUp(engine);
    await visit(TEN.slice(0, 4), 0);
    expect(await readAfter(5)).toMatchObject({
      value: undefined,
      numerator: undefined,
      denominator: undefined,
      today: null,
    });
  });

  it('judges developers who were active in 28 whole days', async () => {
    const { employ, visit, readAfter } = await setUp(engine);
    await employ(TEN, 0);
    await visit(TEN, 0);
    await visit([TEN[0], TEN[1], 'contractor'], 1);
    const missed = await readAfter(28);
    expect(missed).toMatchObject({
      value: 0.2,
      numerator: 2,
      denominator: 10,
      coverage: 1,
      verdict: { status: 'missed' },
      window: {
        days: 28,
        observedDays: 28,
        from: '2026-03-02T23:00:00.000Z',
        to: '2026-03-30T22:00:00.000Z',
      },
      asOf: Date.parse('2026-03-30T22:00:00Z'),
    });
    expect(missed.facts).toMatchObject({
      'people-short': 1,
      'outside-developers': 1,
      'weekly-active': 0,
      'daily-active': 0,
    });
    await visit([TEN[2]], 28);
    await visit([TEN[0], TEN[3]], 29);
    const met = await readAfter(28);
    expect(met).toMatchObject({
      value: 0.3,
      verdict: { status: 'met' },
      today: { value: 0.2, count: 2, additional: 1 },
    });
    expect(met.facts).toMatchObject({ 'people-short': 0, 'daily-active': 1 });
  });

  it('has no verdict if there are more people than the head count', async () => {
    const { visit, readAfter } = await setUp(engine, 3);
    await visit(TEN.slice(0, 3), 0);
    await visit(TEN.slice(0, 3), 1);
    expect(await readAfter(28)).toMatchObject({
      numerator: 3,
      denominator: 3,
      verdict: { status: 'met' },
    });
    await visit([TEN[4]], 2);
    expect(await readAfter(28)).toMatchObject({
      numerator: 4,
      denominator: 3,
      verdict: { status: 'undecided', reason: 'misconfigured' },
    });
  });

  it('has no verdict without developers', async () => {
    const { visit, readAfter } = await setUp(engine);
    await visit(TEN, 0);
    expect(await readAfter(28)).toMatchObject({
      value: undefined,
      denominator: undefined,
      verdict: { status: 'undecided', reason: 'no-data' },
    });
  });

  it('hides how many people use a plugin that few use', async () => {
    const { figure, visit } = await setUp(engine);
    await visit(TEN.slice(0, 3), 0, 'catalog');
    await visit(TEN.slice(0, 2), 0, 'techdocs');
    const time = { now: instantOn(1), closedDay: DAY_0 };
    const [plugins] = await figure.breakdowns(time);
    expect(plugins.rows).toEqual([
      { id: 'catalog', label: 'catalog', value: 3 },
      {
        id: 'techdocs',
        label: 'techdocs',
        value: null,
        hint: 'fewer than 3 people',
      },
    ]);
  });
});
