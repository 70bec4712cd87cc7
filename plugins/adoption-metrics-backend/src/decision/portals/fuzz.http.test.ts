import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import request from 'supertest';
import {
  readAllTables,
  testedDatabases,
} from '../../people/__testUtils__/portal';
import { formatDay, parseDay } from '../../time';
import { refs, startMeasuring, token } from './__testUtils__/otherPortals';

jest.setTimeout(180_000);

const TODAY = '2026-03-05';

const day = (after: number) => formatDay(parseDay(TODAY)! + after);

/** Names that parsers, databases and lookups by key have stumbled over. */
const anyName = fc.oneof(
  fc.constantFrom<unknown>(
    ...refs('a0', 'a1', 'nobody.known', 'guest'),
    'USER:Default/A2',
    'a0',
    'a0@example.com',
    '',
    ' ',
    'a\u0000b',
    '\ud800',
    'user:default/a\udfff',
    'user:default/__proto__',
    '__proto__',
    'constructor',
    'toString',
    "'; drop table people; --",
    '=HYPERLINK("x")',
    'x'.repeat(801),
    7,
    null,
    true,
    ['user:default/a0'],
    { ref: 'user:default/a0' },
  ),
  fc.string({ unit: 'binary' }),
);

const anyDay = fc.constantFrom<unknown>(
  ...[0, -1, -2, 1, 300, -360, -400, -5_000].map(day),
  '2026-02-30',
  '2026-3-5',
  '2026-03-05T12:00:00Z',
  '0000-01-01',
  '9999-12-31',
  '',
  20_260_305,
  null,
  {},
);

const anyFeedback = fc.constantFrom<unknown>(
  { score: 4.5, answers: 8 },
  { score: 0, answers: 8 },
  { score: 4.5 },
  { score: '4', answers: 1 },
  { score: 1e308, answers: 2 ** 53 },
  null,
  [],
);

const anyReportedDay = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      day: anyDay,
      people: fc.array(anyName, { maxLength: 6 }),
    }),
  },
  fc.record(
    {
      day: anyDay,
      people: fc.oneof(fc.array(anyName), fc.jsonValue()),
      feedback: anyFeedback,
      surname: fc.constant('Lovelace'),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true}}')),
);

const anyBatchId = fc.constantFrom<unknown>(
  'batch-1',
  'a b',
  '',
  'x'.repeat(65),
  '\u0000',
  '__proto__',
  7,
  null,
);

