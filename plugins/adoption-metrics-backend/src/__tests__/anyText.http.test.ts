import { randomUUID } from 'node:crypto';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { Entity } from '@backstage/catalog-model';
import { routeKeys } from 'backstage-plugin-adoption-metrics-common/contract';
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

const UTF_16_REF = 'component:default/utf-16';

// What the catalog says of a JSON file that was saved as UTF-16.
const utf16: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { uid: 'utf-16', name: 'utf-16' },
  status: {
    items: [
      {
        type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
        level: 'error',
        message: 'Unexpected token \0, "{\0 \0"... is not valid JSON',
      },
    ],
  },
} as Entity;

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
      entities: [...entities, utf16],
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
        total: 41,
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

  it('of a processing error may hold U+0000, as of a file in UTF-16', async () => {
    const findings = await portal
      .knex('catalog_findings')
      .where({ reason: 'processing-error', entity_ref: UTF_16_REF });
    expect(findings).toMatchObject([
      {
        sentence:
          'The catalog cannot process it: Unexpected token \uFFFD, "{\uFFFD \uFFFD"... is not valid JSON',
      },
    ]);
  });

  it('can be read again by every route', async () => {
    const reads = routeKeys.filter(
      key => key.startsWith('GET ') && !key.includes('{'),
    );
    for (const key of reads) {
      const { status } = await portal.get(key.replace('GET ', ''), user('ada'));
      expect([key, status < 500 || key === 'GET /health']).toEqual([key, true]);
    }
  });

  it('of an annotation is refused for its U+0000', async () => {
    const { status, body } = await portal.post('/annotations', user('ada'), {
      day: '2026-11-20',
      text: 'Cut\u000012 plugins',
    });
    expect([status, body.error.message]).toEqual([
      400,
      "field 'text' is 'Cut 12 plugins' and contains U+0000; expected texts of 1 to 200 characters",
    ]);
  });

  const today = new Date().toISOString().slice(0, 10);
  const now = new Date().toISOString();
  const acts: Array<[string, string, (text: string) => object]> = [
    ['/annotations', 'text', text => ({ day: today, text })],
    ['/uptime/incidents/notes', 'note', note => ({ at: now, note })],
    [
      '/uptime/maintenance',
      'reason',
      reason => ({
        from: '2099-01-01T00:00:00Z',
        to: '2099-01-01T01:00:00Z',
        reason,
      }),
    ],
    ['/alerts/acknowledgements', 'note', note => ({ id: '999999999', note })],
    [
      '/catalog/verifications',
      'note',
      note => ({ entityRef: 'component:default/none', note }),
    ],
    ['/catalog/verifications', 'entityRef', entityRef => ({ entityRef })],
    ['/people/forget', 'entityRef', entityRef => ({ entityRef, stop: false })],
  ];

  it.each(acts)(
    'sent to %s as %p is stored as it is, or refused by name',
    async (path, field, bodyOf) => {
      for (const text of fc.sample(anyText, { numRuns: 30, seed: 16 })) {
        const { status, body } = await portal.post(
          path,
          user('ada'),
          bodyOf(text),
        );
        expect([200, 201, 400, 404, 409]).toContain(status);
        const refusal = status === 400 ? body.error.message : '';
        const refused = UNSTORABLE.test(text) ? [`field '${field}' is `] : [];
        expect(refused.filter(each => !refusal.startsWith(each))).toEqual([]);
      }
    },
  );

  const observe = (query: string, body: object) =>
    portal.post(
      `/uptime/checks${query}`,
      mockCredentials.service.header(),
      body,
    );

  it.each([
    ['id', 1, 128],
    ['detail', 0, 255],
  ])('is the %s of a check, or refused by name', async (field, least, most) => {
    for (const text of fc.sample(anyText, { numRuns: 30, seed: 16 })) {
      const check = { component: 'gateway', state: 'down', [field]: text };
      const { status, body } = await observe('', check);
      const fits = text.length >= least && text.length <= most;
      const isTaken = fits && !UNSTORABLE.test(text);
      const refusal = body.error?.message ?? '';
      expect([status, refusal.startsWith(`field '${field}' is `)]).toEqual(
        isTaken ? [200, false] : [400, true],
      );
    }
  });

  it('in an alert of Prometheus costs no other alert', async () => {
    const alerts = fc
      .sample(anyText, { numRuns: 30, seed: 16 })
      .map((text, index) => ({
        status: 'firing',
        // An observer cannot have many that configuration does not name.
        labels: { adoption_component: `c${index % 5}`, other: text },
        annotations: { summary: text },
        startsAt: now,
        endsAt: '0001-01-01T00:00:00Z',
        fingerprint: `${index}`,
      }));
    const payload = { version: '4', alerts };
    const { status, body } = await observe('?format=alertmanager', payload);
    expect(status).toBe(200);
    const outcomes: string[] = body.checks.map(
      ({ outcome }: { outcome: string }) => outcome,
    );
    expect(outcomes).toHaveLength(2 * alerts.length);
    expect(outcomes).not.toContain('refused');
  });

  it.each(['pluginId', 'action', 'extensionId'])(
    'as the %s of an event rejects that event alone',
    async field => {
      const event = {
        type: 'interaction',
        at: now,
        action: 'click',
        pluginId: 'catalog',
      };
      const texts = fc.sample(anyText, { numRuns: 30, seed: 16 });
      const bad = texts.filter(text => UNSTORABLE.test(text));
      const events = [event, ...bad.map(text => ({ ...event, [field]: text }))];
      const { status, body } = await portal.post('/events', user('ada'), {
        batchId: randomUUID(),
        events,
      });
      expect([status, body.accepted]).toEqual([200, 1]);
      expect(body.rejected).toBe(bad.length);
    },
  );

  it('in a query is refused by name', async () => {
    for (const name of ['kind', 'reason', 'owner', 'entity']) {
      const { status, body } = await portal.get(
        `/catalog/stale-entities?${name}=group:default/a%00b`,
        user('ada'),
      );
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringContaining(`'${name}' is `),
      ]);
    }
  });
});
