import { SettingsStore } from './SettingsStore';
import { createTestDatabases } from './__testUtils__/testDatabases';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('SettingsStore, %p', engine => {
  async function setUp() {
    return new SettingsStore(await databases.create(engine));
  }

  it('knows only what was set, last', async () => {
    const settings = await setUp();
    expect(await settings.get('a')).toBeUndefined();
    await settings.set('a', '1');
    await settings.set('a', '2');
    await settings.set('b', '3');
    expect(await settings.get('a')).toBe('2');
    expect(await settings.get('b')).toBe('3');
  });

  it('stores the first of several values offered at once', async () => {
    const settings = await setUp();
    const answers = await Promise.all(
      ['1', '2', '3', '4'].map(value => settings.getOrSet('a', value)),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await settings.getOrSet('a', '5')).toBe(answers[0]);
  });

  it('replaces a value for the first of those who expect the same', async () => {
    const settings = await setUp();
    for (const expected of [undefined, '1']) {
      const next = expected ? '2' : '1';
      const answers = await Promise.all(
        [next, next].map(value => settings.replace('a', expected, value)),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
    }
    expect(await settings.replace('a', '1', '3')).toBe(false);
    expect(await settings.get('a')).toBe('2');
  });

  it('keeps the earliest instant', async () => {
    const settings = await setUp();
    expect(await settings.keepEarliest('a', 2_000)).toBe(2_000);
    expect(await settings.keepEarliest('a', 3_000)).toBe(2_000);
    expect(await settings.keepEarliest('a', 900)).toBe(900);
    expect(await settings.get('a')).toBe('900');
  });
});
