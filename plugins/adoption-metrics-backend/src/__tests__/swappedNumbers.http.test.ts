import {
  contract,
  routeKeys,
  RouteKey,
  methodAndPath,
} from 'backstage-plugin-adoption-metrics-common/contract';
import {
  DecisionNumber,
  DecisionOptions,
  DecisionQuestion,
} from 'backstage-plugin-adoption-metrics-common';
import { headline } from '../deadline/__testUtils__/weeks';
import { inventedFile } from '../decision/__testUtils__/inventedFile';
import { PublishedFile } from '../decision/published/schema';
import { exampleOf, pathOf } from '../http/__testUtils__/SweptPortal';
import { SampleStore } from '../samples';
import { parseDay } from '../time';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../uptime/__testUtils__/uptimePortal';

jest.mock('../decision/published/published.json', () =>
  jest
    .requireActual('../decision/__testUtils__/inventedFile')
    .inventedFile(jest.requireActual('../decision/published/published.json')),
);

jest.setTimeout(180_000);

const real: PublishedFile = jest.requireActual(
  '../decision/published/published.json',
);
const invented = inventedFile(real);

/** What the real file names, and nothing else in the product should. */
const realNames = [
  ...['Roadie', 'Port', 'Cortex', 'OpsLevel', 'Spotify', 'Playbook'],
  ...real.options.flatMap(({ id, title, phrase }) => [id, title, phrase]),
  ...Object.values(real.sources).map(({ title }) => title),
  ...real.options.flatMap(({ givesUp }) => givesUp),
  ...real.roles.map(({ title }) => title),
].filter(name => name !== 'port');

/** Published numbers that stand nowhere by chance. */
const realNumbers = [
  ...new Set(
    [
      ...Object.values(real.numbers),
      ...real.options.flatMap(({ numbers }) =>
        Object.values(numbers).flatMap(number =>
          'sameAs' in number ? [] : [number],
        ),
      ),
    ]
      .filter(({ unit }) => unit.startsWith('money/'))
      .flatMap(({ low, high }) => [low, high])
      .filter(amount => amount !== null && amount > 50_000) as number[],
  ),
];

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

async function ask(
  portal: Portal,
  key: RouteKey,
  { body, format }: { body?: object; format?: 'csv' } = {},
) {
  const { method, path } = methodAndPath(key);
  const example = exampleOf(key);
  const query = new URLSearchParams(example.query);
  if (format) {
    query.set('format', format);
  }
  const url = `${pathOf(path, example.params)}?${query}`;
  const verb = method.toLowerCase() as 'get' | 'put';
  const request = portal.send(verb, url).set('Authorization', person);
  const sent = body ?? (example.body as object | undefined);
  return sent === undefined ? request : request.send(sent);
}

/** A portal that is stuck, and whose deadline has passed. */
async function liveThrough(portal: Portal) {
  const samples = new SampleStore(portal.knex);
  const sundays = Array.from({ length: 40 }, (_, week) => week).map(
    week => parseDay('2026-02-22')! + week * 7,
  );
  for (const day of [...sundays, parseDay('2026-11-22')!]) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    await samples.replaceDay('active-users', day, [
      headline(date, 12),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(member =>
        headline(date, 12, { dimension: 'week-actions', member }),
      ),
    ]);
  }
  const recipients = ['user:default/ada'];
  const body = { start: '2026-03-02', recipients };
  await ask(portal, 'PUT /deadline', { body });
  await answerAll(portal);
}

/** Says something to every question, so that every option is judged. */
async function answerAll(portal: Portal) {
  const { questions } = (await ask(portal, 'GET /decision/answers')).body;
  const answers = Object.fromEntries(
    (questions as DecisionQuestion[]).map(({ id, kind, choices, most }) => [
      id,
      kind === 'yes-no' ? true : choices[0] ?? Math.min(most!, 11),
    ]),
  );
  const given = await ask(portal, 'PUT /decision/answers', {
    body: { answers },
  });
  expect(given.status).toBe(200);
}

