import { setUpIngest, testedDatabases } from '../__testUtils__/ingest';
import { KnownNames } from './KnownNames';

const TODAY = 20_500;
const MOST_CANDIDATES = 1_000;

describe.each(testedDatabases())('KnownNames, %p', engine => {
  async function setUp(lastDayOf: (index: number) => number) {
    const { knex } = await setUpIngest(engine);
    const rows = Array.from({ length: MOST_CANDIDATES }, (_, index) => ({
      dimension: 'plugin',
      name: `junk-${index}`,
      witness: 1,
      spelling: `junk-${index}`,
      first_at: 0,
      last_day: lastDayOf(index),
    }));
    for (let from = 0; from < rows.length; from += 100) {
      await knex('known_names').insert(rows.slice(from, from + 100));
    }
    const known = new KnownNames({
      knex,
      dimension: 'plugin',
      limit: 1,
      reserved: [],
    });
    await known.refresh();
    let at = 0;
    const use = async (spelling: string, ...witnesses: number[]) => {
      for (const witness of witnesses) {
        await known.witness([{ spelling, witness, at: at++, day: TODAY }]);
      }
    };
    const names = () => knex('known_names').distinct().pluck('name');
    return { known, use, names };
  }

  it('forgets the candidate that was longest unused when there are too many', async () => {
    const { known, use, names } = await setUp(index =>
      index === 17 ? TODAY - 5 : TODAY - 1,
    );
    await use('radar', 1, 2);
    const held = await names();
    expect(held).toHaveLength(MOST_CANDIDATES);
    expect(held).toContain('radar');
    expect(held).not.toContain('junk-17');
    expect(known.established('radar')).toBeUndefined();
    await use('radar', 3);
    expect(known.established('radar')).toMatchObject({ spelling: 'radar' });
  });

  it('remembers no further name when all were used today', async () => {
    const { known, use, names } = await setUp(() => TODAY);
    await use('radar', 1, 2, 3);
    expect(known.established('radar')).toBeUndefined();
    expect(await names()).not.toContain('radar');
  });

  it('establishes none beyond its limit, and keeps the first', async () => {
    const { known, use } = await setUp(() => TODAY - 1);
    await use('radar', 1, 2, 3);
    await use('aardvark', 1, 2, 3);
    expect(known.established('radar')).toBeDefined();
    expect(known.established('aardvark')).toBeUndefined();
  });
});
