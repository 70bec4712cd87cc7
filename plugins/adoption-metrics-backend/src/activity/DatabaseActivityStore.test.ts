import {
  batchOf,
  DAY_0,
  days,
  instantOn,
  interaction,
  setUpIngest,
  testedDatabases,
} from './__testUtils__/ingest';

jest.setTimeout(60_000);

describe.each(testedDatabases())('DatabaseActivityStore, %p', engine => {
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
    return { ...ingest, act };
  }

  it('knows nothing before anything happened', async () => {
    const { activity } = await setUp();
    expect(await activity.countActive(days(0, 7), DAY_0)).toEqual({
      developers: 0,
      total: 0,
    });
    expect(await activity.countByPlugin(days(0, 7))).toEqual([]);
    expect(await activity.countRegular(DAY_0)).toBe(0);
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
      (await activity.countActive(days(from, to), DAY_0)).total;
    expect(await total(0, 3)).toBe(1);
    expect(await total(2, 4)).toBe(2);
    expect(await total(0, 5)).toBe(3);
    expect(await total(5, 9)).toBe(0);
    expect(await activity.firstDay()).toBe(DAY_0);
    expect(await activity.lastBatchAt()).toBe(instantOn(4));
  });

  it('counts developers of the day of reference apart from others', async () => {
    const { activity, act, employ } = await setUp();
    await employ(['ada', 'bob'], 0);
    await employ(['ada', 'cy'], 5);
    await Promise.all(['ada', 'bob', 'cy', 'dan'].map(name => act(name, 1)));
    const on = (day: number) => activity.countActive(days(0, 7), DAY_0 + day);
    expect(await on(-1)).toEqual({ developers: 0, total: 4 });
    expect(await on(4)).toEqual({ developers: 2, total: 4 });
    expect(await on(5)).toEqual({ developers: 2, total: 4 });
    await employ(['ada'], 6);
    expect(await on(6)).toEqual({ developers: 1, total: 4 });
  });

  it('counts who is active today and was not before', async () => {
    const { activity, act, employ } = await setUp();
    await employ(['ada', 'bob', 'cy'], 0);
    await act('ada', 3, 7);
    await act('bob', 7);
    await act('cy', 6);
    await act('stranger', 7);
    const additional = (from: number) =>
      activity.countAdditional(DAY_0 + 7, days(from, 7));
    expect(await additional(0)).toBe(1);
    expect(await additional(4)).toBe(2);
  });

  it('takes for regular who is active in 3 of 4 blocks of 7 days', async () => {
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
    expect(await activity.countRegular(DAY_0 + 27)).toBe(3);
  });

  it('counts people per plugin, most first', async () => {
    const { activity, committer } = await setUp();
    await committer.commit([
      batchOf('ada', [interaction(0, 'search'), interaction(0, 'search')]),
      batchOf('ada', [interaction(1, 'search'), interaction(1, 'catalog')]),
      batchOf('bob', [interaction(0, 'techdocs'), interaction(0, 'catalog')]),
      batchOf('cy', [interaction(9, 'techdocs')]),
    ]);
    expect(await activity.countByPlugin(days(0, 7))).toEqual([
      { pluginId: 'catalog', people: 2 },
      { pluginId: 'search', people: 1 },
      { pluginId: 'techdocs', people: 1 },
    ]);
  });

  it('assigns an event to the day of the reporting zone', async () => {
    const { activity, committer } = await setUp();
    const at = '2026-03-02T23:30:00.000Z';
    await committer.commit([batchOf('ada', [{ ...interaction(0), at }])]);
    expect(await activity.firstDay()).toBe(DAY_0 + 1);
  });
});