describe('with a file of invented products and numbers', () => {
  let portal: Portal;
  const texts = new Map<string, string>();

  beforeAll(async () => {
    const [[sqlite]] = testedDatabases();
    const users = ['ada', 'ben'].map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name },
    }));
    portal = await startUptimePortal(sqlite, { entities: users });
    const acts = routeKeys.filter(key => /^(PUT|POST)/.test(key));
    for (const key of acts) {
      texts.set(key, (await ask(portal, key)).text);
    }
    await liveThrough(portal);
    for (const key of routeKeys.filter(each => each.startsWith('GET '))) {
      texts.set(key, (await ask(portal, key)).text);
    }
    for (const key of routeKeys.filter(each => 'csv' in contract[each])) {
      const { text } = await ask(portal, key, { format: 'csv' });
      texts.set(`${key} as CSV`, text);
    }
  });

  afterAll(() => portal.stop());

  it('asks every route', () => {
    const asked = Object.keys(contract).filter(
      key => !key.startsWith('DELETE'),
    );
    expect([...texts.keys()]).toEqual(expect.arrayContaining(asked));
    expect(JSON.parse(texts.get('GET /deadline')!)).toMatchObject({
      state: 'missed',
    });
  });

  it.each(realNames)('no answer names %s', name => {
    const word = new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`);
    const naming = [...texts].filter(([, text]) => word.test(text));
    expect(naming.map(([key]) => key)).toEqual([]);
  });

  it.each(realNumbers)('no answer holds %d', number => {
    const written = [String(number), number.toLocaleString('en-US')];
    const digits = written.map(each => `(?<![\\d.,])${escaped(each)}(?![\\d])`);
    const holding = [...texts].filter(([, text]) =>
      new RegExp(digits.join('|')).test(text),
    );
    expect(holding.map(([key]) => key)).toEqual([]);
  });

  it('has no number as it is really published', () => {
    const { numbers } = JSON.parse(texts.get('GET /decision/numbers')!);
    const published = (numbers as DecisionNumber[])
      .filter(({ replaced }) => replaced === null)
      .map(({ id, low, high }) => [id, [low, high]] as const);
    for (const [id, bounds] of published) {
      const actual = real.numbers[id];
      expect(bounds).not.toEqual(actual && [actual.low, actual.high]);
    }
    expect(numbers.length).toBeGreaterThan(40);
  });

  it.each(invented.options)(
    'names $title with its numbers',
    ({ id, title }) => {
      const { numbers } = JSON.parse(texts.get('GET /decision/numbers')!);
      const own = (numbers as DecisionNumber[]).filter(
        ({ option }) => option?.id === id,
      );
      expect(own.length).toBeGreaterThan(0);
      expect(own[0].option!.title).toBe(title);
    },
  );

  it('judges by the invented bounds', () => {
    const { options }: DecisionOptions = JSON.parse(
      texts.get('GET /decision/options')!,
    );
    expect(options.map(({ id }) => id).sort()).toEqual(
      invented.options.map(({ id }) => id).sort(),
    );
    for (const { id, numbers } of invented.options) {
      const { requirements } = options.find(each => each.id === id)!;
      const requires = (fact: string) =>
        requirements.find(each => each.id === fact)?.requires;
      const { team } = numbers;
      const least = team && 'low' in team ? team.low : undefined;
      expect(requires('team')).toContain(String(least));
    }
  });

  it('has sentences follow', () => {
    const { numbers } = invented;
    // The example of the contract replaces it.
    const cap = 8;
    const checklist = texts.get('GET /decision/checklist')!;
    expect(checklist).toContain(`Limit to ${cap} plugins`);
    expect(checklist).toContain(`minimum ${numbers.leastTeam.low}`);
    const deadline = texts.get('GET /deadline')!;
    expect(deadline).toContain(numbers.averageAdoption.title);
    expect(deadline).toContain('It is time to decide how to proceed.');
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
