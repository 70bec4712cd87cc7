import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { anyText } from '../database/__testUtils__/anyText';
import {
  readAllTables,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';

jest.setTimeout(120_000);

const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** An entity that holds such texts wherever one can stand. */
function spoilt(kind: string, index: number, texts: string[]): Entity {
  const [name, title, message, target, owner, type, reason, until] = texts;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    // The catalog finds entities by their kind, and a lasting name keeps tests
    // from drawing the same entity twice.
    kind,
    metadata: {
      uid: index % 2 ? undefined : `${index}${name}`,
      name: `${index}${name}`,
      title,
      annotations: {
        'backstage.io/orphan': 'true',
        'backstage.io/managed-by-location': `url:${target}`,
        'adoption-metrics/exempt-reason': reason,
        'adoption-metrics/exempt-until': index % 3 ? until : '2099-01-01',
      },
    },
    relations:
      index % 4 === 0
        ? undefined
        : ['ownedBy', 'memberOf', 'childOf', 'dependsOn', type].map(each => ({
            type: each,
            targetRef: `group:default/${owner}`,
          })),
    spec: { owner, type, targets: [target], profile: { displayName: title } },
    status: {
      items: [
        {
          type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
          level: 'error',
          message,
        },
      ],
    },
  } as Entity;
}

const fields = fc.array(anyText, { minLength: 8, maxLength: 8 });

const entities = ['Component', 'Group', 'User', 'Location'].flatMap(kind =>
  fc
    .sample(fields, { numRuns: 40, seed: 16 })
    .map((texts, index) => spoilt(kind, index, texts)),
);

const everyRule = ['relation-dangling', 'unchanged', 'unverified'];

describe.each(testedDatabases())('any text, %p', engine => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(engine, {
      entities,
      config: {
        adoptionMetrics: {
          administrators: ['user:default/ada'],
          catalog: {
            rules: Object.fromEntries(
              everyRule.map(reason => [reason, { enabled: true }]),
            ),
          },
        },
      },
    });
  });
  afterAll(() => portal.stop());

  async function expectCleanTables() {
    const tables = await readAllTables(portal.knex);
    const texts = Object.values(tables)
      .flat()
      .flatMap(row => Object.values(row))
      .filter(value => typeof value === 'string');
    expect(texts.filter(text => UNSTORABLE.test(text))).toEqual([]);
    expect(portal.lines.filter(line => /status 5/.test(line))).toEqual([]);
  }
  afterEach(expectCleanTables);

  it('of an entity lets scans complete, and finds the same again', async () => {
    for (const _ of ['once', 'again']) {
      await portal.scheduler.triggerTask('catalog-scan');
      const [scan] = await portal.knex('catalog_scans').orderBy('id', 'desc');
      expect(scan).toMatchObject({
        status: 'completed',
        total: 40,
        error: null,
      });
    }
    const { status, body } = await portal.get(
      '/catalog/stale-entities?state=any',
      user('ada'),
    );
    expect([status, body.error]).toEqual([200, undefined]);
  });

  it('of a user or a group lets the organization be read', async () => {
    await portal.collect();
    const teams = await portal.knex('teams').pluck('name');
    expect(teams).toHaveLength(40);
    const developers = await portal.knex('developer_spans');
    expect(developers).toHaveLength(40);
  });
});
