import { randomUUID } from 'node:crypto';
import { Metric } from 'backstage-plugin-adoption-metrics-common';
import {
  component,
  entity,
  orphan,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { Scrape } from './__testUtils__/Scrape';

jest.setTimeout(120_000);

const payments = ['group:default/payments'];
const NOW = Date.UTC(2026, 10, 30, 10);

describe.each(testedDatabases())('OpenTelemetry, %p', engine => {
  const time = { now: NOW };
  let scrape: Scrape;
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    scrape = await Scrape.start();
    portal = await startPortal(engine, {
      clock: { now: () => time.now },
      entities: [
        entity('User', 'ada', { memberOf: 'payments' }),
        entity('User', 'ben', { memberOf: 'payments' }),
        entity('Group', 'payments'),
        component('shop', payments, orphan),
        component('store', payments),
      ],
      config: { adoptionMetrics: { administrators: ['user:default/ada'] } },
    });
    await portal.collect();
    await portal.scheduler.triggerTask('catalog-scan');
  });
  afterAll(async () => {
    await portal?.stop();
    await scrape?.stop();
  });

  const post = (name: string, ...events: object[]) =>
    portal.post('/events', user(name), { batchId: randomUUID(), events });

  const at = new Date(NOW).toISOString();
  const navigate = {
    type: 'interaction',
    at,
    action: 'navigate',
    pluginId: 'catalog',
  };

  it('observes what the scorecard says, and nothing that is unknown', async () => {
    const values = await scrape.values();
    const { body } = await portal.get('/scorecard', user('ada'));
    for (const metric of body.metrics as Metric[]) {
      const name = `adoption_metrics_${metric.id.replace('-', '_')}`;
      expect([metric.id, values.get(`${name}_value`) ?? null]).toEqual([
        metric.id,
        metric.value,
      ]);
      expect(values.get(`${name}_target`)).toBe(metric.target.value);
      for (const status of ['met', 'missed', 'undecided']) {
        const labels = `adoption_metrics_metric_id="${metric.id}",adoption_metrics_status="${status}"`;
        expect(values.get(`adoption_metrics_metric_status{${labels}}`)).toBe(
          status === metric.status ? 1 : 0,
        );
      }
      const ofMetric = `{adoption_metrics_metric_id="${metric.id}"}`;
      expect(
        values.get(`adoption_metrics_metric_coverage${ofMetric}`) ?? null,
      ).toBe(metric.coverage);
      expect(
        values.get(`adoption_metrics_metric_evidence_age${ofMetric}`) ?? null,
      ).toBe(metric.asOf && (NOW - Date.parse(metric.asOf)) / 1_000);
    }
    expect(values.get('adoption_metrics_stale_entities_value')).toBe(0.5);
    expect(values.has('adoption_metrics_active_users_value')).toBe(false);
    expect(values.has('adoption_metrics_page_load_value')).toBe(false);
    expect([...values.keys()].join()).not.toContain('deadline');
  });

  it('lets evidence age while nothing is read anew', async () => {
    const age =
      'adoption_metrics_metric_evidence_age{adoption_metrics_metric_id="stale-entities"}';
    const before = (await scrape.values()).get(age)!;
    time.now += 20_000;
    expect((await scrape.values()).get(age)).toBe(before + 20);
  });

  it('counts what browsers send, whether it is new, known or refused', async () => {
    const first = await post(
      'ada',
      navigate,
      { ...navigate, pluginId: 'a b' },
      { type: 'dropped-events', at, reason: 'too-old', count: 7 },
    );
    expect(first.body).toMatchObject({ accepted: 2, rejected: 1 });
    const { batchId } = first.body;
    await portal.post('/events', user('ada'), { batchId, events: [navigate] });
    await post('guest', navigate);
    const values = await scrape.values();
    const counted = (name: string, label: string) =>
      values.get(`adoption_metrics_${name}_total{adoption_metrics_${label}}`);
    expect({
      batches: ['accepted', 'replayed', 'rejected', 'failed'].map(outcome =>
        counted('ingest_batches', `outcome="${outcome}"`),
      ),
      events: ['accepted', 'replayed', 'rejected'].map(outcome =>
        counted('ingest_events', `outcome="${outcome}"`),
      ),
      dropped: ['too-old', 'refused'].map(reason =>
        counted('ingest_dropped_events', `drop_reason="${reason}"`),
      ),
      scans: ['completed', 'failed'].map(outcome =>
        counted('catalog_scans', `outcome="${outcome}"`),
      ),
    }).toEqual({
      batches: [1, 1, 1, 0],
      events: [2, 1, 2],
      dropped: [7, 0],
      scans: [1, 0],
    });
  });

  it('observes the deadline once there is one', async () => {
    const { status } = await portal.put('/deadline', user('ada'), {
      start: '2026-11-30',
      date: '2027-03-01',
      goal: 0.3,
      recipients: ['group:default/payments'],
    });
    expect(status).toBe(200);
    time.now += 60_000;
    const values = await scrape.values();
    expect(values.get('adoption_metrics_deadline_remaining')).toBe(91);
    expect(values.get('adoption_metrics_deadline_goal')).toBe(0.3);
    expect(
      values.get(
        'adoption_metrics_deadline_state{adoption_metrics_state="insufficient-data"}',
      ),
    ).toBe(1);
    expect(values.has('adoption_metrics_deadline_probability')).toBe(false);
  });

  it('names nobody, no team and no entity', async () => {
    const series = [...(await scrape.values()).keys()].join('\n');
    expect(series).not.toMatch(
      /\b(ada|ben|payments|shop|store)\b|(user|group):/i,
    );
    // So that no label can grow without bound.
    expect((await scrape.values()).size).toBeLessThan(100);
  });

  it('does not fail where the database does', async () => {
    time.now += 11 * 60_000;
    const rename = (from: string, to: string) =>
      portal.knex.schema.renameTable(from, to);
    await rename('settings', 'settings_away');
    const values = await scrape.values();
    await rename('settings_away', 'settings');
    expect(values.get('adoption_metrics_uptime_target')).toBeNaN();
    expect(
      values.get(
        'adoption_metrics_ingest_batches_total{adoption_metrics_outcome="accepted"}',
      ),
    ).toBe(1);
    const warnings = portal.lines.filter(line =>
      line.includes('Some OpenTelemetry gauges'),
    );
    expect(warnings).toHaveLength(1);
    time.now += 60_000;
    const again = await scrape.values();
    expect(again.get('adoption_metrics_uptime_target')).toBe(0.999);
  });
});
