import { Knex } from 'knex';
import { concealStatements } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DatabaseSampleStore } from '../samples';
import { formatDay } from '../time';
import { day, headline, programme } from './__testUtils__/weeks';
import { DatabaseProgrammeStore } from './DatabaseProgrammeStore';
import { DatabaseProgrammeWeekStore } from './DatabaseProgrammeWeekStore';
import { ProgrammeEvaluator } from './ProgrammeEvaluator';
import { ProgrammeKeeper } from './ProgrammeKeeper';
import { StoredWeek } from './ProgrammeWeek';
import { noRisk } from './risk';

const databases = createTestDatabases();
const never = new AbortController().signal;
const ada = 'user:default/ada';

describe.each(databases.eachSupportedId())('programme stores, %p', id => {
  let knex: Knex;
  let programmes: DatabaseProgrammeStore;
  let weeks: DatabaseProgrammeWeekStore;
  let samples: DatabaseSampleStore;

  beforeAll(async () => {
    knex = await databases.create(id);
    // As the plugin opens it: errors keep nothing but their code.
    concealStatements(knex);
    programmes = new DatabaseProgrammeStore(knex);
    weeks = new DatabaseProgrammeWeekStore(knex);
    samples = new DatabaseSampleStore(knex);
  });

  beforeEach(async () => {
    for (const table of ['programmes', 'programme_weeks', 'samples']) {
      await knex(table).delete();
    }
  });

  function keeperOf(configured?: typeof programme) {
    return new ProgrammeKeeper({ programmes, configured });
  }

  it('keeps one programme at a time and a log of all', async () => {
    const keeper = keeperOf();
    await keeper.set(programme, { at: 1, by: ada });
    await keeper.set(programme, { at: 2, by: ada });
    const longer = {
      ...programme,
      deadline: programme.deadline + 30,
      holidays: [{ from: programme.start + 3, to: programme.start + 9 }],
    };
    await keeper.set(longer, { at: 3, by: 'user:default/eve' });
    expect(await programmes.current()).toMatchObject(longer);
    await keeper.end({ at: 4, by: ada });
    expect(await programmes.current()).toBeUndefined();
    await expect(keeper.end({ at: 5 })).rejects.toThrow('no programme to end');
    expect(await programmes.log()).toEqual([
      { act: 'ended', at: 4, by: ada, before: longer },
      {
        act: 'changed',
        at: 3,
        by: 'user:default/eve',
        before: programme,
        after: longer,
      },
      { act: 'set', at: 1, by: ada, after: programme },
    ]);
    await programmes.forgetAuthor(ada);
    expect((await programmes.log()).map(({ by }) => by)).toEqual([
      undefined,
      'user:default/eve',
      undefined,
    ]);
  });

  it('lets one of two in who set it at the same time', async () => {
    const results = await Promise.all(
      [0.3, 0.4].map(goal =>
        programmes.replace(undefined, { ...programme, goal }, { at: 1 }),
      ),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await programmes.log()).toHaveLength(1);
    const current = (await programmes.current())!;
    const ends = await Promise.all(
      [2, 3].map(at => programmes.replace(current.id, undefined, { at })),
    );
    expect(ends.filter(Boolean)).toHaveLength(1);
  });

  it('takes over what is configured, once on many replicas', async () => {
    const configured = { ...programme, source: 'configuration' as const };
    const replicas = Array.from({ length: 3 }, () => keeperOf(configured));
    await Promise.all(replicas.map(each => each.adoptConfigured(1)));
    expect(await programmes.log()).toEqual([
      { act: 'set', at: 1, by: 'configuration', after: configured },
    ]);
    await expect(
      replicas[0].set(programme, { at: 2, by: ada }),
    ).rejects.toThrow('set by adoptionMetrics.deadline');
    const stricter = { ...configured, goal: 0.4 };
    await keeperOf(stricter).adoptConfigured(3);
    await keeperOf().adoptConfigured(4);
    expect((await programmes.log()).map(({ act }) => act)).toEqual([
      'ended',
      'changed',
      'set',
    ]);
  });

  it('leaves alone what was set by hand when nothing is configured', async () => {
    await keeperOf().set(programme, { at: 1, by: ada });
    await keeperOf().adoptConfigured(2);
    expect(await programmes.current()).toMatchObject(programme);
  });

  it('takes a told programme where nobody has set one', async () => {
    const told = { ...programme, source: 'history' as const };
    await keeperOf().adoptTold(told, 1);
    await keeperOf().adoptTold({ ...told, goal: 0.5 }, 2);
    expect(await programmes.log()).toEqual([
      { act: 'set', at: 1, by: 'history', after: told },
    ]);
    await keeperOf().end({ at: 3 });
    const configured = { ...programme, source: 'configuration' as const };
    await keeperOf(configured).adoptTold(told, 4);
    expect(await programmes.current()).toBeUndefined();
  });

  it('keeps a week as it was first stored', async () => {
    const week: StoredWeek = {
      programmeId: 1,
      week: day('2026-02-01'),
      state: 'at-risk',
      risk: { alarmed: true, bad: 2, good: 0 },
      measured: { active: 30, developers: 300 },
      forecast: {
        model: 'm',
        seed: 7,
        probability: 0.04,
        scale: 'logit',
        end: { week: 9, low: 0.1, median: 0.12, high: 0.15 },
        fan: [{ week: 9, low: 0.1, median: 0.12, high: 0.15 }],
        goalReachedIn: undefined,
        achievedPerWeek: 0.5,
        requiredPerWeek: 3,
      },
      evaluatedAt: 12,
    };
    await weeks.add(week);
    await weeks.add({ ...week, state: 'on-track' });
    const other = { ...week, programmeId: 2, risk: noRisk };
    await weeks.add(other);
    expect(await weeks.ofProgramme(1)).toEqual([week]);
    expect(await weeks.latestBy(week.week)).toEqual(other);
    expect(await weeks.latestBy(week.week - 1)).toBeUndefined();
  });

  it('evaluates each closed week once, on any replica', async () => {
    for (let sunday = day('2025-11-16'); sunday <= day('2026-04-05'); ) {
      const sample = headline(formatDay(sunday), 30);
      await samples.replaceDay('active-users', sunday, [sample]);
      sunday += 7;
    }
    await keeperOf().set(programme, { at: 1, by: ada });
    const clock = { now: () => 1_000 };
    const replicas = [1, 2].map(
      () => new ProgrammeEvaluator({ clock, programmes, weeks, samples }),
    );
    await Promise.all(replicas.map(each => each.evaluate(never)));
    const { id: programmeId } = (await programmes.current())!;
    const known = await weeks.ofProgramme(programmeId);
    expect(known.map(({ week }) => formatDay(week))).toEqual([
      ...['2026-01-18', '2026-01-25', '2026-02-01', '2026-02-08'],
      ...['2026-02-15', '2026-02-22', '2026-03-01', '2026-03-08'],
      ...['2026-03-15', '2026-03-22', '2026-03-29', '2026-04-05'],
    ]);
    expect(known.at(-1)).toMatchObject({ evaluatedAt: 1_000 });
    expect(await replicas[0].evaluate(never)).toBe(0);
    expect(await weeks.ofProgramme(programmeId)).toEqual(known);
  });
});
