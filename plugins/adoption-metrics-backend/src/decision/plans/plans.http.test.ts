import { DecisionPlans } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import { headline } from '../../deadline/__testUtils__/weeks';
import { SampleStore } from '../../samples';
import { formatDay, parseDay } from '../../time';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';

const [[engine]] = testedDatabases();

async function read(config: object, weeks: number): Promise<DecisionPlans> {
  const portal = await startUptimePortal(engine, { config: config as never });
  const samples = new SampleStore(portal.knex);
  const last = parseDay('2026-11-22')!;
  // At 10% of 300, up to the Sunday before the tests take place.
  for (let day = last - (weeks - 1) * 7; day <= last; day += 7) {
    const sample = headline(formatDay(day), 30);
    await samples.replaceDay('active-users', day, [sample]);
  }
  const answer = await portal
    .send('get', '/decision/plans')
    .set('Authorization', person);
  expectDocumented('/decision/plans', 'get', answer);
  await portal.stop();
  return answer.body;
}

describe('plans over HTTP', () => {
  it('count from the launch that is configured', async () => {
    const { launchedOn, plans } = await read({ launchedOn: '2025-11-22' }, 40);
    expect(launchedOn).toBe('2025-11-22');
    expect(plans.map(({ id }) => id)).toEqual(['12-18-months', '18-24-months']);
    const [short] = plans;
    expect(short.milestones[0]).toEqual({ day: '2025-11-22', share: 0 });
    expect(short.expected).toBeCloseTo(0.125);
    expect(short.monthsAhead).toBeCloseTo(9.6 - 12);
    expect(short.source).toMatchObject({ grade: 'published, unverified' });
  });

  it('compare with nothing before a week was measured', async () => {
    const { plans } = await read({ launchedOn: '2025-11-22' }, 0);
    expect(plans[0]).toMatchObject({ expected: null, monthsAhead: null });
  });

  it('begin nowhere while nobody has said when the portal was launched', async () => {
    expect(await read({}, 40)).toMatchObject({ launchedOn: null, plans: [] });
  });
});
