import { failingTargets, normalizeLocation } from './locations';
import { entityNamed, readFrom } from './testEntities';

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
  it('holds the targets of a failing location, not its neighbours', () => {
    const failing = failingTargets([
      location('broken', ['https://example.com/a.yaml', './b/c.yaml'], 'gone'),
      location('sound', ['https://example.com/d.yaml']),
    ]);
    expect([...failing].sort()).toEqual([
      'url:https://example.com/a.yaml',
      'url:https://example.com/b/c.yaml',
    ]);
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

describe('normalizeLocation', () => {
  it.each([
    ['url:https://EXAMPLE.com:443/a.yaml', 'url:https://example.com/a.yaml'],
    ['url:https://example.com/a/', 'url:https://example.com/a'],
    ['file:/srv/a.yaml', 'file:/srv/a.yaml'],
  ])('writes %p as %p', (location_, normal) => {
    expect(normalizeLocation(location_)).toBe(normal);
  });
});
