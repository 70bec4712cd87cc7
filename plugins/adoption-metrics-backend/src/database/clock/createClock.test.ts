import os from 'node:os';
import { mockServices, TestDatabaseId } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../__testUtils__/testDatabases';
import { SettingsStore } from '../SettingsStore';
import { createClock } from './createClock';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const HOUR = 3_600_000;

async function setUp(engine: TestDatabaseId, ahead: number) {
  const knex = await databases.create(engine);
  const settings = new SettingsStore(knex);
  const logger = mockServices.logger.mock();
  const off = { ahead };
  const start = () =>
    createClock({
      own: { now: () => Date.now() + off.ahead, isCompared: true },
      knex,
      settings,
      logger,
    });
  const { clock, part } = await start();
  return {
    knex,
    settings,
    logger,
    off,
    clock,
    start,
    diagnose: () => part.diagnostics![0](),
    stop: () => part.shutdown!(),
  };
}

const wrong = (clock: { now(): number }) => Math.abs(clock.now() - Date.now());

describe.each(databases.eachSupportedId())('createClock, %p', engine => {
  it('agrees with the database', async () => {
    const { clock, logger, diagnose, stop } = await setUp(engine, 0);
    expect(wrong(clock)).toBeLessThan(2_100);
    expect(await diagnose()).toMatchObject({ id: 'clock', status: 'ok' });
    expect(logger.warn).not.toHaveBeenCalled();
    await stop();
  });

  it('compares no clock that travels in time', async () => {
    const { knex, settings, logger } = await setUp(engine, 0);
    const { clock, part } = await createClock({
      own: { now: () => 7 },
      knex,
      settings,
      logger,
    });
    expect(clock.now()).toBe(7);
    expect(part).toEqual({});
  });

  // On SQLite only a stored time tells that it is off.
  it('names the replica whose clock is off, to all of them, and logs it once', async () => {
    const isAlone = engine.startsWith('SQLITE');
    const portal = await setUp(engine, isAlone ? 0 : 3 * HOUR);
    const { logger, off, start, stop } = portal;
    off.ahead = 3 * HOUR;
    const { clock, part } = await start();
    await clock.compare();
    const detail = isAlone
      ? 'The backend clock does not match the last stored time; no day is closed until it has run steadily for ten minutes.'
      : 'The clock of the backend is 3 hours ahead; days and uptime use the correct time, and a day is closed once both clocks agree that it is over.';
    expect(logger.warn).toHaveBeenLastCalledWith(detail);
    expect(logger.warn).toHaveBeenCalledTimes(isAlone ? 1 : 2);
    expect(await part.diagnostics![0]()).toMatchObject({
      status: isAlone ? 'warning' : 'problem',
      detail: `On ${os.hostname()}: ${detail}`,
      fix: expect.stringMatching(isAlone ? /no action is needed/ : /NTP/),
    });
    expect(clock.isCertain).toBe(!isAlone);
    await part.shutdown!();
    await stop();
  });

  it('corrects a process by the clock of PostgreSQL', async () => {
    const { clock, stop } = await setUp(engine, 400 * 24 * HOUR);
    const isAlone = engine.startsWith('SQLITE');
    expect(wrong(clock) < 2_100).toBe(!isAlone);
    await stop();
  });
});
