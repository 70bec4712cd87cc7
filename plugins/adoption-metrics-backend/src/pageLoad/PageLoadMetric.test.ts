import { inEnglish } from 'backstage-plugin-adoption-metrics-common';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  CollectedEvent,
  PageLoadEvent,
} from 'backstage-plugin-adoption-metrics-common';
import {
  batchOf,
  DAY_0,
  instantOn,
  setUpIngest,
  testedDatabases,
} from '../activity/__testUtils__/ingest';
import { PageLoadStore } from './PageLoadStore';
import { createPageLoadCounter } from './pageLoadCounter';
import { SampleStore } from '../samples';
import { ReportingZone } from '../time';
import { sampleOf, unkept } from '../samples/__testUtils__/samples';
import { under } from '../scorecard/__testUtils__/metrics';
import { PageLoadMetric } from './PageLoadMetric';

const TARGET_MS = 5_000;

function load(
  day: number,
  duration: number,
  kind: 'initial' | 'route' = 'initial',
): PageLoadEvent {
  const at = new Date(instantOn(day)).toISOString();
  const routeId = 'catalog:index';
  return { type: 'page-load', method: 'lcp', at, kind, routeId, duration };
}

function navigation(kind: 'initial' | 'route'): CollectedEvent {
  const at = new Date(instantOn(0)).toISOString();
  return { type: 'navigation', at, kind, routeId: 'catalog:index' };
}

function discard(reason: 'hidden' | 'sleep'): CollectedEvent {
  const at = new Date(instantOn(0)).toISOString();
  return { type: 'page-load-discard', at, kind: 'initial', reason };
}

async function setUp(
  engine: TestDatabaseId,
  targetMs = TARGET_MS,
  heldFrom?: number,
) {
  const ingest = await setUpIngest(engine, [
    createPageLoadCounter({
      targetMs: TARGET_MS,
      zone: ReportingZone.create('Europe/Berlin'),
    }),
  ]);
  const samples = new SampleStore(ingest.knex);
  const metric = new PageLoadMetric({
    target: under(targetMs / 1000),
    zone: ReportingZone.create('UTC'),
    loads: new PageLoadStore(ingest.knex, targetMs),
    samples,
    hourly: unkept,
    heldFrom: async () => heldFrom,
  });
  async function measureLoads(events: CollectedEvent[]) {
    await ingest.committer.commit([batchOf('ada', events)]);
    const rows = (await metric.measure(DAY_0)).map(measurement => ({
      ...sampleOf({ metric: 'page-load', day: DAY_0, coverage: undefined }),
      numerator: undefined,
      denominator: undefined,
      ...measurement,
    }));
    await samples.replaceDay('page-load', DAY_0, rows);
    return metric.read({ now: instantOn(1), closedDay: DAY_0 });
  }
  return { metric, measureLoads };
}

const loads = (count: number, duration: number) =>
  Array.from({ length: count }, () => load(0, duration));

