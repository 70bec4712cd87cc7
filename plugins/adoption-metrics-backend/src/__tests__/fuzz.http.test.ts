import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import request from 'supertest';
import {
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';

jest.setTimeout(120_000);

const NEIGHBOR = 'neighbor';
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9:/._-]{0,127}$/;
const DAY_MS = 86_400_000;

function interaction(change: object = {}) {
  const at = new Date().toISOString();
  return {
    type: 'interaction',
    at,
    action: 'click',
    pluginId: NEIGHBOR,
    ...change,
  };
}

/** Strings that parsers, drivers and databases have stumbled over. */
const nastyString = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'a\udfff',
    '\u202e',
    "'; drop table people; --",
    '__proto__',
    'constructor',
    'NaN',
    'x'.repeat(10_000),
  ),
  fc.string({ unit: 'binary' }),
);

const nastyInstant = fc.constantFrom(
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '2026-02-30T00:00:00.000Z',
  '2026-13-01T00:00:00.000Z',
  '2026-06-30T23:59:60.000Z',
  '2026-01-01T24:00:00.000Z',
  '2026-01-01',
  '2026-01-01T00:00:00+14:00',
);

/** JSON has no way to write infinity, but parsers make it of a large number. */
const INFINITE = 1.5e300;
const DEEP = '<deep>';
const deepArray = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;

function asJson(value: unknown): string {
  return (JSON.stringify(value) ?? '')
    .replaceAll('1.5e+300', '1e999')
    .replaceAll(`"${DEEP}"`, deepArray);
}

const nastyNumber = fc.constantFrom(
  INFINITE,
  -INFINITE,
  -1,
  -0,
  1e-320,
  60.000001,
  2 ** 53,
  Number.MAX_VALUE,
);

const nastyValue = fc.oneof(
  nastyString,
  nastyInstant,
  nastyNumber,
  fc.jsonValue(),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true}}')),
  fc.constant(DEEP),
);

const template = fc.constantFrom<Record<string, unknown>>(
  { type: 'interaction', action: 'click', pluginId: 'poison' },
  {
    type: 'page-load',
    kind: 'initial',
    method: 'lcp',
    routeId: 'poison',
    duration: 1,
  },
  { type: 'page-load-discard', kind: 'initial', reason: 'hidden' },
  { type: 'navigation', kind: 'initial', routeId: 'poison' },
  { type: 'dropped-events', reason: 'too-old', count: 1 },
);

/** An event of which one field, or an additional one, is spoilt. */
const poison = template.chain(valid =>
  fc
    .tuple(
      fc.constantFrom('at', 'extensionId', 'extra', ...Object.keys(valid)),
      nastyValue,
    )
    .map(([field, value]): unknown => ({
      at: new Date().toISOString(),
      ...valid,
      [field]: value,
    })),
);

function isIdentifierOrCount(value: unknown): boolean {
  const number = Number(value);
  return Number.isNaN(number)
    ? IDENTIFIER.test(String(value))
    : Number.isSafeInteger(number) && number >= 0;
}