const anyJson = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        days: fc.array(anyReportedDay, { maxLength: 5 }),
        batchId: anyBatchId,
      },
      { requiredKeys: ['days'] },
    ),
  },
  fc.record(
    {
      days: fc.jsonValue(),
      csv: fc.jsonValue(),
      batchId: anyBatchId,
      extra: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);

const cell = (value: unknown) =>
  typeof value === 'string' ? value : JSON.stringify(value);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Tables as spreadsheets and scripts write them, and as nobody should. */
const anyCsv = fc
  .record({
    mark: fc.constantFrom('', '\ufeff'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    header: fc.constantFrom(
      'day,person',
      'person,day',
      'day,person,score,answers',
      'Day,Person',
      'day;person',
      'day,person,day',
      'day,person,surname',
      'day',
      '',
    ),
    rows: fc.array(
      fc.oneof(
        fc
          .tuple(anyDay, anyName, fc.boolean())
          .map(([first, second, isQuoted]) =>
            [first, second]
              .map(cell)
              .map(text => (isQuoted ? quoted(text) : text))
              .join(','),
          ),
        fc.constantFrom(
          `${TODAY},`,
          `${TODAY},"user:default/a0`,
          `${TODAY},user:default/a0,4,2`,
          `${TODAY},,4,2`,
          `${TODAY},,6,-1`,
          ',',
          '"',
        ),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 6 },
    ),
  })
  .map(({ mark, end, header, rows }) => mark + [header, ...rows].join(end));

const anyQuery = fc.constantFrom(
  '',
  '',
  '',
  '?batchId=batch-2',
  '?batchId=a%20b',
  '?batchId=a&batchId=b',
  '?batchId=%00',
  `?from=${day(-3)}&to=${day(0)}`,
  `?from=${day(0)}&to=${day(-3)}`,
  `?from=${day(-3)}`,
  `?from=${day(0)}&to=${day(9)}`,
  `?from=${day(-4_000)}&to=${day(0)}`,
  '?from=yesterday&to=today',
  '?portal=second',
  '?__proto__=1',
  '?format=csv',
);

/** What a refusal names: a field, or what a body has to be. */
const NAMED = /^field '|'\w+'|the body|not JSON|header|column|too many people/;

describe.each(testedDatabases())('activity of portals, fuzzed, %p', engine => {
  let portal: Awaited<ReturnType<typeof startMeasuring>>;

  beforeAll(async () => {
    portal = await startMeasuring(engine, TODAY, [
      { id: 'poc', title: 'A candidate', subject: 'poc' },
      { id: 'second', title: 'Another', subject: 'second' },
    ]);
  });
  afterAll(() => portal.stop());

  function send(
    body: string | Buffer,
    { type = 'application/json', query = '', id = 'poc', headers = {} } = {},
  ) {
    const sending = request(portal.server)
      .post(`/api/adoption-metrics/v1/portals/${id}/activity${query}`)
      .set('Authorization', token('poc'))
      .set({ 'Content-Type': type, ...headers });
    return sending.serialize(text => text).send(body);
  }

  async function stored() {
    const { portal_batches, portal_days, portal_person_days, people } =
      await readAllTables(portal.knex);
    return { portal_batches, portal_days, portal_person_days, people };
  }

  type Stored = Awaited<ReturnType<typeof stored>>;

  let atFirst: number;
  let before: Stored;
  beforeEach(async () => {
    before = await stored();
    // All who are in the catalog are known from the start.
    atFirst ??= before.people.length;
  });

  /** What of a batch is stored: all of it, or nothing. */
  async function judge({ status, body }: request.Response) {
    const after = await stored();
    if (status === 200) {
      const { batchId, rejected, faults } = body;
      const batches = after.portal_batches.filter(
        each => each.portal_id === 'poc' && each.batch_id === batchId,
      );
      expect(batches).toHaveLength(1);
      expect(JSON.parse(String(batches[0].outcome))).toEqual(body);
      expect(faults).toHaveLength(Math.min(rejected, 10));
      for (const each of faults) {
        expect(each.at).toMatch(/^(days\.\d+|line \d+)/);
        expect(each.message).toMatch(/accepted|cells than there are columns/);
      }
    } else {
      expect([status, body.error.message]).toEqual([
        400,
        expect.stringMatching(NAMED),
      ]);
      expect(after).toEqual(before);
    }
    expect(JSON.stringify(body)).not.toMatch(/Lovelace|drop table/);
    expect(JSON.stringify(after)).not.toMatch(/Lovelace|drop table|\\u0000/);
    const people = new Set(after.people.map(({ id }) => id));
    for (const { portal_id, person_id } of after.portal_person_days) {
      expect([portal_id, people.has(person_id)]).toEqual(['poc', true]);
    }
    expect(after.people.length).toBe(atFirst);
    expect({}).not.toHaveProperty('polluted');
    before = after;
    return status === 200 ? 'all' : 'nothing';
  }

  it('takes all of a batch in JSON, or names what is wrong', () =>
    fc.assert(
      fc.asyncProperty(anyJson, anyQuery, async (body, query) => {
        const answer = await send(JSON.stringify(body), { query });
        expect(['all', 'nothing']).toContain(await judge(answer));
      }),
      { numRuns: 100, seed: 7 },
    ));

  it('takes all of a table, or names what is wrong', () =>
    fc.assert(
      fc.asyncProperty(anyCsv, anyQuery, async (csv, query) => {
        const type = 'text/csv';
        const answer = await send(csv, { query, type });
        expect(['all', 'nothing']).toContain(await judge(answer));
      }),
      { numRuns: 100, seed: 8 },
    ));

  it('takes a table with the mark of a spreadsheet, in quotes, and twice', async () => {
    const csv = `\ufeff"day","person"\r\n"${TODAY}","user:default/a0"\r\n"${TODAY}","user:default/a0"\r\n`;
    const { status, body } = await send(csv, { type: 'text/csv' });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ days: 1, accepted: 1, rejected: 0 }),
    ]);
  });

  it('takes a day that is named twice as one', async () => {
    const days = [
      { day: TODAY, people: refs('a0', 'a0') },
      { day: TODAY, people: refs('a0', 'a1') },
    ];
    const { body } = await send(JSON.stringify({ days }));
    expect(body).toMatchObject({ days: 1, accepted: 2, rejected: 0 });
  });

  it.each(['second', 'this', '__proto__', 'constructor', '%00', 'A%20B'])(
    'takes nothing for the portal %s',
    async id => {
      const days = [{ day: TODAY, people: refs('a0') }];
      const { status } = await send(JSON.stringify({ days }), { id });
      expect([400, 403]).toContain(status);
      expect(await stored()).toEqual(before);
    },
  );

  const valid = JSON.stringify({ days: [{ day: TODAY, people: refs('a0') }] });
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => `user:default/x${index}`);

  it.each<[string, () => ReturnType<typeof send>, number]>([
    ['no body', () => send(''), 400],
    ['half a body', () => send(valid.slice(0, -4)), 400],
    ['bytes that are no text', () => send(Buffer.from([0xff, 0xfe, 0])), 400],
    ['an empty table', () => send('', { type: 'text/csv' }), 400],
    [
      'a table of bytes',
      () => send(Buffer.from([0xff, 0, 0xfe]), { type: 'text/csv' }),
      400,
    ],
    [
      'an encoding of text that is unknown',
      () => send('day,person', { type: 'text/csv; charset=x' }),
      415,
    ],
    [
      'a broken encoding',
      () => send(valid, { headers: { 'Content-Encoding': 'gzip' } }),
      400,
    ],
    [
      'what grows when it is unpacked',
      () =>
        send(gzipSync(' '.repeat(40 << 20)), {
          headers: { 'Content-Encoding': 'gzip' },
        }),
      413,
    ],
    [
      'too many people',
      () =>
        send(
          JSON.stringify({ days: [{ day: TODAY, people: people(250_001) }] }),
        ),
      400,
    ],
    [
      'too many days',
      () => send(JSON.stringify({ days: Array(401).fill({}) })),
      400,
    ],
  ])('stores nothing of %s', async (_, sent, expected) => {
    const { status, body } = await sent();
    expect([status, typeof body.error?.message]).toEqual([expected, 'string']);
    expect(await stored()).toEqual(before);
  });
});
