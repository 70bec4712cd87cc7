import { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  CollectedEvent,
  PageLoadEvent,
} from 'backstage-plugin-adoption-metrics-common';
import {
  batchOf,
  instantOn,
  setUpIngest,
} from '../../activity/__testUtils__/ingest';
import { serveRoutes } from '../../http/__testUtils__/serveRoutes';
import { SampleStore } from '../../samples';
import { alwaysChanging, sampleOf } from '../../samples/__testUtils__/samples';
import { ReportingZone, trailingDays } from '../../time';
import { PageLoadStore } from '../PageLoadStore';
import { measurementsOf, readWindow } from '../measurements';
import { PageLoadReporter } from '../PageLoadReporter';
import { createPageLoadCounter } from '../pageLoadCounter';
import { createPageLoadRoutes } from '../routes';

const TARGET_MS = 5_000;
const zone = ReportingZone.create('Europe/Berlin');

const at = (day: number) => new Date(instantOn(day)).toISOString();

function load(
  day: number,
  duration: number,
  overrides: Partial<PageLoadEvent> = {},
): CollectedEvent {
  return {
    type: 'page-load',
    at: at(day),
    kind: 'initial',
    method: 'lcp',
    routeId: 'catalog:index',
    duration,
    ...overrides,
  };
}

const events: CollectedEvent[] = [
  load(0, 1),
  load(0, 2),
  load(0, 8, { method: 'load-event', routeId: 'home' }),
  load(0, 1, { kind: 'route', method: 'quiet' }),
  load(1, 4),
  ...['home', 'catalog:index', 'home', 'home'].map(
    routeId =>
      ({ type: 'navigation', at: at(0), kind: 'initial', routeId } as const),
  ),
  {
    type: 'page-load-discard',
    at: at(0),
    kind: 'initial',
    reason: 'superseded',
  },
  { type: 'dropped-events', at: at(0), reason: 'too-old', count: 3 },
];

/** The routes over two days of events; `close` measures the 28 days of a day. */
export async function setUp(engine: TestDatabaseId, targetMs = TARGET_MS) {
  const counter = createPageLoadCounter({ targetMs: TARGET_MS, zone });
  const { knex, committer } = await setUpIngest(engine, [counter]);
  await committer.commit([batchOf('ada', events)]);
  const store = new PageLoadStore(knex, targetMs);
  const samples = new SampleStore(knex);
  const reporter = new PageLoadReporter({
    clock: { now: () => instantOn(1) },
    zone,
    store,
    samples,
    targetMs,
  });
  const routes = serveRoutes(createPageLoadRoutes(reporter, alwaysChanging));
  return {
    knex,
    allow: routes.allow,
    get: (path: string) => routes.get(`/page-load/${path}`),
    /** Lets a page load quickly, by default on the first day. */
    load: (times: number, day = 0) =>
      committer.commit([
        batchOf(
          'ben',
          Array.from({ length: times }, () => load(day, 1)),
        ),
      ]),
    async close(day: number) {
      const counted = new PageLoadStore(knex, TARGET_MS);
      const window = await readWindow(counted, trailingDays(day, 28));
      const common = { metric: 'page-load' as const, day, coverage: undefined };
      const empty = { numerator: undefined, denominator: undefined };
      await samples.replaceDay(
        'page-load',
        day,
        [
          { dimension: 'headline', member: '', value: 1 },
          ...(await measurementsOf(window, TARGET_MS)),
        ].map(m => ({ ...sampleOf({ ...common, ...empty }), ...m })),
      );
    },
  };
}
