import {
  diagnosticOf,
  MetricId,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import {
  DefinitionsSchema,
  DiagnosticsSchema,
  ScorecardSchema,
  SeriesSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { AdoptionMetricsConfig } from '../config';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { serveRoutes } from '../http/__testUtils__/serveRoutes';
import { assemble } from '../internals/assemble';
import { Part } from '../parts';
import { HEADLINE, judgeShare } from '../samples';
import { createDiagnostics } from '../scorecard';
import { DAY_MS, parseDay, SettableClock } from '../time';

// A fifth metric's entry in the contract, which is all that stands outside its folder.
jest.mock('../../../adoption-metrics-common/src/metricTable', () => {
  const actual = jest.requireActual(
    '../../../adoption-metrics-common/src/metricTable',
  );
  const invented = {
    unit: 'share',
    target: { operator: '>=', value: 0.8 },
    targetKey: 'searches',
    targetMeaning: 'Least share of searches that lead somewhere',
    decimals: 2,
    rounding: 'down',
    resolution: 0,
    counted: true,
  };
  return { metricTable: { ...actual.metricTable, searches: invented } };
});

jest.mock(
  '../../../adoption-metrics-common/src/wording/sentences/scorecard',
  () => {
    const { scorecardSentences } = jest.requireActual(
      '../../../adoption-metrics-common/src/wording/sentences/scorecard',
    );
    const name = { 'scorecard.name.searches': 'Successful searches' };
    return { scorecardSentences: { ...scorecardSentences, ...name } };
  },
);

const databases = createTestDatabases();
const id = 'searches' as MetricId;
const TODAY = parseDay('2026-03-03')!;
const OPENED = TODAY - 3;

/** A fifth metric's folder: 899 of 1000 searches lead somewhere, every day. */
function createSearches({ targets }: AdoptionMetricsConfig): Part {
  const counts = { numerator: 899, denominator: 1000, coverage: 1 };
  const value = counts.numerator / counts.denominator;
  const target = targets[id];
  const readingAt = (asOf: number) => ({
    ...counts,
    value,
    verdict: judgeShare(counts.numerator, counts.denominator, target),
    window: null,
    today: null,
    facts: {},
    notes: [],
    asOf,
  });
  return {
    metric: {
      id,
      name: 'Successful searches',
      unit: 'share',
      target,
      definition: [
        say('text', { text: 'Searches after which a result is opened.' }),
      ],
      windowDays: 1,
      measure: async () => [
        { dimension: HEADLINE, member: '', value, ...counts },
      ],
      read: async ({ now }) => readingAt(now),
      readDay: async day => readingAt(day * 86_400_000),
      breakdowns: async () => [],
    },
    diagnostics: [
      async () => ({
        ...diagnosticOf('last-batch', { status: 'ok', detail: [] }),
        id: 'searches',
      }),
    ],
  };
}

async function setUp(targets = {}) {
  const clock = new SettableClock(TODAY * DAY_MS);
  const portal = await assemble({
    knex: await databases.create('SQLITE_3'),
    clock,
    adoptionMetrics: { targets },
    installedAt: OPENED * DAY_MS,
    added: config => [createSearches(config)],
  });
  await portal.scorecard.rollup.rollUpDays(new AbortController().signal);
  const diagnostics = createDiagnostics({
    clock,
    parts: portal.folders,
    warnings: [],
  });
  return serveRoutes({
    ...portal.scorecard.part.routes,
    ...diagnostics.part.routes,
  });
}

describe('a fifth metric, of which nothing is known outside its folder and its entry', () => {
  it('is judged on the scorecard, and written as its entry says', async () => {
    const { get } = await setUp();
    const { body } = await get('/scorecard');
    const { metrics, met } = ScorecardSchema.parse(body);
    expect(metrics).toHaveLength(5);
    expect(met).toBe(1);
    expect(metrics[4]).toMatchObject({
      id,
      status: 'met',
      statement:
        'Successful searches: 89.9% (899 of 1,000), on target (at least 80%).',
      delta: { change: 0, previousDay: '2026-03-01' },
    });
  });

  it('has a target that is configured under its key', async () => {
    const { get } = await setUp({ searches: 0.9 });
    const { body } = await get('/definitions');
    expect(DefinitionsSchema.parse(body).definitions[4]).toMatchObject({
      metric: id,
      target: { operator: '>=', value: 0.9 },
      version: 1,
    });
    await expect(setUp({ searches: 90 })).rejects.toThrow(
      'adoptionMetrics.targets.searches is 90; expected shares',
    );
  });

  it('is rolled up day by day, and read as a series', async () => {
    const { get } = await setUp();
    const { body } = await get(
      '/metrics/searches/series?from=2026-02-28&to=2026-03-03',
    );
    const { points } = SeriesSchema.parse(body);
    expect(points.map(({ value }) => value)).toEqual([0.899, 0.899, 0.899]);
  });

  it('has its say in the diagnostics', async () => {
    const { get } = await setUp();
    const { body } = await get('/diagnostics');
    expect(DiagnosticsSchema.parse(body).checks).toContainEqual(
      expect.objectContaining({ id: 'searches', status: 'ok' }),
    );
  });
});
