import { MetricId } from 'backstage-plugin-adoption-metrics-common';
import { overallVerdict } from '../deadline/overall';
import {
  metricOn,
  openRecordedPortal,
  testedDatabases,
  RecordedPortal,
} from './__testUtils__/recordedPortal';

// The examples by which the targets are explained, with their numbers. Stores
// are tested on every engine; here it is the numbers that matter.
const [[engine]] = testedDatabases();

async function readMetric(
  metric: MetricId,
  record: (portal: RecordedPortal) => Promise<void>,
) {
  const portal = await openRecordedPortal(engine);
  await record(portal);
  return metricOn(await portal.scorecard(), metric);
}

describe('adoption target 30%: the share of developers who are active', () => {
  it.each([
    [90, 300, '30% (90 of 300)', 'met', 0],
    [89, 300, '29.7% (89 of 300)', 'missed', 1],
    [24, 300, '8% (24 of 300)', 'missed', 66],
    [12, 150, '8% (12 of 150)', 'missed', 33],
    [0, 150, '0% (0 of 150)', 'missed', 45],
    [250, 500, '50% (250 of 500)', 'met', 0],
    [0, 500, '0% (0 of 500)', 'missed', 150],
    [0, 38, '0% (0 of 38)', 'missed', 12],
    [0, 47, '0% (0 of 47)', 'missed', 15],
  ])(
    '%d of %d: %s, %s, %d short',
    async (active, developers, text, status, short) => {
      const metric = await readMetric('active-users', portal =>
        portal.recordActive(active, developers),
      );
      expect(metric).toMatchObject({
        status,
        facts: { 'users-needed': short },
      });
      expect(metric.statement).toBe(
        `Active users: ${text}, ${
          status === 'met' ? 'on' : 'below'
        } target (at least 30%).`,
      );
    },
  );

  it('gives 89 of 300 as 29.67%', async () => {
    const { value } = await readMetric('active-users', portal =>
      portal.recordActive(89, 300),
    );
    expect(value).toBeCloseTo(0.2967, 4);
  });
});

describe('page load under 5 seconds: the 75th percentile of 40 loads', () => {
  it.each([
    [12, 'missed'],
    [5, 'missed'],
    [4.999, 'met'],
    [3.2, 'met'],
  ])('%d s: %s', async (seconds, status) => {
    const metric = await readMetric('page-load', portal =>
      portal.recordLoads(40, seconds),
    );
    expect(metric).toMatchObject({ status, sampleCount: 40 });
    expect(Math.abs(metric.value! - seconds)).toBeLessThan(seconds / 100);
    expect(metric.name).toBe('Page load, 75th percentile');
  });

  it('has no verdict on too few loads', async () => {
    const metric = await readMetric('page-load', portal =>
      portal.recordLoads(29, 3.2),
    );
    expect(metric).toMatchObject({
      status: 'undecided',
      reason: 'too-few-samples',
    });
  });
});

describe('stale catalog under 2%: stale entities of those in scope', () => {
  it.each([
    [7, 47, '14.9%', 'missed', 'above', 7],
    [0, 47, '0%', 'met', 'on', 0],
    [1, 47, '2.1%', 'missed', 'above', 1],
    [1, 100, '1%', 'met', 'on', 0],
    [3, 200, '1.5%', 'met', 'on', 0],
    [4, 200, '2%', 'missed', 'not below', 1],
  ])(
    '%d of %d: %s, %s, %s target, %d fixes needed',
    async (stale, total, percent, status, standing, fixes) => {
      const metric = await readMetric('stale-entities', portal =>
        portal.recordCatalog(stale, total),
      );
      expect(metric).toMatchObject({
        status,
        facts: { 'fixes-needed': fixes },
      });
      expect(metric.statement).toBe(
        `Stale catalog entities: ${percent} (${stale} of ${total}), ${standing} target (under 2%).`,
      );
    },
  );

  it('gives 1 of 47 as 2.13%', async () => {
    const { value } = await readMetric('stale-entities', portal =>
      portal.recordCatalog(1, 47),
    );
    expect(value).toBeCloseTo(0.0213, 4);
  });
});

interface Story {
  active?: [number, number];
  loads?: number;
  downtime?: number;
  stale?: [number, number];
}

async function scorecardOf({ active, loads, downtime, stale }: Story) {
  const portal = await openRecordedPortal(engine);
  await (active && portal.recordActive(...active));
  await (loads && portal.recordLoads(40, loads));
  await (downtime && portal.recordDowntime(downtime));
  await (stale && portal.recordCatalog(...stale));
  return portal.scorecard();
}

describe('the verdict across the four', () => {
  /** 50%, 3.2 s, 99.95% and under 1%. */
  const success: Story = {
    active: [250, 500],
    loads: 3.2,
    downtime: 21.6,
    stale: [9, 1_000],
  };
  /** 8%, 12 s, 95% and 15%. */
  const failure: Story = {
    active: [12, 150],
    loads: 12,
    downtime: 36 * 60,
    stale: [7, 47],
  };

  it.each([
    ['success: 4 of 4', success, 4, 'healthy'],
    ['failure: 0 of 4', failure, 0, 'failing'],
    ['no data: 0 of 4, and no failure', {}, 0, 'insufficient-data'],
    [
      'no loads: 3 of 4',
      { ...success, loads: undefined },
      3,
      'insufficient-data',
    ],
    ['slow loads: 3 of 4', { ...success, loads: 12 }, 3, 'mixed'],
  ] as const)('%s', async (_, story: Story, met, state) => {
    const scorecard = await scorecardOf(story);
    expect(scorecard.met).toBe(met);
    expect(overallVerdict(scorecard.metrics)).toMatchObject({ met, state });
  });
});

describe('the opening scenario: 47 services, 8%, three regular users', () => {
  it.each([
    ['3 are 7.9%', 3, '7.9% (3 of 38)', 9],
    ['one more is 2.6 points more', 4, '10.5% (4 of 38)', 8],
  ])('of 38 developers, %s', async (_, active, text, short) => {
    const metric = await readMetric('active-users', portal =>
      portal.recordActive(active, 38),
    );
    expect(metric.statement).toContain(`: ${text}, `);
    expect(metric.facts['users-needed']).toBe(short);
  });
});
