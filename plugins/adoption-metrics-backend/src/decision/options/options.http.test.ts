import { DecisionOptions } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const own = {
  id: 'beacon',
  title: 'Beacon',
  approach: 'buy',
  source: { title: 'Offer', date: '2026-11' },
  numbers: {
    team: { low: 1, high: 1 },
    monthsToValue: { low: 1, high: 2 },
    fee: { low: 10_000, high: 10_000 },
  },
};

describe.each(testedDatabases())('options over HTTP, %p', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const config = { decision: { options: [own] } };
    portal = await startUptimePortal(engine, { config });
  });
  afterAll(() => portal.stop());

  async function read(query = ''): Promise<DecisionOptions> {
    const answer = await portal
      .send('get', `/decision/options${query}`)
      .set('Authorization', person);
    expectDocumented('/decision/options', 'get', answer);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  const answers = (given: object) =>
    portal
      .send('put', '/decision/answers')
      .set('Authorization', person)
      .send({ answers: given })
      .expect(200);

  it('says what it would do without a deadline', async () => {
    const { verdict, today, options } = await read();
    expect(today).toBe('2026-11-23');
    expect(verdict).toMatchObject({ state: 'undecided', deadline: null });
    expect(verdict.sentence).toMatch(/^No deadline is set, so no decision/);
    expect(options.some(({ state }) => state === 'fits')).toBe(false);
  });

  it('ranks an option of the organization like others, once it is known to fit', async () => {
    await answers({ team: 2, monthsUntilNeeded: 6 });
    const { options, recommendation } = await read();
    expect(options[0]).toMatchObject({
      id: 'beacon',
      state: 'fits',
      rank: 1,
      team: { needed: { low: 1, high: 1 }, have: 2, gap: 0 },
      value: { earliest: '2026-12-23', latest: '2027-01-23' },
      cost: { allIn: { low: 160_000, high: 160_000 } },
    });
    expect(recommendation).toMatchObject({
      state: 'recommended',
      options: ['beacon'],
    });
    await answers({ team: null });
    expect((await read()).recommendation.state).toBe('provisional');
  });

  it('are compared again only once something has changed', async () => {
    const { computedAt } = await read();
    portal.time.now += 1_000;
    expect((await read()).computedAt).toBe(computedAt);
    await answers({ team: 3 });
    const answered = (await read()).computedAt;
    expect(answered).not.toBe(computedAt);
    portal.time.now += 1_000;
    await portal
      .send('put', '/decision/numbers/leastTeam')
      .set('Authorization', person)
      .send({ low: 5, why: 'Ours' })
      .expect(200);
    const replaced = (await read()).computedAt;
    expect(replaced).not.toBe(answered);
    await portal.knex('deadlines').insert({
      source: 'api',
      start_day: 20_700,
      deadline_day: 20_900,
      goal: 0.3,
      hold: 2,
      is_current: true,
      set_at: portal.time.now,
    });
    expect((await read()).verdict.deadline).not.toBeNull();
    await portal.knex('deadlines').delete();
  });

  it('sorts as asked', async () => {
    const idsBy = async (sort: string) =>
      (await read(`?sort=${sort}`)).options.map(({ id }) => id);
    const byTitle = await idsBy('title');
    expect(byTitle[0]).toBe('beacon');
    const byTeam = (await read('?sort=team')).options.map(
      ({ team }) => team!.needed.low!,
    );
    expect(byTeam).toEqual([...byTeam].sort((a, b) => a - b));
    const byCost = (await read('?sort=cost')).options.map(
      ({ cost }) => cost.allIn?.low ?? Infinity,
    );
    expect(byCost).toEqual([...byCost].sort((a, b) => a - b));
    for (const sort of ['rank', 'value', 'people', 'cost-per-active']) {
      expect((await idsBy(sort)).toSorted()).toEqual(byTitle.toSorted());
    }
  });

  it('refuses an order that is none', async () => {
    const answer = await portal
      .send('get', '/decision/options?sort=luck')
      .set('Authorization', person);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(/'sort' is 'luck'; expected/);
  });

  it('comes as a table', async () => {
    const { text } = await portal
      .send('get', '/decision/options?format=csv&sort=title')
      .set('Authorization', person)
      .expect(200);
    expect(text.split('\r\n')[1]).toMatch(/^beacon,Beacon,buy,/);
  });
});

it('are for those only who may see options and money', async () => {
  const [[engine]] = testedDatabases();
  const portal = await startUptimePortal(engine, {
    config: { administrators: [] },
  });
  // The permission framework is off, which permits nothing.
  const answer = await portal
    .send('get', '/decision/options')
    .set('Authorization', person);
  expect(answer.status).toBe(403);
  expect(JSON.stringify(answer.body)).not.toMatch(/\d{4,}/);
  await portal.stop();
});
