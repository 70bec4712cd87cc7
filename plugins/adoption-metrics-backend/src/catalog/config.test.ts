import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readKey } from '../configuration';
import { catalogConfig } from './config';
import { DAY_MS, HOUR_MS } from '../time';
import { stalenessDefinition as sayDefinition } from './definition';
import { assertAddable, createStalenessRules } from './rules/createRules';

function read(catalog: JsonObject) {
  return readKey(
    new ConfigReader({ adoptionMetrics: { catalog } } as never),
    'adoptionMetrics.catalog',
    catalogConfig.prefault({}),
  );
}

const retired = {
  reason: 'retired',
  definition: 'it is retired',
  fields: ['spec.lifecycle'],
  evaluate: () => undefined,
};

const stalenessDefinition = (...given: Parameters<typeof sayDefinition>) =>
  inEnglish(sayDefinition(...given));

describe('catalogConfig', () => {
  it('has defaults', () => {
    const config = read({});
    expect(config).toEqual({
      kinds: ['Component', 'API', 'Resource', 'System', 'Domain'],
      placeholders: ['unknown'],
      rules: {},
      schedule: {
        frequency: { milliseconds: 900_000 },
        timeout: { milliseconds: 1_800_000 },
        initialDelay: { milliseconds: 30_000 },
        scope: 'global',
      },
      ownerNotifications: {
        enabled: false,
        when: { every: 'week', weekday: 1, hour: 9 },
      },
    });
    const rules = createStalenessRules(config);
    expect(rules.map(({ reason, grace }) => [reason, grace])).toEqual([
      ['orphan', 0],
      ['processing-error', HOUR_MS],
      ['source-error', 0],
      ['owner-missing', 0],
      ['owner-unknown', 0],
    ]);
    expect(stalenessDefinition(config.kinds, rules)).toBe(
      'Share of catalog entities of kind Component, API, Resource, System, or Domain that are stale, each counted once. An entity is stale if no location references it anymore, the catalog has failed to process it for 1 hour, the source it comes from cannot be read, it has no owner (or only the placeholder unknown), or none of its owners is in the catalog (checked once the catalog has groups), unless an annotation exempts it.',
    );
  });

  it('reads what is configured', () => {
    const config = read({
      kinds: ['Component'],
      placeholders: [],
      rules: {
        'processing-error': { grace: '2h' },
        'source-error': { kinds: ['API'] },
        orphan: { enabled: false },
        retired: { grace: { days: 30 } },
      },
      schedule: { frequency: '1h', timeout: '5m' },
    });
    expect(config.schedule).toMatchObject({
      frequency: { milliseconds: HOUR_MS },
      timeout: { milliseconds: 300_000 },
    });
    const rules = createStalenessRules(config, [retired]);
    expect(rules).toMatchObject([
      { reason: 'processing-error', grace: 2 * HOUR_MS },
      { reason: 'source-error', grace: 0, kinds: new Set(['api']) },
      { reason: 'owner-missing' },
      { reason: 'owner-unknown' },
      { reason: 'retired', grace: 30 * DAY_MS, fields: ['spec.lifecycle'] },
    ]);
    expect(stalenessDefinition(config.kinds, rules)).toMatch(
      /of kind Component .* if the catalog has failed to process it for 2 hours, .* be read \(only of kind api\), it has no owner, .*, or it is retired for 30 days, unless/,
    );
  });

  it('warns of settings of unknown rules', () => {
    const logger = mockServices.logger.mock();
    const config = read({ rules: { orphans: {}, retired: {}, mine: {} } });
    const rules = createStalenessRules(config, [retired], logger);
    expect(rules.map(({ reason }) => reason)).toContain('retired');
    expect(logger.warn.mock.calls.flat()).toEqual([
      "adoptionMetrics.catalog.rules.orphans is unknown and has no effect; did you mean 'orphan'?",
      'adoptionMetrics.catalog.rules.mine is unknown and has no effect; known keys are orphan, processing-error, source-error, owner-missing, owner-unknown, relation-dangling, unchanged, unverified, retired',
    ]);
  });

  it.each([
    ['Retired', "rule name is 'Retired'; expected up to 64"],
    ['orphan', "A staleness rule 'orphan' already exists"],
    ['retired', "A staleness rule 'retired' already exists"],
  ])('rejects a rule named %s', (reason, message) => {
    expect(() => assertAddable({ ...retired, reason }, [retired])).toThrow(
      message,
    );
  });

  it.each<[JsonObject, string]>([
    [{ kinds: [] }, 'catalog.kinds is []; expected lists of entity kinds'],
    [{ placeholders: [3] }, 'catalog.placeholders is [3]'],
    [{ rules: { orphan: { kinds: 'API' } } }, "rules.orphan.kinds is 'API'"],
    [{ rules: { orphan: false } }, 'rules.orphan'],
    [
      { rules: { unchanged: { after: '2h' } } },
      "rules.unchanged.after is '2h'; expected durations from 1 day",
    ],
    [{ rules: { orphan: { enabled: 'no' } } }, "rules.orphan.enabled is 'no'"],
    [
      { rules: { 'processing-error': { grace: 'long' } } },
      "rules.processing-error.grace is 'long'",
    ],
    [
      { schedule: { frequency: 'daily' } },
      "schedule.frequency is 'daily'; expected durations from 1 second",
    ],
    [{ schedule: '15m' }, 'catalog.schedule is a string; expected groups'],
    [
      { ownerNotifications: { day: 'payday' } },
      "ownerNotifications.day is 'payday'; expected monday,",
    ],
    [
      { ownerNotifications: { hour: 24 } },
      'ownerNotifications.hour is 24; expected whole numbers from 0 to 23',
    ],
  ])('refuses %j', (catalog, message) => {
    expect(() => read(catalog)).toThrow(message);
  });
});
