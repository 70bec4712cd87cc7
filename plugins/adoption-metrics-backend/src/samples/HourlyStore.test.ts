import { SettingsStore } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { HOUR_MS, MINUTE_MS, ReportingZone } from '../time';
import { HourlyStore, inSteps } from './HourlyStore';

const databases = createTestDatabases();
const zone = ReportingZone.create('Asia/Kolkata');
const noon = zone.startOf(20_500) + 12 * HOUR_MS;

describe.each(databases.eachSupportedId())('HourlyStore, %p', engine => {
  async function setUp() {
    const settings = new SettingsStore(await databases.create(engine));
    let reads = 0;
    const ask = (now: number) =>
      new HourlyStore(settings, zone).getOrRead(
        'people',
        now,
        async () => ++reads,
      );
    return { ask };
  }

  it('reads once an hour, on whichever replica', async () => {
    const { ask } = await setUp();
    const times = [0, 1, 59, 60, 61].map(each => noon + each * MINUTE_MS);
    const answers = [];
    for (const time of times) {
      answers.push(await ask(time));
    }
    expect(answers).toEqual([1, 1, 1, 2, 2]);
  });

  it('gives all who ask at once the same', async () => {
    const { ask } = await setUp();
    const first = await Promise.all([noon, noon, noon].map(ask));
    expect(await ask(noon)).toBe(await ask(noon + MINUTE_MS));
    const again = await Promise.all([noon, noon].map(ask));
    expect(new Set(again).size).toBe(1);
    expect(first).toContain(again[0]);
  });

  it('does not read again on a replica whose clock is behind', async () => {
    const { ask } = await setUp();
    expect(await ask(noon + MINUTE_MS)).toBe(1);
    expect(await ask(noon - MINUTE_MS)).toBe(1);
    expect(await ask(noon - 2 * HOUR_MS)).toBe(2);
  });
});

describe('inSteps', () => {
  it('says that there are at least so many', () => {
    expect([0, 4, 5, 9, 10, 123].map(inSteps)).toEqual([0, 0, 5, 5, 10, 120]);
  });
});
