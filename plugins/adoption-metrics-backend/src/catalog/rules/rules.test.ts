import { Entity } from '@backstage/catalog-model';
import { DAY_MS, HOUR_MS } from '../../time';
import { entityNamed } from '../__testUtils__/testEntities';
import { EntityFacts, namedOwners, ownersOf } from '../facts';
import { orphanRule } from './orphan';
import { ownerMissingRule } from './ownerMissing';
import { ownerUnknownRule } from './ownerUnknown';
import { processingErrorRule } from './processingError';
import { relationDanglingRule } from './relationDangling';
import { sourceErrorRule } from './sourceError';
import { unchangedRule } from './unchanged';
import { unverifiedRule } from './unverified';

const file = 'url:https://example.com/catalog-info.yaml';

function facts(entity: Entity, rest: Partial<EntityFacts> = {}): EntityFacts {
  return {
    entity,
    owners: ownersOf(entity),
    namedOwners: namedOwners(ownersOf(entity), new Set(['unknown'])),
    existingOwners: undefined,
    now: 0,
    ...rest,
  };
}

describe('orphan', () => {
  it.each([
    ['true', true],
    ['false', false],
  ])('judges the annotation %p as %p', (value, stale) => {
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
    expect(rule.grace).toBe(HOUR_MS);
  });

  it.each([
    ['warning', 'backstage.io/catalog-processing'],
    ['error', 'example.com/deployment'],
  ])('ignores a %s of %s', (level, type) => {
    const status = { items: [{ type, level, message: 'x' }] };
    const entity = { ...entityNamed('a'), status } as Entity;
    expect(rule.evaluate(facts(entity))).toBeUndefined();
  });
});

describe('source-error', () => {
  const rule = sourceErrorRule();
  const judged = (source: EntityFacts['source']) =>
    rule.evaluate(facts(entityNamed('a'), { source }));

  it.each([
    [{ place: file, isOwn: true }, `Its source cannot be read: ${file}`],
    [
      { place: file, isOwn: false },
      `The location that registers it cannot be read: ${file}`,
    ],
    [
      { place: 'location:default/all', isOwn: true, message: 'odd' },
      'A file listed by location:default/all cannot be read: odd',
    ],
  ])('says of %j what cannot be read', (unread, sentence) => {
    expect(judged({ unread })).toMatchObject({
      cause: unread.place,
      sentence,
    });
  });

  it('accepts what can be read, and what nothing above fails', () => {
    expect(judged({})).toBeUndefined();
    expect(judged(undefined)).toBeUndefined();
  });

  it('does not judge what the catalog says nothing about', () => {
    expect(() => judged({ unknown: 'not found' })).toThrow(
      'its source is unknown: not found',
    );
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

  it('prefers the relation to the specification', () => {
    const relations = [{ type: 'ownedBy', targetRef: 'group:default/real' }];
    const entity = { ...entityNamed('a', { owner: 'unknown' }), relations };
    expect(
      ownerMissingRule(['unknown']).evaluate(facts(entity)),
    ).toBeUndefined();
  });

  it('requires the relation where the catalog has computed it', () => {
    const entity = { ...entityNamed('a', { owner: 'team' }), relations: [] };
    expect(ownerMissingRule([]).evaluate(facts(entity))?.sentence).toBe(
      'It has no owner.',
    );
  });
});

describe('owner-unknown', () => {
  const rule = ownerUnknownRule();

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

  it('accepts any owner while owners are not checked', () => {
    const entity = entityNamed('a', { owner: 'gone' });
    expect(rule.evaluate(facts(entity))).toBeUndefined();
  });
});

const day = DAY_MS;
const now = Date.UTC(2026, 10, 27, 12);

describe('unchanged', () => {
  const rule = unchangedRule(90 * day);

  it.each([
    [90 * day, 'Its definition has not changed since 29 Aug 2026.'],
    [90 * day - 1, undefined],
    [undefined, undefined],
  ])('judges what is as it was for %p ms', (unchanged, sentence) => {
    const unchangedSince = unchanged && now - unchanged;
    const age = { firstSeenAt: 0, unchangedSince };
    const verdict = rule.evaluate(facts(entityNamed('a'), { now, age }));
    expect(verdict?.sentence).toBe(sentence);
  });

  it('ignores what it has never seen', () => {
    expect(rule.evaluate(facts(entityNamed('a'), { now }))).toBeUndefined();
  });
});

describe('unverified', () => {
  const rule = unverifiedRule(30 * day);

  it.each<[Partial<EntityFacts>, string | undefined]>([
    [
      { age: { firstSeenAt: now - 30 * day } },
      'No owner has ever confirmed it.',
    ],
    [{ age: { firstSeenAt: now - 30 * day + 1 } }, undefined],
    [
      { age: { firstSeenAt: 0 }, verifiedAt: now - 30 * day },
      'No owner has confirmed it since 28 Oct 2026.',
    ],
    [{ age: { firstSeenAt: 0 }, verifiedAt: now - 29 * day }, undefined],
    [{}, undefined],
  ])('judges %j', (known, sentence) => {
    const verdict = rule.evaluate(facts(entityNamed('a'), { now, ...known }));
    expect(verdict?.sentence).toBe(sentence);
  });
});

describe('relation-dangling', () => {
  const rule = relationDanglingRule();

  function sentenceFor(relations: string[], existing?: string[]) {
    const entity = {
      ...entityNamed('a'),
      relations: relations.map(each => {
        const [type, targetRef] = each.split(' ');
        return { type, targetRef };
      }),
    };
    const existingTargets = existing && new Set(existing);
    return rule.evaluate(facts(entity, { existingTargets }))?.sentence;
  }

  it('names what is missing', () => {
    const relations = ['dependsOn resource:default/db', 'partOf system:x/Y'];
    expect(sentenceFor(relations, ['system:x/y'])).toBe(
      'It depends on resource:default/db, which is not in the catalog.',
    );
    expect(sentenceFor(relations, [])).toBe(
      'It depends on resource:default/db and is part of system:x/y, which is not in the catalog.',
    );
  });

  it('abbreviates where much is missing', () => {
    const relations = ['1', '2', '3', '4', '5'].map(
      each => `providesApi api:default/${each}`,
    );
    expect(sentenceFor(relations, [])).toMatch(
      /api:default\/3, and 2 more, which/,
    );
  });

  it.each([
    [['dependencyOf component:default/gone'], []],
    [['ownedBy group:default/gone'], []],
    [['dependsOn resource:default/db'], undefined],
  ])('accepts %p among %p', (relations, existing) => {
    expect(sentenceFor(relations, existing)).toBeUndefined();
  });
});
