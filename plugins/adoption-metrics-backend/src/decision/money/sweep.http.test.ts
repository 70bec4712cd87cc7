import {
  contract,
  RouteKey,
  routeKeys,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import {
  callers,
  exampleOf,
  startSweptPortal,
  sweptConfig,
  WrittenRequest,
} from '../../http/__testUtils__/SweptPortal';

jest.setTimeout(120_000);

type Portal = Awaited<ReturnType<typeof startSweptPortal>>;

/** Money that stands nowhere else, nor any other number that looks like it. */
const given = {
  quote: 7_654_321,
  quoteSeat: 7_919,
  rate: 6_543_217,
  replaced: 5_432_161,
  license: 4_321_573,
  hosting: 3_219_763,
  switching: 2_198_657,
};

/** What is published of the costs of options. */
const published = ['1050000', '2250000', '650000', '280800'];

const configured = {
  adoptionMetrics: {
    ...sweptConfig.adoptionMetrics,
    decision: {
      options: [
        {
          id: 'quote',
          title: 'A quote',
          approach: 'buy',
          source: { title: 'Their offer', date: '2026-11-01' },
          numbers: {
            costPerYear: {
              low: given.quote,
              high: given.quote,
              includes: ['people', 'license'],
            },
            seatPrice: { low: given.quoteSeat, high: given.quoteSeat },
          },
        },
      ],
    },
  },
};

const everybodyElse = (
  Object.keys(callers) as Array<keyof typeof callers>
).filter(name => name !== 'administrator');

const exact = (amount: number) => ({ low: amount, high: amount });

async function enter(portal: Portal) {
  const put = (key: RouteKey, body: object, params = {}) =>
    portal.send(key, callers.administrator, { params, query: [], body });
  const answers = [
    await put('PUT /decision/money', {
      roles: [
        { title: 'Team', year: 'every', fte: 1, ratePerYear: given.rate },
      ],
      licensePerYear: exact(given.license),
      hostingPerYear: exact(given.hosting),
      spendingSince: '2025-11-23',
      switchCost: exact(given.switching),
      parallelMonths: 1,
    }),
    await put(
      'PUT /decision/numbers/{id}',
      { ...exact(given.replaced), why: 'Ours' },
      { id: 'ftePrice' },
    ),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
}

/** What of the money is in a text, with or without separators. */
function moneyIn(text: string): string[] {
  const digits = text.replace(/(?<=\d)[,\s](?=\d{3})/g, '');
  const amounts = [...Object.values(given).map(String), ...published];
  return amounts.filter(amount => digits.includes(amount));
}

/** A row as it is asked, in JSON and, where there is one, as a table. */
function requestsOf(key: RouteKey): WrittenRequest[] {
  const { csv }: RouteRow = contract[key];
  const example = exampleOf(key);
  return csv
    ? [example, { ...example, query: [...example.query, ['format', 'csv']] }]
    : [example];
}

describe.each([
  [
    'by a policy that denies it',
    {
      denied: [
        'adoption-metrics.decision.read',
        'adoption-metrics.decision.manage',
      ],
      config: { ...configured, permission: { enabled: true } },
    },
  ],
  ['while the permission framework is off', { config: configured }],
])('money is for nobody else, %s', (_name, settings) => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startSweptPortal([], settings);
    await portal.readOrganization();
    await enter(portal);
  });
  afterAll(() => portal.stop());

  it('reaches those who may see it', async () => {
    const { text } = await portal.send(
      'GET /decision/money',
      callers.administrator,
      exampleOf('GET /decision/money'),
    );
    const { replaced, ...others } = given;
    const seen = moneyIn(text);
    expect(seen).toEqual(
      expect.arrayContaining(Object.values(others).map(String)),
    );
    expect(seen).toContain(String(replaced));
  });

  it.each(everybodyElse)('reaches %s through no route', async name => {
    const found: string[] = [];
    const others = routeKeys.filter(key => key !== 'GET /openapi.json');
    for (const key of others) {
      for (const asked of requestsOf(key)) {
        const { text } = await portal.send(key, callers[name], asked);
        found.push(...moneyIn(text).map(amount => `${key}: ${amount}`));
      }
    }
    expect(found).toEqual([]);
  });
});