describe.each(testedDatabases())('PageLoadMetric, %p', engine => {
  it('knows nothing before anything was measured', async () => {
    const { metric, measureLoads } = await setUp(engine);
    const noData = { status: 'undecided', reason: 'no-data' };
    const time = { now: instantOn(0), closedDay: undefined };
    expect((await metric.read(time)).verdict).toEqual(noData);
    expect(await measureLoads([load(1, 2)])).toMatchObject({
      value: undefined,
      verdict: noData,
      today: { count: 0, value: null },
    });
  });

  it('has no verdict on fewer than 30 loads', async () => {
    const { measureLoads } = await setUp(engine);
    expect(await measureLoads(loads(29, 2))).toMatchObject({
      sampleCount: 29,
      verdict: { status: 'undecided', reason: 'too-few-samples' },
    });
    const reading = await measureLoads([load(0, 2), load(0, 9, 'route')]);
    expect(reading).toMatchObject({
      sampleCount: 30,
      verdict: { status: 'met' },
      facts: { 'share-within-target': 1, 'route-loads': 1 },
    });
    expect(reading.facts['route-p75']).toBeCloseTo(9, 0);
  });

  it.each([
    ['under the target', 30, 'met'],
    ['at the target', 29, 'missed'],
  ])(
    'shows a percentile %s on its side of it',
    async (_where, fast, status) => {
      const { measureLoads } = await setUp(engine);
      const reading = await measureLoads([
        ...loads(fast, 4.999),
        ...loads(40 - fast, 5),
      ]);
      expect(reading.verdict).toEqual({ status });
      const difference = Math.abs(reading.value! - 5);
      expect(difference).toBeLessThanOrEqual(0.05);
      expect(reading.value! < 5).toBe(status === 'met');
    },
  );

  it('judges by the estimate if the target has changed', async () => {
    const { measureLoads } = await setUp(engine, 3_000);
    const reading = await measureLoads(loads(40, 4));
    expect(reading.verdict).toEqual({ status: 'missed' });
    expect(reading.facts['share-within-target']).toBeUndefined();
    expect(reading.notes.map(inEnglish)).toContainEqual(
      expect.stringContaining('The target changed'),
    );
  });

  it.each([
    [undefined, true],
    [DAY_0 - 27, true],
    [DAY_0 - 26, false],
  ])('can measure a day whose 28 days are held: from %p', async (held, can) => {
    const { metric } = await setUp(engine, TARGET_MS, held);
    expect(await metric.canMeasure(DAY_0)).toBe(can);
  });

  it('breaks down loads by page and by how it was reached, and lists unmeasured loads', async () => {
    const { metric, measureLoads } = await setUp(engine);
    await measureLoads([...loads(4, 2), load(0, 1, 'route'), discard('sleep')]);
    const time = { now: instantOn(1), closedDay: DAY_0 };
    const [routes, inApp, discards] = await metric.breakdowns(time);
    expect(routes.rows).toMatchObject([{ id: 'catalog:index', count: 4 }]);
    expect(routes.rows[0].value).toBeCloseTo(2, 1);
    expect(inApp.rows).toMatchObject([{ id: 'catalog:index', count: 1 }]);
    expect(discards.rows).toEqual([
      { id: 'initial-sleep', label: 'initial: sleep', value: 1 },
    ]);
  });

  it('shows the share of navigations that was measured', async () => {
    const { measureLoads } = await setUp(engine);
    const navigations = Array.from({ length: 50 }, () => navigation('initial'));
    const reading = await measureLoads([
      ...loads(40, 2),
      ...navigations,
      navigation('route'),
      discard('hidden'),
      discard('hidden'),
      discard('sleep'),
    ]);
    expect(reading.coverage).toBe(0.8);
    expect(reading.notes.map(inEnglish)).toEqual([
      expect.stringMatching(/^Only 80% .*\(40 of 50\).*'in a hidden tab'/),
    ]);
  });

  it.each([
    [40, 40, 1, []],
    [36, 40, 0.9, []],
    [40, 39, undefined, [expect.stringContaining('Coverage is unknown')]],
    [40, 0, undefined, [expect.stringContaining('Coverage is unknown')]],
  ])(
    'of %d loads and %d navigations has the coverage %p',
    async (measured, navigations, coverage, notes) => {
      const { measureLoads } = await setUp(engine);
      const reading = await measureLoads([
        ...loads(measured, 2),
        ...Array.from({ length: navigations }, () => navigation('initial')),
      ]);
      expect(reading.coverage).toBe(coverage);
      expect(reading.notes.map(inEnglish)).toEqual(notes);
    },
  );

  it('notes how loads were timed and how many events were dropped', async () => {
    const { measureLoads } = await setUp(engine);
    const byEvent = { method: 'load-event' } as const;
    const at = new Date(instantOn(0)).toISOString();
    const { notes } = await measureLoads([
      ...loads(17, 2),
      { ...load(0, 2), ...byEvent },
      { ...load(0, 2), ...byEvent },
      ...Array.from({ length: 19 }, () => navigation('initial')),
      { type: 'dropped-events', at, reason: 'too-old', count: 7 },
    ]);
    expect(notes.map(inEnglish)).toEqual([
      expect.stringMatching(/^10.5% of the loads are timed by the load event/),
      expect.stringMatching(/^Events .* dropped before delivery: 7\.$/),
    ]);
  });
});
