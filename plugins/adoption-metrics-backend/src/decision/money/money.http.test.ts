import { mockCredentials } from '@backstage/backend-test-utils';
import { MoneyReport } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';
import { MoneyInputStore } from './MoneyInputStore';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const PATH = '/decision/money';
const ada = 'user:default/ada';

const inputs = {
  roles: [{ title: 'Portal team', year: 'every', fte: 2 }],
  hostingPerYear: { low: 20_000, high: 30_000 },
  spendingSince: '2025-11-23',
  switchCost: { low: 50_000, high: 80_000 },
  parallelMonths: 3,
  note: 'From the budget',
};

describe.each(testedDatabases())('money over HTTP, %p', engine => {
  let portal: Portal;

  // The clock of the portal stands at noon of 23 November 2026.
  beforeAll(async () => {
    portal = await startUptimePortal(engine);
  });
  beforeEach(() => portal.knex('decision_money').delete());
  afterAll(() => portal.stop());

  async function send(method: 'get' | 'put', body?: object) {
    const request = portal.send(method, PATH).set('Authorization', person);
    const answer = await (body ? request.send(body) : request);
    expectDocumented(PATH, method, answer);
    return answer;
  }

  async function read(): Promise<MoneyReport> {
    const { body, status } = await send('get');
    expect(status).toBe(200);
    return body;
  }

  it('begins with what is published', async () => {
    const money = await read();
    expect(money).toMatchObject({
      day: '2026-11-23',
      currency: 'USD',
      mayChange: true,
      developers: null,
      inputs: null,
      ratePerYear: { low: 150_000, high: 150_000 },
    });
    expect(money.current).toMatchObject({
      peopleFrom: 'published',
      following: { low: 900_000, high: 900_000 },
      perDeveloper: { yearOne: null, following: null },
    });
  });

  it('takes what someone says of it, signed', async () => {
    const { body } = await send('put', inputs);
    expect(body.inputs).toEqual({
      ...inputs,
      changedAt: '2026-11-23T12:00:00.000Z',
      changedBy: ada,
    });
    expect(body.current).toMatchObject({
      peopleFrom: 'roles',
      following: { low: 320_000, high: 330_000 },
    });
    expect(body.spent).toMatchObject({
      since: '2025-11-23',
      months: 12,
      people: { low: 300_000, high: 300_000 },
      total: { low: 320_000, high: 330_000 },
    });
    const again = await read();
    expect({ ...again, computedAt: '' }).toEqual({ ...body, computedAt: '' });
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'decision-money-set' }),
    );
  });

  it('keeps all that was ever said, the newest of which holds', async () => {
    await send('put', inputs);
    await send('put', {});
    expect(await read()).toMatchObject({
      inputs: { changedBy: ada },
      current: { peopleFrom: 'published' },
    });
    expect(await portal.knex('decision_money')).toHaveLength(2);
  });

  it('forgets who said it', async () => {
    await send('put', inputs);
    await new MoneyInputStore(portal.knex).forgetAuthor(ada);
    expect((await read()).inputs).toMatchObject({ ...inputs, changedBy: null });
  });

  it.each<[object, RegExp]>([
    [
      { ...inputs, spendingSince: '2026-11-24' },
      /days up to today, 2026-11-23/,
    ],
    [
      { ...inputs, switchCost: { low: 2, high: 1 } },
      /field 'switchCost\.low' is 2; expected numbers up to 'high', 1/,
    ],
    [{ ...inputs, switchCost: 5 }, /field 'switchCost'/],
    [{ ...inputs, roles: [] }, /field 'roles'/],
    [{ ...inputs, roles: [{ title: ' ', year: 'every', fte: 1 }] }, /title/],
    [{ ...inputs, roles: [{ title: 'A', year: 'every', fte: -1 }] }, /fte/],
    [{ ...inputs, parallelMonths: 121 }, /field 'parallelMonths'/],
  ])('refuses %j', async (body, message) => {
    const answer = await send('put', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect(await portal.knex('decision_money')).toEqual([]);
  });

  it('is for nobody without the privilege', async () => {
    const eve = mockCredentials.user.header('user:default/eve');
    for (const method of ['get', 'put'] as const) {
      const request = portal.send(method, PATH).set('Authorization', eve);
      expect((await request.send({})).status).toBe(403);
    }
  });
});
