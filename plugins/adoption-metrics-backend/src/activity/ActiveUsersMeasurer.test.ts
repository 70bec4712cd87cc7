import { TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { Measurement } from '../samples';
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
  const tools = createMeasurer(knex, headCount);
  const store = (day: number, measurements: Measurement[]) =>
    tools.samples.replaceDay(
      'active-users',
      day,
      measurements.map(each => ({
        ...sampleOf({ day, numerator: undefined, n: undefined }),
        ...each,
      })),
    );
  return { knex, store, ...tools };
}

/** Numbers of people and interactions in weeks. */
function numeratorsOf(measurements: Measurement[]) {
  return measurements
    .filter(({ dimension }) => dimension.startsWith('week-'))
    .map(({ dimension, member, numerator }) => [dimension, member, numerator])
    .sort();
}

describe.each(databases.eachSupportedId())(
  'ActiveUsersMeasurer, %p',
  engine => {
    it('counts who used what at the ends of weeks and of four weeks', async () => {
      const { measurer } = await setUp(engine);
      const onSunday = await measurer.measure(SUNDAY);
      expect(membersOf(onSunday, 'week-atoms')).toMatchObject({
        0: { value: 1, numerator: 10, denominator: 10, coverage: 1 },
      });
      expect(membersOf(onSunday, 'week-plugins')).toMatchObject({
        catalog: { value: 10, numerator: 10 },
      });
      expect(membersOf(onSunday, 'week-plugins-0')).toMatchObject({
        catalog: { numerator: 10 },
      });
      expect(membersOf(onSunday, 'week-actions')).toMatchObject({
        a: { numerator: 7 },
      });
      expect(membersOf(onSunday, 'four-weeks-atoms')).toEqual({});
      const fourWeeks = await measurer.measure(SUNDAY + 7);
      expect(membersOf(fourWeeks, 'week-atoms')[0].numerator).toBe(0);
      expect(membersOf(fourWeeks, 'four-weeks-atoms')[0].numerator).toBe(10);
      expect(membersOf(fourWeeks, 'four-weeks-actions')).toMatchObject({
        a: { numerator: 21 },
      });
      const before = (await measurer.measure(SUNDAY - 1)).map(
        ({ dimension }) => dimension,
      );
      expect([...new Set(before)]).toEqual([
        'headline',
        'days',
        'regular',
        'stickiness',
        'sign-ins',
      ]);
    });

    it('has no share of a week in which collection began', async () => {
      const { measurer } = await setUp(engine);
      const sunday = SUNDAY - 84;
      const measured = await measurer.measure(sunday);
      expect(membersOf(measured, 'week-atoms')[0]).toMatchObject({
        value: undefined,
        numerator: 10,
        coverage: 6 / 7,
      });
    });

    it('does not know who was never active under a head count', async () => {
      const { measurer } = await setUp(engine, ten, 40);
      await measurer.prepare([SUNDAY - 90, SUNDAY - 5]);
      const week = membersOf(await measurer.measure(SUNDAY), 'lifecycle-week');
      expect(week.active).toMatchObject({ numerator: 10, denominator: 10 });
      expect(week.neverSeen).toMatchObject({
        value: undefined,
        numerator: undefined,
      });
    });

    it('keeps what was stored of a period whose use was deleted', async () => {
      const { measurer, store, knex, held } = await setUp(engine);
      const before = await measurer.measure(SUNDAY);
      await store(SUNDAY, before);
      await knex('person_plugin_days').delete();
      await knex('person_days').delete();
      held.from = SUNDAY - 5;
      expect(numeratorsOf(await measurer.measure(SUNDAY))).toEqual(
        numeratorsOf(before),
      );
    });

    it('takes late events in, and lets no number fall when people are forgotten', async () => {
      const { measurer, store, knex } = await setUp(engine, [
        ...ten,
        { ...ten[0], days: [] },
      ]);
      const before = await measurer.measure(SUNDAY);
      await store(SUNDAY, before);
      await knex('frozen_members').where({ person_id: 1 }).delete();
      expect(numeratorsOf(await measurer.measure(SUNDAY))).toEqual(
        numeratorsOf(before),
      );
      const late = { day: SUNDAY, person_id: 11 };
      await knex('person_days').insert([late, { ...late, person_id: 1 }]);
      await knex('person_plugin_days').insert({ ...late, plugin_id: 'search' });
      const after = await measurer.measure(SUNDAY);
      expect(membersOf(after, 'week-atoms')[0].numerator).toBe(10);
      expect(membersOf(after, 'week-plugins').search.numerator).toBe(1);
    });

    it('counts those who opt out or leave until their four weeks are over', async () => {
      const { measurer, knex } = await setUp(engine);
      await measurer.measure(SUNDAY - 7);
      await knex('people').where({ id: 1 }).update({ opted_out: true });
      await knex('developer_spans')
        .where({ person_id: 2 })
        .update({ to_day: SUNDAY - 6 });
      const week = membersOf(await measurer.measure(SUNDAY), 'week-atoms')[0];
      expect(week).toMatchObject({ numerator: 10, denominator: 10 });
      const next = await measurer.measure(SUNDAY + 14);
      expect(membersOf(next, 'week-atoms')[0].denominator).toBe(8);
    });

    it('measures a day only while all activity behind it is held', async () => {
      const { measurer, held } = await setUp(engine);
      expect(await measurer.canMeasure(SUNDAY)).toBe(true);
      held.from = SUNDAY - 27;
      expect(await measurer.canMeasure(SUNDAY)).toBe(true);
      expect(await measurer.canMeasure(SUNDAY - 1)).toBe(false);
      // The four weeks to 5 April look back to the four weeks before.
      held.from = parseDay('2026-02-09')!;
      expect(await measurer.canMeasure(SUNDAY + 7)).toBe(true);
      held.from += 1;
      expect(await measurer.canMeasure(SUNDAY + 7)).toBe(false);
    });
  },
);
