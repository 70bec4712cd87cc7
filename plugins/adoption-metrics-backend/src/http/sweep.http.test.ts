/* eslint jest/expect-expect: ["error", { "assertFunctionNames": ["expect", "expectRefused"] }] */
import {
  contract,
  methodAndPath,
  paramsSchemaOf,
  querySchemaOf,
  RouteKey,
  routeKeys,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import {
  callers,
  exampleOf,
  rightCallerOf,
  startSweptPortal,
  WrittenRequest,
} from './__testUtils__/SweptPortal';

jest.setTimeout(120_000);

type CallerName = keyof typeof callers;

type CallerKind = RouteRow['caller']['kind'];

/** Which callers a row lets through; all others are refused. */
const admitted: Record<CallerKind, CallerName[]> = {
  anybody: [
    'nobody',
    'guest',
    'stranger',
    'administrator',
    'otherService',
    'observer',
  ],
  authenticated: [
    'guest',
    'stranger',
    'administrator',
    'otherService',
    'observer',
  ],
  signedIn: ['guest', 'stranger', 'administrator'],
  reader: ['guest', 'administrator', 'observer'],
  manager: ['administrator'],
  observer: ['observer'],
};

// Rows are open for these reasons only. Everything else that is read needs the
// permission to read, and everything else that is done a privilege.
const open: Partial<Record<CallerKind, RouteKey[]>> = {
  anybody: ['GET /health'],
  authenticated: ['GET /openapi.json'],
  signedIn: [
    'GET /me',
    'PUT /me',
    'POST /catalog/verifications',
    'POST /events',
  ],
  observer: ['POST /uptime/checks', 'POST /portals/{id}/activity'],
  manager: [
    // What another tool has counted tells of people who opted out here.
    'GET /history/imports',
    // Options and what they cost are for those who decide.
    'GET /decision/numbers',
    'GET /decision/answers',
    'GET /decision/money',
    'GET /decision/options',
    'GET /decision/choices',
    'GET /decision/proofs',
    'GET /decision/proofs/{id}',
  ],
};

// Their examples name what is not there before anything has happened.
const unprepared: RouteKey[] = [
  'GET /activity/team-plugins',
  'POST /alerts/acknowledgements',
  'POST /uptime/incidents/notes',
];

// What stands in their paths is known to the data only, and may not be there.
const nameless: RouteKey[] = [
  'PUT /decision/numbers/{id}',
  'DELETE /decision/numbers/{id}',
];

const rows = routeKeys.map(key => ({ key, row: contract[key] as RouteRow }));

function withBogus(request: WrittenRequest): WrittenRequest {
  return { ...request, query: [...request.query, ['bogus', '1']] };
}

describe('every row of the contract', () => {
  let portal: Awaited<ReturnType<typeof startSweptPortal>>;

  beforeAll(async () => {
    portal = await startSweptPortal();
    await portal.readOrganization();
    const { status, text } = await portal.send(
      'GET /scorecard',
      callers.administrator,
      exampleOf('GET /scorecard'),
    );
    if (status !== 200) {
      throw new Error(text);
    }
  });

  afterAll(() => portal.stop());

  const send = (key: RouteKey, as: CallerName, request: WrittenRequest) =>
    portal.send(key, callers[as], request);

  async function expectRefused(
    { key, row }: { key: RouteKey; row: RouteRow },
    request: WrittenRequest,
    message: RegExp,
    status = 400,
  ) {
    const answer = await send(key, rightCallerOf(row), request);
    const { path, method } = methodAndPath(key);
    expect([request, answer.status]).toEqual([request, status]);
    expect(answer.body.error.message).toMatch(message);
    expectDocumented(path, method.toLocaleLowerCase('en-US'), answer);
  }

  it.each(rows)('is open to no more than it should: $key', ({ key, row }) => {
    const exception = Object.entries(open).find(([, keys]) =>
      keys.includes(key),
    );
    const usual = key.startsWith('GET ') ? 'reader' : 'manager';
    expect(row.caller.kind).toBe(exception?.[0] ?? usual);
  });

  it.each(rows)('answers the right caller of $key', async ({ key, row }) => {
    const answer = await send(key, rightCallerOf(row), exampleOf(key));
    const { path, method } = methodAndPath(key);
    const expected = unprepared.includes(key) ? 404 : 200;
    const health = row.unavailable ? answer.status : expected;
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([
      health,
      expect.anything(),
    ]);
    expectDocumented(path, method.toLocaleLowerCase('en-US'), answer);
  });

  it.each(rows)('refuses all other callers of $key', async ({ key, row }) => {
    const names = Object.keys(callers) as CallerName[];
    const others = names.filter(
      name => !admitted[row.caller.kind].includes(name),
    );
    for (const name of others) {
      const { status } = await send(key, name, exampleOf(key));
      expect([name, status]).toEqual([name, name === 'nobody' ? 401 : 403]);
    }
  });

  // Whoever is let in fails at a parameter, so that nothing is done again.
  it.each(rows)('admits every caller of $key', async ({ key, row }) => {
    for (const name of admitted[row.caller.kind]) {
      const { status } = await send(key, name, withBogus(exampleOf(key)));
      expect([name, status]).toEqual([name, 400]);
    }
  });

  describe.each(rows)('$key', each => {
    const example = exampleOf(each.key);

    it('refuses parameters that it does not know', () =>
      expectRefused(each, withBogus(example), /^'bogus' is unknown; /));

    it('refuses each of its parameters twice, and wrong', async () => {
      for (const name of Object.keys(querySchemaOf(each.row).shape)) {
        const others = example.query.filter(([other]) => other !== name);
        await expectRefused(
          each,
          { ...example, query: [...others, [name, 'a'], [name, 'a']] },
          new RegExp(`^'${name}' is given twice; expected one value$`),
        );
        await expectRefused(
          each,
          { ...example, query: [...others, [name, '\0']] },
          new RegExp(`^'${name}' is ' ' and contains U\\+0000; expected `),
        );
      }
    });

    it('misses what it needs', async () => {
      const { shape } = querySchemaOf(each.row);
      for (const [name] of example.query) {
        if (!shape[name].safeParse(undefined).success) {
          const query = example.query.filter(([other]) => other !== name);
          await expectRefused(
            each,
            { ...example, query },
            new RegExp(`^'${name}' is missing; expected `),
          );
        }
      }
    });

    it('refuses what does not belong in its path', async () => {
      for (const name of Object.keys(paramsSchemaOf(each.row).shape)) {
        // No id of anything has a space.
        const params = { ...example.params, [name]: 'bo gus' };
        const isNameless = nameless.includes(each.key);
        await expectRefused(
          each,
          { ...example, params },
          /'bo gus'; expected /,
          isNameless ? 404 : 400,
        );
      }
    });

    it('refuses a body without a field that is due, or with a wrong one', async () => {
      const fields = (example.body ?? {}) as Record<string, unknown>;
      for (const field of Object.keys(fields)) {
        const { [field]: _gone, ...rest } = fields;
        const isDue = !each.row.body!.safeParse(rest).success;
        const wrong = { ...rest, [field]: { wrong: true } };
        for (const body of isDue ? [rest, wrong] : [wrong]) {
          await expectRefused(
            each,
            { ...example, body },
            new RegExp(`^field '${field}.*; expected `),
          );
        }
      }
    });

    it('refuses another body, and one with more in it', async () => {
      const bodies = each.row.body ? [undefined, [], 'text'] : [];
      for (const body of bodies) {
        await expectRefused(each, { ...example, body }, /body|is missing/);
      }
      // Old and new bundles coexist, so that events alone may hold more.
      if (each.row.body && each.key !== 'POST /events') {
        const body = { ...(example.body as object), bogus: 1 };
        await expectRefused(
          each,
          { ...example, body },
          /^field 'bogus' is unknown; expected /,
        );
      }
    });
  });
});
