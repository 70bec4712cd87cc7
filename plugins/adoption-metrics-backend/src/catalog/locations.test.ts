import { entityNamed, readFrom } from './__testUtils__/testEntities';
import { failingTargets, mayMatter, normalizeLocation } from './locations';

const root = 'https://example.com/all.yaml';

function location(name: string, targets: string[], error?: string) {
  return entityNamed(name, {
    kind: 'Location',
    spec: { type: 'url', targets },
    annotations: readFrom(root),
    error,
  });
}

describe('failingTargets', () => {
  it('holds the targets of a failing location, not its neighbors', () => {
    const failing = failingTargets([
      location('broken', ['https://example.com/a.yaml', './b/c.yaml'], 'gone'),
      location('sound', ['https://example.com/d.yaml']),
    ]);
    expect([...failing].sort()).toEqual([
      'url:https://example.com/a.yaml',
      'url:https://example.com/b/c.yaml',
    ]);
  });

  it('finds files the way the catalog does', () => {
    const nested = entityNamed('nested', {
      kind: 'Location',
      spec: { targets: ['./b c#.yaml', '../d.yaml', 'e.yaml', '/f.yaml'] },
      annotations: { 'backstage.io/managed-by-location': 'file:/srv/x/a.yaml' },
      error: 'gone',
    });
    expect([...failingTargets([nested])]).toEqual([
      'file:/srv/x/b c#.yaml',
      'file:/srv/d.yaml',
      'file:e.yaml',
      'file:/f.yaml',
    ]);
  });

  it('leaves targets of another type than their source alone', () => {
    const nested = entityNamed('nested', {
      kind: 'Location',
      spec: { type: 'catalog-import', target: './b' },
      annotations: readFrom(root),
      error: 'gone',
    });
    expect([...failingTargets([nested])]).toEqual(['catalog-import:./b']);
  });

  it('follows locations that were found by way of a failing one', () => {
    const registered = entityNamed('registered', {
      kind: 'Location',
      spec: { type: 'url', target: root },
      annotations: readFrom(root),
      error: 'not found',
    });
    const nested = location('nested', ['https://example.com/d.yaml']);
    expect([...failingTargets([nested, registered])].sort()).toEqual(
      [`url:${root}`, 'url:https://example.com/d.yaml'].sort(),
    );
  });
});

describe('mayMatter', () => {
  const registered = (error?: string) =>
    entityNamed('registered', {
      kind: 'Location',
      spec: { type: 'url', target: root },
      annotations: readFrom(root),
      error,
    });

  it.each([
    ['a registered location', registered(), false],
    ['a registered location that fails', registered('gone'), true],
    ['a location in a file', location('nested', ['./a.yaml']), true],
  ])('of %s', (_, entity, expected) => {
    expect(mayMatter(entity)).toBe(expected);
  });
});

describe('normalizeLocation', () => {
  it.each([
    ['url:https://EXAMPLE.com:443/a.yaml', 'url:https://example.com/a.yaml'],
    ['url:https://example.com/a/', 'url:https://example.com/a'],
    ['file:/srv/a.yaml', 'file:/srv/a.yaml'],
  ])('writes %p as %p', (location_, normal) => {
    expect(normalizeLocation(location_)).toBe(normal);
  });
});
