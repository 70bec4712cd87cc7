import { Entity } from '@backstage/catalog-model';
import { entityNamed } from '../__testUtils__/testEntities';
import { contentHash } from './contentHash';

const written = { 'example.com/a': '1', 'backstage.io/techdocs-ref': 'dir:.' };

function entity(traits: Parameters<typeof entityNamed>[1] = {}): Entity {
  const spec = { owner: 'team', type: 'service' };
  return entityNamed('a', { annotations: written, spec, ...traits });
}

describe('contentHash', () => {
  it.each<[string, Entity]>([
    ['the catalog annotates', entity({ annotations: addedTo(written) })],
    ['an error occurs', entity({ error: 'broken' })],
    ['it is stored anew', entity({ uid: 'other' })],
    [
      'keys change places',
      entity({ spec: { type: 'service', owner: 'team' } }),
    ],
    [
      'its ref is written in another way',
      {
        ...entity(),
        kind: 'component',
        metadata: { name: 'A', annotations: written },
      },
    ],
    ['relations change', { ...entity(), relations: [] }],
  ])('stays where %s', (_, changed) => {
    expect(contentHash(changed)).toBe(contentHash(entity()));
  });

  it.each<[string, Entity]>([
    ['an annotation', entity({ annotations: {} })],
    ['the specification', entity({ spec: { owner: 'team' } })],
    ['the name', { ...entity(), metadata: { name: 'b' } }],
  ])('shows that people changed %s', (_, changed) => {
    expect(contentHash(changed)).not.toBe(contentHash(entity()));
    expect(contentHash(changed)).toMatch(/^[0-9a-f]{32}$/);
  });
});

function addedTo(annotations: Record<string, string>) {
  return {
    'backstage.io/orphan': 'true',
    'backstage.io/managed-by-location': 'url:https://example.com/x',
    'backstage.io/view-url': 'https://example.com/x',
    ...annotations,
  };
}
