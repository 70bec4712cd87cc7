import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  batchOf,
  DAY_0,
  instantOn,
  interaction,
  setUpIngest,
  testedDatabases,
} from './__testUtils__/ingest';
import { createMeasurer } from './__testUtils__/history';
import { OptOutReader } from '../people';
import { SignInNames, SignInShapeStore } from './signIns';
import { ReportingZone } from '../time';
import { sampleOf, unkept } from '../samples/__testUtils__/samples';
import { atLeast } from '../scorecard/__testUtils__/metrics';
import { ActiveUsersMetric } from './ActiveUsersMetric';
import { UseReporter } from './UseReporter';

const FEW_OPTED_OUT = 'At most 4 people have opted out and are not counted.';

const TEN = Array.from({ length: 10 }, (_unused, index) => `dev${index}`);

async function setUp(engine: TestDatabaseId, headCount?: number) {
  const ingest = await setUpIngest(engine);
  const { measurer, ...sources } = createMeasurer(ingest.knex, headCount, {
    minimumGroupSize: 3,
  });
  const { samples, lifecycle } = sources;
  const metric = new ActiveUsersMetric({
    ...sources,
    optOuts: new OptOutReader(samples),
    hourly: unkept,
    imported: { among: async () => [], parts: async () => [] },
    target: atLeast(0.3),
    zone: ReportingZone.create('Europe/Berlin'),
    measurer,
    use: new UseReporter({
      ...sources,
      clock: { now: () => 0 },
      zone: ReportingZone.create('Europe/Berlin'),
      minimumGroupSize: 3,
    }),
    signInNames: new SignInNames({
      ...sources,
      shapes: new SignInShapeStore(ingest.knex),
      catalogShape: { read: async () => 'default/‹name›_contoso.com' },
    }),
  });
  const visit = (people: string[], day: number, pluginId?: string) =>
    ingest.committer.commit(
      people.map(person => batchOf(person, [interaction(day, pluginId)])),
    );
  /** Stores the measurement of a day and reads the metric on the next. */
  async function readAfter(day: number) {
    const closedDay = DAY_0 + day;
    for (let closed = DAY_0; closed <= closedDay; closed++) {
      await lifecycle.noteActivity(closed);
    }
    const rows = (await metric.measure(closedDay)).map(measurement => ({
      ...sampleOf({ day: closedDay }),
      numerator: undefined,
      denominator: undefined,
      n: undefined,
      ...measurement,
    }));
    await samples.replaceDay('active-users', closedDay, rows);
    return metric.read({ now: instantOn(day + 1), closedDay });
  }
  /** The sample of a dimension that `readAfter` stored last. */
  async function measured(dimension: string, member: string) {
    const day = (await samples.latestDay('active-users'))!;
    const stored = await samples.ofDay('active-users', day, [dimension]);
    return stored.find(sample => sample.member === member);
  }
  /** A closed day on which nobody could be counted. */
  const unobserved = (day: number) =>
    ingest.knex('activity_days').insert({
      day: DAY_0 + day,
      reporters: 0,
      readers: 9,
      reporting_readers: 0,
      failed_reporters: 0,
      is_running: true,
      judgment: 'readers-without-reports',
    });
  return { ...ingest, metric, visit, unobserved, readAfter, measured };
}

