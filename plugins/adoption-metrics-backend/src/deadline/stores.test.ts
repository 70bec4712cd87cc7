import { Knex } from 'knex';
import { concealStatements } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { SampleStore } from '../samples';
import { formatDay } from '../time';
import { day, headline, deadline } from './__testUtils__/weeks';
import { DeadlineStore } from './DeadlineStore';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { DeadlineEvaluator } from './DeadlineEvaluator';
import { DeadlineService } from './DeadlineService';
import { StoredWeek } from './DeadlineWeek';
import { noRisk } from './risk';

const databases = createTestDatabases();
const never = new AbortController().signal;
const ada = 'user:default/ada';

describe.each(databases.eachSupportedId())('deadline stores, %p', id => {
  let knex: Knex;
  let deadlines: DeadlineStore;
  let weeks: DeadlineWeekStore;
  let samples: SampleStore;

  beforeAll(async () => {
    knex = await databases.create(id);
    // As the plugin opens it: errors keep nothing but their code.
    concealStatements(knex);
    deadlines = new DeadlineStore(knex);
    weeks = new DeadlineWeekStore(knex);
    samples = new SampleStore(knex);
  });

  beforeEach(async () => {
    for (const table of ['deadlines', 'deadline_weeks', 'samples']) {
      await knex(table).delete();
    }
  });

  function serviceOf(configured?: typeof deadline) {
    return new DeadlineService({ deadlines, configured });
  }

  it('stores one current deadline, and logs every change', async () => {
    const service = serviceOf();
    await service.set(deadline, { at: 1, by: ada });
    await service.set(deadline, { at: 2, by: ada });
    const longer = {
      ...deadline,
      date: deadline.date + 30,
      holidays: [{ from: deadline.start + 3, to: deadline.start + 9 }],
    };
    await service.set(longer, { at: 3, by: 'user:default/eve' });
    expect(await deadlines.current()).toMatchObject(longer);
    await service.end({ at: 4, by: ada });
    expect(await deadlines.current()).toBeUndefined();
    await expect(service.end({ at: 5 })).rejects.toThrow(
      'no deadline to remove',
    );
    expect(await deadlines.log()).toEqual([
      { act: 'ended', at: 4, by: ada, before: longer },
      {
        act: 'changed',
        at: 3,
        by: 'user:default/eve',
        before: deadline,
        after: longer,
      },
      { act: 'set', at: 1, by: ada, after: deadline },
    ]);
    await deadlines.forgetAuthor(ada);
    expect((await deadlines.log()).map(({ by }) => by)).toEqual([
      undefined,
      'user:default/eve',
      undefined,
    ]);
  });

  it('accepts one of two that are set at the same time', async () => {
    const results = await Promise.all(
      [0.3, 0.4].map(goal =>
        deadlines.replace(undefined, { ...deadline, goal }, { at: 1 }),
      ),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await deadlines.log()).toHaveLength(1);
    const current = (await deadlines.current())!;
    const ends = await Promise.all(
      [2, 3].map(at => deadlines.replace(current.id, undefined, { at })),
    );
    expect(ends.filter(Boolean)).toHaveLength(1);
  });

  it('adopts the configured deadline, once on many replicas', async () => {
    const configured = { ...deadline, source: 'configuration' as const };
    const replicas = Array.from({ length: 3 }, () => serviceOf(configured));
    await Promise.all(replicas.map(each => each.adoptConfigured(1)));
    expect(await deadlines.log()).toEqual([
      { act: 'set', at: 1, by: 'configuration', after: configured },
    ]);
    await expect(replicas[0].set(deadline, { at: 2, by: ada })).rejects.toThrow(
      'set by adoptionMetrics.deadline',
    );
    const stricter = { ...configured, goal: 0.4 };
    await serviceOf(stricter).adoptConfigured(3);
    await serviceOf().adoptConfigured(4);
    expect((await deadlines.log()).map(({ act }) => act)).toEqual([
      'ended',
      'changed',
      'set',
    ]);
  });

  it('leaves a deadline alone that someone set when none is configured', async () => {
    await serviceOf().set(deadline, { at: 1, by: ada });
    await serviceOf().adoptConfigured(2);
    expect(await deadlines.current()).toMatchObject(deadline);
  });

  it('adopts an imported deadline where nobody has set one', async () => {
    const imported = { ...deadline, source: 'history' as const };
    await serviceOf().adoptImported(imported, 1);
    await serviceOf().adoptImported({ ...imported, goal: 0.5 }, 2);
    expect(await deadlines.log()).toEqual([
      { act: 'set', at: 1, by: 'history', after: imported },
    ]);
    await serviceOf().end({ at: 3 });
    const configured = { ...deadline, source: 'configuration' as const };
    await serviceOf(configured).adoptImported(imported, 4);
    expect(await deadlines.current()).toBeUndefined();
  });

  it('never changes a stored week', async () => {
    const week: StoredWeek = {
      deadlineId: 1,
      revision: 0,
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
    const other = { ...week, deadlineId: 2, risk: noRisk };
    await weeks.add(other);
    expect(await weeks.ofDeadline(1)).toEqual([week]);
    expect(await weeks.latestBy(week.week, 20)).toEqual(other);
    expect(await weeks.latestBy(week.week - 1, 20)).toBeUndefined();
    expect(await weeks.corrections()).toEqual([]);

    const corrected: StoredWeek = {
      ...other,
      revision: 1,
      state: 'insufficient-data',
      evaluatedAt: 30,
    };
    await weeks.add(corrected);
    await weeks.add({ ...corrected, state: 'on-track' });
    expect(await weeks.ofDeadline(2)).toEqual([corrected]);
    expect(await weeks.latestBy(week.week, 30)).toEqual(other);
    expect(await weeks.latestBy(week.week, 31)).toEqual(corrected);
    expect(await weeks.corrections()).toEqual([
      { ...corrected, stateBefore: 'at-risk' },
    ]);
  });

  it('evaluates each closed week once, on any replica', async () => {
    for (let sunday = day('2025-11-16'); sunday <= day('2026-04-05'); ) {
      const sample = headline(formatDay(sunday), 30);
      await samples.replaceDay('active-users', sunday, [sample]);
      sunday += 7;
    }
    await serviceOf().set(deadline, { at: 1, by: ada });
    const clock = { now: () => 1_000 };
    const replicas = [1, 2].map(
      () => new DeadlineEvaluator({ clock, deadlines, weeks, samples }),
    );
    await Promise.all(replicas.map(each => each.evaluate(never)));
    const { id: deadlineId } = (await deadlines.current())!;
    const known = await weeks.ofDeadline(deadlineId);
    expect(known.map(({ week }) => formatDay(week))).toEqual([
      ...['2026-01-18', '2026-01-25', '2026-02-01', '2026-02-08'],
      ...['2026-02-15', '2026-02-22', '2026-03-01', '2026-03-08'],
      ...['2026-03-15', '2026-03-22', '2026-03-29', '2026-04-05'],
    ]);
    expect(known.at(-1)).toMatchObject({ evaluatedAt: 1_000 });
    expect(await replicas[0].evaluate(never)).toBe(0);
    expect(await weeks.ofDeadline(deadlineId)).toEqual(known);
  });
});
