import {
  batchOf,
  DAY_0,
  days,
  instantOn,
  interaction,
  setUpIngest,
  testedDatabases,
} from './__testUtils__/ingest';
import { LifecycleStore } from './LifecycleStore';

/** Sunday to Thursday. */
const usual = new Set([7, 1, 2, 3, 4]);

const developersOn = (day: number) => ({ day: DAY_0 + day, everybody: false });

describe.each(testedDatabases())('ActivityStore, %p', engine => {
  async function setUp() {
    const ingest = await setUpIngest(engine);
    /** Lets a person do something on each of the days. */
    const act = (name: string, ...activeDays: number[]) =>
      ingest.committer.commit([
        batchOf(
          name,
          activeDays.map(day => interaction(day)),
        ),
      ]);
    const mark = (name: string, change: object) =>
      ingest.knex('people').where({ pseudonym: name }).update(change);
    return { ...ingest, act, mark };
  }

  it('knows nothing before anything happened', async () => {
    const { activity } = await setUp();
    expect(await activity.countActive(days(0, 7), developersOn(0))).toEqual({
      counted: 0,
      total: 0,
    });
    expect(await activity.summarize(developersOn(0), usual)).toEqual({
      counted: 0,
      total: 0,
      week: 0,
      day: 0,
      regular: 0,
      workingPersonDays: 0,
    });
    expect(await activity.lastBatchAt()).toBeUndefined();
    expect(await activity.firstDay()).toBeUndefined();
  });

  it('counts distinct people within the half-open interval', async () => {
    const { activity, act } = await setUp();
    await act('ada', 0, 1, 2);
    await act('ada', 2);
    await act('bob', 3);
    await act('cy', 4);
    const total = async (from: number, to: number) =>
      (await activity.countActive(days(from, to), developersOn(0))).total;
    expect(await total(0, 3)).toBe(1);
    expect(await total(2, 4)).toBe(2);
    expect(await total(0, 5)).toBe(3);
    expect(await total(5, 9)).toBe(0);
    expect(await activity.firstDay()).toBe(DAY_0);
    expect(await activity.lastBatchAt()).toBe(instantOn(4));
  });

  it('distinguishes developers of the day from other people', async () => {
    const { activity, act, employ } = await setUp();
    await employ(['ada', 'bob'], 0);
    await employ(['ada', 'cy'], 5);
    await Promise.all(['ada', 'bob', 'cy', 'dan'].map(name => act(name, 1)));
    const on = (day: number) =>
      activity.countActive(days(0, 7), developersOn(day));
    expect(await on(-1)).toEqual({ counted: 0, total: 4 });
    expect(await on(4)).toEqual({ counted: 2, total: 4 });
    expect(await on(5)).toEqual({ counted: 2, total: 4 });
    await employ(['ada'], 6);
    expect(await on(6)).toEqual({ counted: 1, total: 4 });
  });

  it('does not count former developers under a head count', async () => {
    const { activity, act, employ } = await setUp();
    await employ(['ada', 'bob'], 0);
    await employ(['ada'], 3);
    await Promise.all(['ada', 'bob', 'eve'].map(name => act(name, 1)));
    const on = async (day: number) => {
      const everybody = { ...developersOn(day), everybody: true };
      return (await activity.countActive(days(0, 7), everybody)).counted;
    };
    expect(await on(-1)).toBe(3);
    expect(await on(2)).toBe(3);
    expect(await on(3)).toBe(2);
  });

  it('counts everyone under a head count except people who are excluded or opted out', async () => {
    const { activity, act, employ, mark } = await setUp();
    await employ(['ada', 'bob', 'cy', 'dan'], 0);
    await Promise.all(['ada', 'bob', 'cy', 'eve'].map(name => act(name, 0)));
    await mark('bob', { excluded: true });
    await mark('cy', { opted_out: true });
    const everybody = { ...developersOn(0), everybody: true };
    const window = days(0, 1);
    expect(await activity.countActive(window, everybody)).toEqual({
      counted: 2,
      total: 2,
    });
    // Who was a developer then is one still.
    expect(await activity.countActive(window, developersOn(0))).toEqual({
      counted: 2,
      total: 3,
    });
    expect(await activity.summarize(developersOn(0), usual)).toMatchObject({
      counted: 2,
      total: 3,
      day: 2,
    });
    expect(await activity.countOptedOut()).toBe(1);
  });

  it('counts people who are active today and were not before', async () => {
    const { knex, activity, act, employ } = await setUp();
    await employ(['ada', 'bob', 'cy'], 0);
    await act('ada', 3, 7);
    await act('bob', 7);
    await act('cy', 6);
    await act('stranger', 7);
    const lifecycle = new LifecycleStore(knex);
    for (let day = 0; day < 7; day++) {
      await lifecycle.noteActivity(DAY_0 + day);
    }
    const additional = (from: number) =>
      activity.countAdditional(days(from, 7), developersOn(7));
    expect(await additional(0)).toBe(1);
    expect(await additional(4)).toBe(2);
  });

  it('counts people as regular who are active in 3 of 4 blocks of 7 days', async () => {
    const { activity, act, employ } = await setUp();
    await employ(['every', 'three', 'two', 'week', 'edges', 'before'], 0);
    // The blocks that end with day 27 are 0–6, 7–13, 14–20 and 21–27.
    await act('every', 0, 7, 14, 21);
    await act('three', 6, 13, 27);
    await act('two', 0, 6, 7, 13);
    await act('week', 21, 22, 23, 24, 25, 26, 27);
    await act('edges', 6, 20, 21);
    await act('before', -1, 0, 7, 28);
    await act('stranger', 0, 7, 14, 21);
    expect((await activity.summarize(developersOn(27), usual)).regular).toBe(3);
  });

  it('sums the days of usual weekdays of developers, and knows their last', async () => {
    const { activity, act, employ } = await setUp();
    await employ(['ada', 'bob'], 0);
    // Day 0 is a Monday.
    await act('ada', -1, 0, 4, 5, 6, 7, 27);
    await act('bob', 20, 25);
    await act('stranger', 0, 1, 2);
    expect(await activity.summarize(developersOn(27), usual)).toMatchObject({
      counted: 2,
      total: 3,
      week: 2,
      day: 1,
      workingPersonDays: 5,
    });
  });

  it('remembers the first day after its activity is deleted', async () => {
    const { activity, act, knex, mark } = await setUp();
    await act('ada', 3, 9);
    await mark('ada', { first_day: DAY_0 + 3 });
    await knex('person_days')
      .where({ day: DAY_0 + 3 })
      .delete();
    expect(await activity.firstDay()).toBe(DAY_0 + 3);
  });

  it('assigns an event to the day of the reporting zone', async () => {
    const { activity, committer } = await setUp();
    const at = '2026-03-02T23:30:00.000Z';
    await committer.commit([batchOf('ada', [{ ...interaction(0), at }])]);
    expect(await activity.firstDay()).toBe(DAY_0 + 1);
  });
});