describe.each(testedDatabases())('ActiveUsersMetric, %p', engine => {
  it('knows nothing before the first day is over', async () => {
    const { metric } = await setUp(engine);
    const time = { now: instantOn(0), closedDay: undefined };
    expect(await metric.read(time)).toMatchObject({
      value: undefined,
      window: null,
      asOf: undefined,
      verdict: { status: 'undecided', reason: 'no-data' },
    });
    expect(await metric.breakdowns(time)).toEqual([]);
  });

  it('describes the window while it is incomplete', async () => {
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

  it('counts nobody while the developers are unknown', async () => {
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
      'users-needed': 1,
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
      today: { value: null, count: 0, additional: 0 },
    });
    expect(met.facts).toMatchObject({ 'users-needed': 0, 'daily-active': 1 });
  });

  it('tells of today in steps', async () => {
    const { employ, visit, readAfter } = await setUp(engine);
    await employ(TEN, 0);
    await visit(TEN.slice(0, 2), 27);
    await visit(TEN.slice(0, 8), 29);
    expect((await readAfter(28)).today).toMatchObject({
      value: null,
      count: 5,
      additional: 5,
    });
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

  it('leaves out a day on which nobody could be counted, and says so', async () => {
    const { employ, visit, unobserved, readAfter, measured } = await setUp(
      engine,
    );
    await employ(TEN, 0);
    for (const day of [0, 1, 17, 18, 21, 22, 24]) {
      await visit(TEN.slice(0, 4), day);
    }
    await unobserved(23);
    await readAfter(23);
    expect(await measured('days', '1')).toMatchObject({
      value: undefined,
      numerator: undefined,
      coverage: 0,
    });
    const reading = await readAfter(28);
    expect(reading).toMatchObject({
      value: 0.4,
      coverage: 27 / 28,
      verdict: { status: 'met' },
      window: { observedDays: 27 },
    });
    expect(reading.notes.map(inEnglish)).toEqual([
      'On 25 Mar 2026, people opened this plugin, but no browser reported usage. These days are excluded as unknown.',
      FEW_OPTED_OUT,
    ]);
    expect(await measured('days', '7')).toMatchObject({ coverage: 6 / 7 });
  });

  it('has no verdict on a window most of whose days are unknown', async () => {
    const { employ, visit, unobserved, readAfter } = await setUp(engine);
    await employ(TEN, 0);
    await visit(TEN.slice(0, 4), 4);
    for (let day = 5; day < 13; day++) {
      await unobserved(day);
    }
    const stale = { status: 'undecided', reason: 'stale-evidence' };
    expect(await readAfter(32)).toMatchObject({
      value: 0,
      coverage: 20 / 28,
      verdict: stale,
    });
    await visit(TEN.slice(0, 3), 20);
    expect(await readAfter(32)).toMatchObject({
      value: 0.3,
      verdict: { status: 'met' },
    });
    for (let day = 13; day < 20; day++) {
      await unobserved(day);
    }
    expect(await readAfter(32)).toMatchObject({
      value: undefined,
      numerator: undefined,
      coverage: 13 / 28,
      verdict: stale,
    });
  });

  it('defines whose share it is', async () => {
    const { definition } = (await setUp(engine)).metric;
    const developers = inEnglish(definition);
    expect(developers).toMatch(/^Share of developers in the software catalog/);
    const { metric } = await setUp(engine, 300);
    expect(inEnglish(metric.definition)).toMatch(
      /as a share of the configured number of developers/,
    );
  });

  it('does not treat a day off after quiet days as a fault', async () => {
    const { employ, visit, readAfter } = await setUp(engine);
    await employ(TEN, 0);
    for (const day of [0, 18, 21, 22, 24]) {
      await visit(TEN.slice(0, 4), day);
    }
    const reading = await readAfter(28);
    expect(reading.coverage).toBe(1);
    expect(reading.notes.map(inEnglish)).toEqual([FEW_OPTED_OUT]);
  });

  it('notes when identities may have been re-keyed', async () => {
    const { knex, employ, visit, readAfter } = await setUp(engine);
    await employ(TEN, 0);
    await visit(TEN, 0);
    await knex('developer_counts').update({ joined: 10, departed: 10 });
    expect((await readAfter(1)).notes.map(inEnglish)).toEqual([
      expect.stringMatching(/names may have changed on 2 Mar 2026/),
      FEW_OPTED_OUT,
    ]);
    expect((await readAfter(29)).notes.map(inEnglish)).toEqual([FEW_OPTED_OUT]);
  });

  it('tells how many people opted out when the four weeks began, from five on', async () => {
    const { knex, employ, visit, readAfter } = await setUp(engine);
    await employ(TEN, 0);
    await visit(TEN, 0);
    const optOut = (people: number) =>
      knex('people')
        .whereIn('pseudonym', TEN.slice(0, people))
        .update({ opted_out: true });
    await optOut(4);
    // Four weeks end with day 6, and then with day 34.
    expect((await readAfter(6)).notes.map(inEnglish)).toEqual([FEW_OPTED_OUT]);
    await optOut(6);
    for (const day of [6, 7, 33]) {
      expect((await readAfter(day)).notes.map(inEnglish)).toEqual([
        FEW_OPTED_OUT,
      ]);
    }
    const told = '6 people have opted out and are not counted.';
    expect((await readAfter(34)).notes.map(inEnglish)).toEqual([told]);
    await optOut(9);
    expect((await readAfter(35)).notes.map(inEnglish)).toEqual([told]);
  });

  it('breaks developers down by plugin in the last four weeks', async () => {
    const { metric, employ, visit, readAfter } = await setUp(engine);
    await employ(TEN, -30);
    await visit(TEN.slice(0, 3), -1, 'catalog');
    await visit(TEN.slice(0, 1), 6, 'techdocs');
    await readAfter(6);
    const time = { now: instantOn(7), closedDay: DAY_0 + 6 };
    const [plugins] = await metric.breakdowns(time);
    expect(plugins).toMatchObject({
      title: 'Developers by plugin, 9 Feb 2026 to 8 Mar 2026',
      rows: [
        { id: 'catalog', label: 'catalog', value: 3 },
        { id: 'techdocs', label: 'techdocs', value: 1 },
      ],
    });
  });
});
