import { SettingsStore } from '../database';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ReportingZone } from '../time';
import { SampleHistoryStore } from './SampleHistoryStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('SampleHistoryStore, %p', engine => {
  const setUp = async () => {
    const settings = new SettingsStore(await databases.create(engine));
    const create = (zone: string) =>
      new SampleHistoryStore(settings, ReportingZone.create(zone));
    return { create };
  };

  it('says nothing if everything was seen live', async () => {
    const store = (await setUp()).create('UTC');
    expect(await store.read()).toBeUndefined();
    expect(await store.describe()).toBeNull();
  });

  it('remembers how far a history was played', async () => {
    const { create } = await setUp();
    const from = Date.parse('2026-01-01T23:30:00Z');
    const until = Date.parse('2026-03-01T12:00:00Z');
    await create('UTC').write({ label: 'Demo', from, until: from });
    await create('UTC').write({ label: 'Demo', from, until });
    expect(await create('UTC').read()).toEqual({ label: 'Demo', from, until });
    expect(await create('Europe/Berlin').describe()).toEqual({
      label: 'Demo',
      from: '2026-01-02',
      to: '2026-03-01',
    });
  });
});
