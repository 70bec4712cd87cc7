import { defaultTargets, metricIds } from './metrics';
import { adoptionMetricsPermissions } from './permissions';
import {
  BatchOutcomeSchema,
  CollectedEventSchema,
  DaySchema,
  EventBatchSchema,
  Metric,
  InstantSchema,
  ScorecardSchema,
  SeriesSchema,
} from './contract/schemas';
import { MAX_EVENTS_PER_BATCH } from './vocabulary';

const at = '2026-03-02T12:00:00.000Z';
const batchId = '5f0c2f1e-8f0b-4a53-9f0e-0d7f7a4c2b11';

const interaction = {
  type: 'interaction',
  at,
  action: 'click',
  pluginId: 'catalog',
};
const pageLoad = {
  type: 'page-load',
  at,
  kind: 'initial',
  method: 'lcp',
  routeId: 'page:catalog/entity',
  duration: 1.25,
};
const discard = {
  type: 'page-load-discard',
  at,
  kind: 'route',
  reason: 'hidden',
};

function metric(id: Metric['id']): Metric {
  return {
    id,
    name: 'A metric',
    unit: 'share',
    value: null,
    target: defaultTargets[id],
    status: 'undecided',
    reason: 'no-data',
    statement: 'Nothing is known yet.',
    coverage: null,
    window: null,
    definition: { version: 1, text: 'What it means.', wording: { text: [] } },
    today: null,
    sparkline: [{ day: '2026-03-01', value: null }],
    delta: null,
    facts: { incidents: 0 },
    notes: [],
    wording: { statement: [], notes: [] },
    asOf: null,
  };
}

const scorecard = {
  computedAt: at,
  timeZone: 'Europe/Berlin',
  closedThrough: null,
  firstMetricsOn: '2026-11-24',
  met: 0,
  metrics: metricIds.map(metric),
  sampleHistory: null,
};

const series = {
  metric: 'uptime',
  unit: 'share',
  timeZone: 'UTC',
  granularity: 'day',
  from: '2026-03-01',
  to: '2026-03-02',
  target: { operator: '>=', value: 0.999 },
  points: [],
};

describe('event schemas', () => {
  it.each([
    interaction,
    { ...interaction, extensionId: 'page:catalog' },
    pageLoad,
    { ...pageLoad, duration: 0 },
    { ...pageLoad, duration: 60 },
    discard,
  ])('accept %j', event => {
    expect(CollectedEventSchema.parse(event)).toEqual(event);
  });

  it.each([
    ['action', { ...interaction, action: 'search: secret plans' }],
    ['action', { ...interaction, action: '' }],
    ['pluginId', { ...interaction, pluginId: 'https://example.com/?q=a b' }],
    ['pluginId', { ...interaction, pluginId: 'x'.repeat(129) }],
    ['pluginId', { ...interaction, pluginId: undefined }],
    ['at', { ...interaction, at: '2026-03-02' }],
    ['at', { ...interaction, at: 1_772_000_000_000 }],
    ['at', { ...interaction, at: '2026-03-02T12:00:00+01:00' }],
    ['duration', { ...pageLoad, duration: -0.1 }],
    ['duration', { ...pageLoad, duration: 60.1 }],
    ['duration', { ...pageLoad, duration: '1' }],
    ['method', { ...pageLoad, method: 'guess' }],
    ['reason', { ...discard, reason: 'bored' }],
    ['type', { ...interaction, type: 'keystroke' }],
  ])('refuse a wrong %s: %j', (field, event) => {
    const result = CollectedEventSchema.safeParse(event);
    expect(result.error?.issues[0].path).toEqual([field]);
  });

  it('forget what is not part of an event', () => {
    expect(CollectedEventSchema.parse({ ...interaction, title: 'x' })).toEqual(
      interaction,
    );
  });

  it('limit the size of a batch', () => {
    const batch = (size: number) => ({
      batchId,
      events: Array.from({ length: size }, () => interaction),
    });
    const accepts = (size: number) =>
      EventBatchSchema.safeParse(batch(size)).success;
    expect(accepts(1)).toBe(true);
    expect(accepts(MAX_EVENTS_PER_BATCH)).toBe(true);
    expect(accepts(0)).toBe(false);
    expect(accepts(MAX_EVENTS_PER_BATCH + 1)).toBe(false);
  });

  it('describe what became of a batch', () => {
    const outcome = { batchId, accepted: 1, rejected: 0, faults: [] };
    expect(BatchOutcomeSchema.parse(outcome)).toEqual(outcome);
    const negative = { ...outcome, accepted: -1 };
    expect(BatchOutcomeSchema.safeParse(negative).success).toBe(false);
  });
});

describe('answer schemas', () => {
  it('accept a scorecard on which nothing is known yet', () => {
    expect(ScorecardSchema.parse(scorecard)).toEqual(scorecard);
  });

  it.each([
    ['three metrics', { metrics: scorecard.metrics.slice(1) }],
    [
      'an unknown fact',
      { metrics: scorecard.metrics.map(f => ({ ...f, facts: { luck: 1 } })) },
    ],
    ['a missing time', { computedAt: undefined }],
  ])('refuse a scorecard with %s', (_case, wrong) => {
    const result = ScorecardSchema.safeParse({ ...scorecard, ...wrong });
    expect(result.success).toBe(false);
  });

  it('accept a series, and refuse an unknown metric or period', () => {
    expect(SeriesSchema.parse(series)).toEqual(series);
    const accepts = (change: object) =>
      SeriesSchema.safeParse({ ...series, ...change }).success;
    expect(accepts({ metric: 'happiness' })).toBe(false);
    expect(accepts({ granularity: 'year' })).toBe(false);
    expect(accepts({ from: '1 March' })).toBe(false);
  });

  it('write days and instants in one way', () => {
    expect(DaySchema.safeParse('2026-03-02').success).toBe(true);
    expect(DaySchema.safeParse('2026-3-2').success).toBe(false);
    expect(InstantSchema.safeParse(at).success).toBe(true);
    expect(InstantSchema.safeParse('yesterday').success).toBe(false);
  });
});

describe('permissions', () => {
  it('are distinguished by what they allow', () => {
    expect(
      adoptionMetricsPermissions.map(({ name, attributes }) => [
        name,
        attributes.action,
      ]),
    ).toEqual([
      ['adoption-metrics.scorecard.read', 'read'],
      ['adoption-metrics.people.manage', 'update'],
      ['adoption-metrics.uptime.manage', 'update'],
      ['adoption-metrics.uptime.report', 'create'],
      ['adoption-metrics.deadline.manage', 'update'],
      ['adoption-metrics.decision.read', 'read'],
      ['adoption-metrics.decision.manage', 'update'],
      ['adoption-metrics.portals.report', 'create'],
    ]);
  });
});
