// Backstage's permission client brings zod/v3, which every portal has anyway.
function loadWithoutZod(entry: string): Record<string, unknown> {
  let loaded: Record<string, unknown> = {};
  jest.isolateModules(() => {
    for (const library of ['zod', 'zod-openapi']) {
      jest.doMock(library, () => {
        throw new Error(`${library} was loaded`);
      });
    }
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    loaded = require(entry);
  });
  return loaded;
}

describe('the root entry', () => {
  it('loads neither zod nor zod-openapi, which the homepage need not carry', () => {
    const loaded = loadWithoutZod('.');
    expect(loaded.metricIds).toContain('uptime');
    expect(Object.keys(loaded).filter(name => /Schema$/.test(name))).toEqual(
      [],
    );
    expect(() => loadWithoutZod('./contract')).toThrow('zod was loaded');
  });
});
