import { describePlugins } from './PluginInventoryReporter';

const PERIOD = { from: 100, to: 128 };

type Known = Parameters<typeof describePlugins>[0];

const installed = (
  pluginId: string,
  firstDay = 90,
  surface: 'page' | 'card' = 'page',
) => ({ pluginId, surface, firstDay, lastDay: 130 });

/** Everything about plugins that matters, as "id use people removal". */
function write(given: Partial<Known>, people: Record<string, number> = {}) {
  const rows = describePlugins({
    installed: Object.keys(people).map(id => installed(id)),
    inUse: {
      days: PERIOD,
      isObserved: true,
      minimumGroupSize: 5,
      people: new Map(Object.entries(people)),
    },
    used: new Set(Object.keys(people).filter(id => people[id] > 0)),
    backend: undefined,
    minimumGroupSize: 5,
    ...given,
  });
  return rows.map(
    ({ id, use, whyUnknown, people: n, suppressed, removal }) =>
      `${id} ${whyUnknown ?? use} ${suppressed ?? n} ${removal ?? '-'}`,
  );
}

describe('describePlugins', () => {
  it('puts what nobody uses first, then what the fewest use, the base last', () => {
    expect(
      write(
        {},
        { techdocs: 40, kubernetes: 0, catalog: 80, scaffolder: 9, badges: 0 },
      ),
    ).toEqual([
      'badges unused 0 1',
      'kubernetes unused 0 2',
      'scaffolder used 9 3',
      'techdocs used 40 -',
      'catalog used 80 -',
    ]);
  });

  it('never says of how few people it speaks', () => {
    expect(write({}, { a: 4, b: 5, c: 20, d: 30 })).toEqual([
      'a used too-few-people 1',
      'b used 5 2',
      'c used 20 -',
      'd used 30 -',
    ]);
  });

  it('suggests three of many that are used, and none of one', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10 }, (_, i) => [`p${i}`, 10 + i]),
    );
    expect(write({}, many).filter(row => !row.endsWith('-'))).toHaveLength(3);
    expect(write({}, { techdocs: 10 })).toEqual(['techdocs used 10 -']);
  });

  it('says why it is not known whether a plugin was used', () => {
    const all = [
      installed('old', 90),
      installed('new', 105),
      installed('cards', 90, 'card'),
    ];
    expect(write({ installed: all })).toEqual([
      'old unused 0 1',
      'cards cards-only null -',
      'new new null -',
    ]);
    const inUse = {
      days: PERIOD,
      isObserved: false,
      minimumGroupSize: 5,
      people: undefined,
    };
    expect(write({ installed: all, inUse })[0]).toBe(
      'cards not-observed null -',
    );
    expect(write({ installed: all, inUse: undefined })[0]).toBe(
      'cards no-closed-period null -',
    );
  });

  it('does not take the first report of all for an installation', () => {
    expect(write({ installed: [installed('a', 110)] })).toEqual([
      'a unused 0 1',
    ]);
  });

  it('lists what was used and is not reported, without removing it', () => {
    expect(write({ installed: undefined, used: new Set(['gone']) })).toEqual([
      'gone used 0 -',
    ]);
  });
});
