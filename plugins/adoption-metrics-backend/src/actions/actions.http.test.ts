import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  decisionReader,
  reader,
  routeKeys,
  rowOf,
} from 'backstage-plugin-adoption-metrics-common/contract';
import {
  component,
  entity,
  orphan,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { connectAssistant, mcpFeatures } from './__testUtils__/assistant';

jest.setTimeout(120_000);

const [[engine]] = testedDatabases();

const offered = routeKeys
  .map(key => ({ key, row: rowOf(key) }))
  .filter(({ row }) => row.action);

async function start(options: { result?: AuthorizeResult.DENY } = {}) {
  return startPortal(engine, {
    ...options,
    entities: [
      entity('User', 'ada', { memberOf: 'payments' }),
      entity('Group', 'payments'),
      component('shop', ['group:default/payments'], orphan),
      component('store', ['group:default/payments'], orphan),
      component('zebra', ['group:default/payments'], orphan),
      component('other', ['group:default/zebras'], orphan),
      component('tool', ['user:default/ada'], orphan),
    ],
    config: {
      backend: { actions: { pluginSources: ['adoption-metrics'] } },
      adoptionMetrics: { administrators: ['user:default/ada'] },
    },
    // Whoever asks twice is answered of the same moment.
    clock: { now: () => Date.UTC(2026, 10, 30, 10) },
    isHidden: ref => ref.includes('zebra'),
    modules: mcpFeatures,
  });
}

describe('actions', () => {
  let portal: Awaited<ReturnType<typeof start>>;
  let ada: Awaited<ReturnType<typeof connectAssistant>>;

  beforeAll(async () => {
    portal = await start();
    await portal.collect();
    await portal.scheduler.triggerTask('catalog-scan');
    ada = await connectAssistant(portal.server, user('ada'));
  });
  afterAll(() => portal?.stop());

  it('are reads that need the permission to read', () => {
    expect(offered.length).toBeGreaterThanOrEqual(5);
    for (const { key, row } of offered) {
      expect(key).toMatch(/^GET /);
      expect([reader, decisionReader]).toContainEqual(row.caller);
    }
  });

  it('are offered as tools that change nothing, and say what they take', async () => {
    const { tools } = await ada.client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(
      offered.map(({ row }) => `adoption-metrics.${row.action!.name}`).sort(),
    );
    for (const { annotations } of tools) {
      expect(annotations).toMatchObject({
        readOnlyHint: true,
        idempotentHint: true,
        destructiveHint: false,
      });
    }
    const list = tools.find(({ name }) => name.endsWith('stale-entities'));
    expect(list!.inputSchema).toMatchObject({
      additionalProperties: false,
      properties: {
        owner: {
          type: 'string',
          description: expect.stringMatching(/^Entity ref of an owner/),
        },
        limit: { type: 'integer', minimum: 1, maximum: 200 },
        state: { enum: ['stale', 'exempt', 'any'] },
      },
    });
    const series = tools.find(({ name }) => name.endsWith('metric-series'));
    expect(series!.inputSchema.required).toEqual(['id']);
  });

  it('are explained in the docs, each by its name', () => {
    const docs = readFileSync(
      resolve(__dirname, '../../../../docs/assistants.md'),
      'utf8',
    );
    for (const { row } of offered) {
      expect(docs).toContain(`\`${row.action!.name}\``);
    }
  });

  it.each(offered)(
    'answer what the route answers to the same person: $key',
    async ({ key, row }) => {
      const { params = {}, query = {} } = row.example ?? {};
      const path = (Object.entries(params) as string[][]).reduce(
        (filled, [name, value]) => filled.replace(`{${name}}`, value),
        key.slice('GET '.length),
      );
      const asked = new URLSearchParams(query as Record<string, string>);
      const { status, body } = await portal.get(
        `${path}?${asked}`,
        user('ada'),
      );
      expect(status).toBe(200);
      const { isError, content, structuredContent } = await ada.call(
        row.action!.name,
        { ...params, ...query },
      );
      expect([isError, content[0].text.slice(0, 300)]).toEqual([
        undefined,
        expect.stringMatching(/^\{/),
      ]);
      expect(JSON.parse(content[0].text)).toEqual(structuredContent);
      const withoutWording = JSON.stringify(body, (field, value) =>
        field === 'wording' ? undefined : value,
      );
      expect(structuredContent).toEqual(JSON.parse(withoutWording));
    },
  );

  it('list what a team has to repair, without what the caller may not read', async () => {
    const { structuredContent } = await ada.call('list-stale-entities', {
      owner: 'group:default/payments',
      limit: 10,
    });
    expect(
      structuredContent.entities.map((each: any) => each.entityRef).sort(),
    ).toEqual(['component:default/shop', 'component:default/store']);
    const mine = await ada.call('list-stale-entities', { owner: 'me' });
    expect(mine.structuredContent.entities).toEqual([
      expect.objectContaining({ entityRef: 'component:default/tool' }),
    ]);
    expect(JSON.stringify(mine)).not.toContain('zebra');
  });

  it.each<[string, object, RegExp]>([
    ['get-metric', { id: 'latency' }, /InputError.*latency/s],
    ['get-metric', {}, /InputError.*Required/s],
    ['get-scorecard', { team: 'x' }, /InputError.*'team'/s],
    [
      'get-metric-series',
      { id: 'uptime', from: 'monday' },
      /^InputError: 'from' is 'monday'; expected days written as YYYY-MM-DD/,
    ],
    [
      'list-stale-entities',
      { owner: 'payments' },
      /^InputError: 'owner' is 'payments'; expected 'me', 'none', or full/,
    ],
    ['list-stale-entities', { limit: 0 }, /InputError.*greater than/s],
  ])('refuse %s with %j', async (name, input, message) => {
    const { isError, content } = await ada.call(name, input);
    expect([isError, content[0].text]).toEqual([
      true,
      expect.stringMatching(message),
    ]);
  });
});

describe('actions of those who may not read', () => {
  it('are not shown, and not answered', async () => {
    const portal = await start({ result: AuthorizeResult.DENY });
    const { client, call } = await connectAssistant(portal.server, user('ada'));
    expect((await client.listTools()).tools).toEqual([]);
    expect(await call('get-scorecard')).toMatchObject({ isError: true });
    await portal.stop();
  });
});
