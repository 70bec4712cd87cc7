import { TestDatabaseId } from '@backstage/backend-test-utils';
import { PeopleStore } from '../../people';
import { ReportingZone, SettableClock } from '../../time';
import {
  batchOf,
  DAY_0,
  instantOn,
  interaction,
  setUpIngest,
  testedDatabases,
} from '../__testUtils__/ingest';
import { activityCounter } from '../activityCounter';
import { createSilenceService } from '../__testUtils__/silence';
import { DayPeopleRecorder } from './DayPeopleRecorder';
import { failureCounter } from './failureCounter';

const zone = ReportingZone.create('Europe/Berlin');

async function setUp(engine: TestDatabaseId) {
  const ingest = await setUpIngest(engine, [activityCounter, failureCounter]);
  const { knex } = ingest;
  const people = new PeopleStore(knex);
  const clock = new SettableClock();
  const recorder = new DayPeopleRecorder({ knex, people, clock, zone });
  const silence = createSilenceService(knex, { zone });
  /** Lets people open our page. */
  const read = async (day: number, ...names: string[]) => {
    clock.set(instantOn(day));
    names.forEach(name => recorder.note('day_readers', name));
    await recorder.flush();
  };
  const visit = (day: number, ...names: string[]) =>
    ingest.committer.commit(
      names.map(name => batchOf(name, [interaction(day)])),
    );
  const closed = async (day: number) => {
    await silence.close([DAY_0 + day]);
    const found = await silence.closed({
      from: DAY_0 + day,
      to: DAY_0 + day + 1,
    });
    return found[0];
  };
  return { ...ingest, people, clock, recorder, silence, read, visit, closed };
}

describe.each(testedDatabases())('what is known of a day, %p', engine => {
  it('counts who reported and who only looked, and forgets who it was', async () => {
    const { knex, read, visit, closed } = await setUp(engine);
    await visit(0, 'ada', 'bob');
    await read(0, 'ada', 'cy', 'cy', 'dee');
    expect(await closed(0)).toMatchObject({
      reporters: 2,
      readers: 3,
      reportingReaders: 1,
      isRunning: true,
      judgment: 'observed',
    });
    expect(await knex('day_readers')).toEqual([]);
    // Once more, after something came late.
    await visit(0, 'eve');
    expect(await closed(0)).toMatchObject({
      reporters: 3,
      readers: 3,
      reportingReaders: 1,
    });
  });

  it('keeps nobody who opted out', async () => {
    const { knex, read, people, closed } = await setUp(engine);
    await people.ensureIds(['ada', 'bob']);
    await knex('people')
      .where({ pseudonym: 'ada' })
      .update({ opted_out: true });
    await read(0, 'ada', 'bob');
    expect(await knex('day_readers')).toHaveLength(1);
    await knex('people')
      .where({ pseudonym: 'bob' })
      .update({ opted_out: true });
    expect(await closed(0)).toMatchObject({ readers: 0 });
  });

  it('counts people whose batches failed, unless others were accepted', async () => {
    const { committer, visit, closed } = await setUp(engine);
    const at = new Date(instantOn(0)).toISOString();
    const dropped = (name: string) =>
      batchOf(name, [
        { type: 'dropped-events', at, reason: 'refused', count: 9 },
      ]);
    // Their receipts are of the day after.
    const later = { receivedAt: instantOn(1) };
    await committer.commit([
      { ...dropped('ada'), ...later },
      { ...dropped('bob'), ...later },
    ]);
    await visit(0, 'bob');
    expect(await closed(0)).toMatchObject({ reporters: 1, failedReporters: 1 });
  });

  it('takes batches without an interaction for reports, and refused ones for none', async () => {
    const { committer, closed } = await setUp(engine);
    const at = new Date(instantOn(0)).toISOString();
    const receivedAt = instantOn(0);
    const rejected = 1;
    await committer.commit([
      {
        ...batchOf('ada', [
          { type: 'navigation', at, kind: 'initial', routeId: 'page:home' },
        ]),
        receivedAt,
      },
      { ...batchOf('bob', []), rejected, receivedAt },
    ]);
    expect(await closed(0)).toMatchObject({ reporters: 1, failedReporters: 0 });
    await committer.commit([
      { ...batchOf('bob', []), rejected, receivedAt: instantOn(1) },
    ]);
    expect(await closed(1)).toMatchObject({ reporters: 0, failedReporters: 1 });
  });

  it('marks days late that are judged otherwise', async () => {
    const { knex, read, visit, silence } = await setUp(engine);
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    for (let day = 0; day < 60; day++) {
      const isWeekend = day % 7 >= 5;
      await visit(day, ...(isWeekend ? [] : names));
      await read(day, ...(isWeekend ? [] : names.slice(0, 4)));
      await silence.close([DAY_0 + day]);
    }
    for (let day = 60; day < 63; day++) {
      expect(await silence.close([DAY_0 + day])).toEqual([]);
    }
    await read(60, ...names);
    expect(await silence.close([DAY_0 + 60])).toEqual([DAY_0 + 60]);
    expect(
      await knex('daily_rollups').where({ state: 'late' }).pluck('day'),
    ).toEqual([DAY_0 + 60]);
    expect(await silence.lasting()).toMatchObject({
      since: DAY_0 + 60,
      state: 'stopped',
    });
    expect(await silence.close([DAY_0 + 60])).toEqual([]);
  });
});