describe.each(testedDatabases())('POST /events, fuzzed, %p', engine => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal(engine, { entities: [] });
  });
  afterAll(() => portal.stop());

  function send(body: string | Buffer, headers: Record<string, string> = {}) {
    const sending = request(portal.server)
      .post('/api/adoption-metrics/v1/events')
      .set('Authorization', user('quill'))
      .set({ 'Content-Type': 'application/json', ...headers });
    return sending.serialize(text => text).send(body);
  }

  async function neighborsCounted(): Promise<number> {
    const row = await portal
      .knex('action_counts')
      .where({ plugin_id: NEIGHBOR })
      .sum({ n: 'n' })
      .first();
    return Number(row?.n ?? 0);
  }

  it('counts the neighbors of whatever an event may be', async () => {
    let before = await neighborsCounted();
    const event = fc.oneof(poison, nastyValue, fc.constant('neighbor'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 8 }),
        async drawn => {
          const events = drawn.map(each =>
            each === 'neighbor' ? interaction() : each,
          );
          const { status, body } = await send(
            asJson({ batchId: randomUUID(), events }),
          );
          expect(status).toBe(200);
          expect(body.accepted + body.rejected).toBe(events.length);
          for (const { index, field, message } of body.faults) {
            expect(drawn[index]).not.toBe('neighbor');
            expect(`${field}${message}`).not.toBe('');
          }
          const after = await neighborsCounted();
          const neighbors = drawn.filter(each => each === 'neighbor');
          expect(after - before).toBe(neighbors.length);
          before = after;
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('stores nothing of whatever else a body may be', async () => {
    const field = fc.constantFrom('batchId', 'events');
    const spoilt = fc.tuple(field, nastyValue).map(([name, value]) => ({
      batchId: randomUUID(),
      events: [],
      [name]: value,
    }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(nastyValue, spoilt), async value => {
        const { status, body } = await send(asJson(value));
        const refused = /'batchId'|'events'|not JSON/.test(body.error?.message);
        // A batch is none the worse for holding no event that can be counted.
        const empty = body.accepted === 0;
        expect([status, refused, empty]).toEqual(
          status === 200 ? [200, false, true] : [400, true, false],
        );
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  const valid = () =>
    asJson({ batchId: randomUUID(), events: [interaction()] });
  it.each<[string, () => ReturnType<typeof send>, number]>([
    ['no body', () => send(''), 400],
    ['half a body', () => send(valid().slice(0, -5)), 400],
    ['bytes that are no text', () => send(Buffer.from([0xff, 0xfe, 0])), 400],
    [
      'another type',
      () => send(valid(), { 'Content-Type': 'text/plain' }),
      400,
    ],
    [
      'a type that is unknown',
      () => send(valid(), { 'Content-Type': 'application/json; charset=x' }),
      415,
    ],
    [
      'an encoding that is unknown',
      () => send(valid(), { 'Content-Encoding': 'x' }),
      415,
    ],
    [
      'a broken encoding',
      () => send(valid(), { 'Content-Encoding': 'gzip' }),
      400,
    ],
    ['a megabyte', () => send(asJson('x'.repeat(1 << 20))), 413],
    [
      'a megabyte in an event',
      () =>
        send(
          asJson({
            batchId: randomUUID(),
            events: [interaction({ pluginId: 'x'.repeat(1 << 20) })],
          }),
        ),
      413,
    ],
    [
      'what grows when it is unpacked',
      () =>
        send(gzipSync('['.repeat(10 << 20)), { 'Content-Encoding': 'gzip' }),
      413,
    ],
    [
      'more events than a batch may hold',
      () => send(asJson({ batchId: randomUUID(), events: Array(501).fill(1) })),
      400,
    ],
    ['brackets without end', () => send('['.repeat(200_000)), 400],
  ])('refuses %s', async (_, sending, expected) => {
    const { status, text } = await sending();
    expect([status, text.length < 10_000]).toEqual([expected, true]);
  });

  it('has stored nothing but identifiers, days at hand and counts', async () => {
    const today = Math.floor(Date.now() / DAY_MS);
    const tables = [
      'action_counts',
      'person_days',
      'person_plugin_days',
      'page_load_counts',
      'page_load_discards',
      'page_navigations',
      'dropped_events',
    ];
    for (const table of tables) {
      const rows: object[] = await portal.knex(table);
      const values = rows.flatMap(row => Object.entries(row));
      const strange = values.filter(([column, value]) =>
        column === 'day'
          ? value < today - 4 || value > today
          : !isIdentifierOrCount(value),
      );
      expect([table, strange]).toEqual([table, []]);
    }
    expect({}).not.toHaveProperty('polluted');
    expect(portal.lines.filter(line => /status 5/.test(line))).toEqual([]);
  });
});
