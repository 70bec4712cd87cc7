import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { sampleOf } from '../samples/__testUtils__/samples';
import { parseDay } from '../time';
import {
  createMeasurer,
  membersOf,
  recordDevelopers,
  recordHistory,
  RecordedPerson,
} from './__testUtils__/history';

const databases = createTestDatabases();

/** A Sunday that does not end its month. */
const SUNDAY = parseDay('2026-03-29')!;
const always = [{ from: 0, to: null }];

const ten: RecordedPerson[] = Array.from({ length: 10 }, () => ({
  days: [SUNDAY - 90, SUNDAY - 5],
  spans: always,
  teams: [1],
  plugins: ['catalog'],
}));

async function setUp(engine: TestDatabaseId, people = ten, headCount?: number) {
  const knex = await databases.create(engine);
  const every = Array.from({ length: 100 }, (_, i) => SUNDAY - i);
  await recordHistory(knex, people, every);
  await recordDevelopers(knex, 0, people.length);
  return { knex, ...createMeasurer(knex, headCount) };
}

describe.each(databases.eachSupportedId())(
  'ActiveUsersMeasurer, %p',
  engine => {
    it('breaks down each day by team and by plugin, and at the ends of weeks by both', async () => {
      const { measurer } = await setUp(engine);
      const onSunday = await measurer.measure(SUNDAY);
      expect(membersOf(onSunday, 'team')).toMatchObject({
        1: { value: 1, numerator: 10, denominator: 10, coverage: 1 },
      });
      expect(membersOf(onSunday, 'plugin')).toMatchObject({
        catalog: { value: 1, numerator: 10, denominator: 10 },
      });
      expect(membersOf(onSunday, 'plugin-actions')).toMatchObject({
        a: { numerator: 28 },
      });
      expect(membersOf(onSunday, 'team-plugin-1')).toMatchObject({
        catalog: { numerator: 10 },
      });
      const before = (await measurer.measure(SUNDAY - 1)).map(
        ({ dimension }) => dimension,
      );
      expect([...new Set(before)]).toEqual([
        'headline',
        'days',
        'regular',
        'stickiness',
        'team',
        'plugin',
        'plugin-actions',
      ]);
    });

    it('leaves out cells of a team and a plugin below ten people', async () => {
      const { measurer } = await setUp(engine, ten.slice(1));
      const measured = await measurer.measure(SUNDAY);
      expect(membersOf(measured, 'team-plugin-1')).toEqual({});
    });

    it('has no value for teams while the window is incomplete', async () => {
      const { measurer } = await setUp(engine);
      const measured = await measurer.measure(SUNDAY - 80);
      expect(membersOf(measured, 'team')[1]).toMatchObject({
        value: undefined,
        numerator: 10,
        coverage: 10 / 28,
      });
    });

    it('does not know who was never active under a head count', async () => {
      const { measurer } = await setUp(engine, ten, 40);
      await measurer.prepare([SUNDAY - 90, SUNDAY - 5]);
      const week = membersOf(await measurer.measure(SUNDAY), 'lifecycle-week');
      expect(week.active).toMatchObject({ numerator: 10, denominator: 40 });
      expect(week.neverSeen).toMatchObject({
        value: undefined,
        numerator: undefined,
      });
    });

    it('keeps the stored plugins of a day whose use was deleted', async () => {
      const { knex, measurer, samples, held } = await setUp(engine);
      const before = await measurer.measure(SUNDAY);
      const common = { day: SUNDAY, n: undefined };
      const stored = before.map(m => ({ ...sampleOf(common), ...m }));
      await samples.replaceDay('active-users', SUNDAY, stored);
      await knex('person_plugin_days').delete();
      held.from = SUNDAY - 26;
      const after = await measurer.measure(SUNDAY);
      for (const dimension of ['plugin', 'plugin-actions', 'team-plugin-1']) {
        const numerators = (members: ReturnType<typeof membersOf>) =>
          Object.entries(members).map(([id, { numerator }]) => [id, numerator]);
        expect(numerators(membersOf(after, dimension))).toEqual(
          numerators(membersOf(before, dimension)),
        );
      }
      held.from = SUNDAY - 27;
      expect(membersOf(await measurer.measure(SUNDAY), 'plugin')).toEqual({});
    });

    it('measures a day only while all activity behind it is held', async () => {
      const { measurer, held } = await setUp(engine);
      expect(await measurer.canMeasure(SUNDAY)).toBe(true);
      held.from = SUNDAY - 27;
      expect(await measurer.canMeasure(SUNDAY)).toBe(true);
      expect(await measurer.canMeasure(SUNDAY - 1)).toBe(false);
      // The end of March looks back to the first of February.
      held.from = parseDay('2026-02-01')!;
      expect(await measurer.canMeasure(SUNDAY + 2)).toBe(true);
      held.from += 1;
      expect(await measurer.canMeasure(SUNDAY + 2)).toBe(false);
    });
  },
);
