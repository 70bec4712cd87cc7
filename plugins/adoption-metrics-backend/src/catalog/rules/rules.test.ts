import { Entity } from '@backstage/catalog-model';
import { EntityFacts, ownersOf } from '../facts';
import { entityNamed, readFrom } from '../testEntities';
import { orphanRule } from './orphan';
import { ownerMissingRule } from './ownerMissing';
import { ownerUnknownRule } from './ownerUnknown';
import { processingErrorRule } from './processingError';
import { sourceErrorRule } from './sourceError';

const file = 'https://example.com/catalog-info.yaml';

function facts(entity: Entity, rest: Partial<EntityFacts> = {}): EntityFacts {
  return {
    entity,
    owners: ownersOf(entity),
    failingLocations: new Set(),
    existingOwners: undefined,
    ...rest,
  };
}

describe('orphan', () => {
  it.each([
    ['true', true],
    ['false', false],
  ])('takes the annotation %p for %p', (value, stale) => {
    const annotations = { 'backstage.io/orphan': value };
    const verdict = orphanRule().evaluate(
      facts(entityNamed('a', { annotations })),
    );
    expect(Boolean(verdict)).toBe(stale);
  });
});

describe('processing-error', () => {
  const rule = processingErrorRule();

  it('quotes the error', () => {
    const entity = entityNamed('a', { error: 'spec.type is missing' });
    expect(rule.evaluate(facts(entity))?.sentence).toBe(
      'The catalog cannot process it: spec.type is missing',
    );
    expect(rule.grace).toBe(3_600_000);
  });

  it.each([
    ['warning', 'backstage.io/catalog-processing'],
    ['error', 'example.com/deployment'],
  ])('is silent about a %s of %s', (level, type) => {
    const status = { items: [{ type, level, message: 'x' }] };
    const entity = { ...entityNamed('a'), status } as Entity;
    expect(rule.evaluate(facts(entity))).toBeUndefined();
  });
});

describe('source-error', () => {
  const failingLocations = new Set([`url:${file}`]);

  it.each([
    ['its file', readFrom(file)],
    ['the origin of its file', readFrom('https://example.com/x', file)],
  ])('blames %s', (_, annotations) => {
    const entity = entityNamed('a', { annotations });
    const verdict = sourceErrorRule().evaluate(
      facts(entity, { failingLocations }),
    );
    expect(verdict?.sentence).toContain(file);
  });

  it('leaves other sources alone', () => {
    const annotations = readFrom('https://example.com/x');
    const entity = entityNamed('a', { annotations });
    expect(
      sourceErrorRule().evaluate(facts(entity, { failingLocations })),
    ).toBeUndefined();
  });
});

describe('owner-missing', () => {
  it.each([
    ['team', undefined],
    ['', 'It has no owner.'],
    ['Unknown', 'Its owner is the placeholder group:default/unknown.'],
    ['user:other/unknown', 'Its owner is the placeholder user:other/unknown.'],
  ])('judges the owner %p', (owner, sentence) => {
    const verdict = ownerMissingRule(['unknown']).evaluate(
      facts(entityNamed('a', { owner })),
    );
    expect(verdict?.sentence).toBe(sentence);
  });

  it('believes the relation rather than the specification', () => {
    const relations = [{ type: 'ownedBy', targetRef: 'group:default/real' }];
    const entity = { ...entityNamed('a', { owner: 'unknown' }), relations };
    expect(
      ownerMissingRule(['unknown']).evaluate(facts(entity)),
    ).toBeUndefined();
  });

  it('asks for the relation where the catalog has computed them', () => {
    const entity = { ...entityNamed('a', { owner: 'team' }), relations: [] };
    expect(ownerMissingRule([]).evaluate(facts(entity))?.sentence).toBe(
      'It has no owner.',
    );
  });
});

describe('owner-unknown', () => {
  const rule = ownerUnknownRule(['unknown']);

  it.each([
    ['team', ['group:default/team'], false],
    ['gone', ['group:default/team'], true],
    ['unknown', ['group:default/team'], false],
    ['', [], false],
  ])('judges the owner %p among %p as %p', (owner, existing, stale) => {
    const existingOwners = new Set(existing);
    const entity = entityNamed('a', { owner });
    const verdict = rule.evaluate(facts(entity, { existingOwners }));
    expect(Boolean(verdict)).toBe(stale);
  });

  it('is silent while nobody looked', () => {
    const entity = entityNamed('a', { owner: 'gone' });
    expect(rule.evaluate(facts(entity))).toBeUndefined();
  });
});
