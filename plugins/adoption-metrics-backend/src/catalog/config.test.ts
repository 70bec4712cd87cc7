import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readCatalogConfig } from './config';
import { stalenessDefinition } from './definition';
import { createStalenessRules } from './rules';

function read(catalog: JsonObject) {
  return readCatalogConfig(new ConfigReader({ adoptionMetrics: { catalog } }));
}

describe('readCatalogConfig', () => {
  it('has defaults', () => {
    expect(readCatalogConfig(new ConfigReader({}))).toEqual({
      kinds: ['Component', 'API', 'Resource', 'System', 'Domain'],
      placeholders: ['unknown'],
      processingErrorGrace: 3_600_000,
      disabledRules: [],
      schedule: {
        frequency: { minutes: 15 },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 30 },
        scope: 'global',
      },
    });
  });

  it('reads what is configured', () => {
    const config = read({
      kinds: ['Component'],
      placeholders: [],
      rules: {
        'processing-error': { grace: '2h' },
        orphan: { enabled: false },
      },
      schedule: { frequency: '1h', timeout: '5m' },
    });
    expect(config).toMatchObject({
      kinds: ['Component'],
      placeholders: [],
      processingErrorGrace: 7_200_000,
      disabledRules: ['orphan'],
      schedule: { frequency: { hours: 1 } },
    });
    expect(createStalenessRules(config).map(({ reason }) => reason)).toEqual([
      'processing-error',
      'source-error',
      'owner-missing',
      'owner-unknown',
    ]);
    expect(stalenessDefinition(config)).toMatch(
      /of kind Component .* if the catalog has failed to process it for 2 hours, /,
    );
  });

  it.each<[JsonObject, string]>([
    [{ kinds: [] }, 'catalog.kinds is empty'],
    [{ placeholders: [3] }, 'catalog.placeholders is [3]'],
    [{ rules: { orphans: {} } }, 'catalog.rules.orphans is no rule'],
    [
      { rules: { orphan: { grace: '1h' } } },
      'rules.orphan.grace is no setting',
    ],
    [{ rules: { orphan: false } }, 'rules.orphan'],
    [{ rules: { orphan: { enabled: 'no' } } }, 'rules.orphan.enabled is "no"'],
    [
      { rules: { 'processing-error': { grace: 'long' } } },
      'rules.processing-error.grace is "long"',
    ],
    [{ schedule: { frequency: '1h' } }, 'catalog.schedule is not a schedule'],
  ])('refuses %j', (catalog, message) => {
    expect(() => read(catalog)).toThrow(message);
  });
});
