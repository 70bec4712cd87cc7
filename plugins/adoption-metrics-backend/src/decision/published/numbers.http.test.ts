import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DecisionNumber } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';
import { NumberStore } from './NumberStore';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const LIST = '/decision/numbers';
const eve = mockCredentials.user.header('user:default/eve');
const [[sqlite]] = testedDatabases();

function clientOf(portal: () => Portal) {
  return async (
    method: 'get' | 'put' | 'delete',
    id?: string,
    body?: object,
  ) => {
    const path = id === undefined ? LIST : `${LIST}/${id}`;
    const request = portal().send(method, path).set('Authorization', person);
    const answer = await (body ? request.send(body) : request);
    expectDocumented(id ? `${LIST}/{id}` : LIST, method, answer);
    return answer;
  };
}

describe.each(testedDatabases())('numbers over HTTP, %p', engine => {
  let portal: Portal;
  const send = clientOf(() => portal);
  const numberOf = async (id: string): Promise<DecisionNumber> =>
    (await send('get')).body.numbers.find(
      (number: DecisionNumber) => number.id === id,
    );

  beforeAll(async () => {
    portal = await startUptimePortal(engine, {
      config: {
        decision: {
          numbers: {
            leastTeam: { low: 3, why: 'We are fast' },
            'port.team': { low: '1', high: 2, why: 'As others say' },
          },
          options: [
            {
              id: 'gate',
              title: 'Gate',
              approach: 'buy',
              source: { title: 'Offer of Gate', date: '2026-11-02' },
              numbers: {
                team: { low: 0.5, high: 1 },
                seatPrice: { low: 30, high: 30 },
              },
              requires: [
                { fact: 'team', number: 'team', compare: 'at-least' },
                { fact: 'internalTools', is: false },
              ],
            },
          ],
        },
      },
    });
  });
  beforeEach(() => portal.knex('decision_numbers').delete());
  afterAll(() => portal.stop());

  it('lists what is published, with source, date, grade and unit', async () => {
    const { body } = await send('get');
    expect(body).toMatchObject({ currency: 'USD', mayReplace: true });
    expect(await numberOf('cortex.seatPrice')).toEqual({
      id: 'cortex.seatPrice',
      title: 'Price of a seat a month',
      option: { id: 'cortex', title: 'Cortex', kind: 'seatPrice' },
      role: null,
      milestone: null,
      unit: 'money/seat/month',
      currency: 'USD',
      low: 65,
      high: 69,
      includes: ['license'],
      unknown: null,
      published: {
        low: 65,
        high: 69,
        currency: 'USD',
        source: {
          title: expect.stringMatching(/Playbook/),
          url: expect.stringMatching(/^https:/),
          date: '2025-11-14',
          grade: 'published, unverified',
        },
      },
      alsoPublished: [],
      replaced: null,
      earlier: [],
    });
    expect((await numberOf('port.monthsToValue')).alsoPublished).toMatchObject([
      { low: 3, high: 6 },
    ]);
  });

  it('replaces one, and keeps the published value beside it', async () => {
    const replaced = await send('put', 'pluginCap', {
      high: 8,
      why: 'These eight are used daily',
    });
    expect(replaced.status).toBe(200);
    expect(replaced.body).toMatchObject({
      low: null,
      high: 8,
      published: { high: 5 },
      replaced: {
        from: 'page',
        by: 'user:default/ada',
        at: '2026-11-23T12:00:00.000Z',
        why: 'These eight are used daily',
      },
    });
    expect(await numberOf('pluginCap')).toEqual(replaced.body);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'decision-number-replace',
        meta: expect.objectContaining({ id: 'pluginCap', high: 8 }),
      }),
    );
    await send('put', 'pluginCap', { high: 9, why: 'One more' });
    expect(await numberOf('pluginCap')).toMatchObject({
      high: 9,
      earlier: [
        {
          low: null,
          high: 8,
          isPublished: false,
          why: 'These eight are used daily',
          by: 'user:default/ada',
          at: '2026-11-23T12:00:00.000Z',
        },
      ],
    });
  });

  it('goes back to what is published', async () => {
    await send('put', 'pluginCap', { high: 8, why: 'Ours' });
    expect((await send('delete', 'pluginCap')).body).toMatchObject({
      high: 5,
      replaced: null,
      earlier: [{ isPublished: true }, { isPublished: false, high: 8 }],
    });
    expect((await send('delete', 'pluginCap')).status).toBe(404);
    // All that was ever said stays.
    expect(await portal.knex('decision_numbers')).toHaveLength(2);
  });

  it('lets the checklist follow', async () => {
    await send('put', 'pluginCap', { high: 8, why: 'Ours' });
    const { body } = await portal
      .send('get', '/decision/checklist')
      .set('Authorization', person);
    expect(body.steps[2].title).toBe('Limit to 8 plugins');
  });

  it('has the configuration win, and says so', async () => {
    expect(await numberOf('leastTeam')).toMatchObject({
      low: 3,
      published: { low: 4 },
      replaced: { from: 'configuration', by: null, at: null },
    });
    expect(await numberOf('port.team')).toMatchObject({ low: 1, high: 2 });
    for (const method of ['put', 'delete'] as const) {
      const body = method === 'put' ? { low: 9, why: 'No' } : undefined;
      const answer = await send(method, 'leastTeam', body);
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toMatch(
        /'leastTeam' is set by adoptionMetrics\.decision\.numbers/,
      );
    }
  });

  it("has the organization's own options, whose numbers can be replaced too", async () => {
    expect(await numberOf('gate.seatPrice')).toMatchObject({
      option: { id: 'gate', title: 'Gate' },
      low: 30,
      includes: ['license'],
      published: { source: { title: 'Offer of Gate', date: '2026-11-02' } },
    });
    await send('put', 'gate.seatPrice', { low: 25, high: 28, why: 'Discount' });
    expect(await numberOf('gate.seatPrice')).toMatchObject({
      low: 25,
      published: { low: 30 },
    });
  });

  it.each<[string, object, RegExp]>([
    ['pluginCap', { high: 8 }, /field 'why' is missing/],
    ['pluginCap', { high: 8, why: ' ' }, /field 'why'/],
    ['pluginCap', { high: -1, why: 'x' }, /field 'high'/],
    ['pluginCap', { high: '8', why: 'x' }, /field 'high'/],
    ['pluginCap', { high: 8, why: 'x', by: 'user:default/eve' }, /'by'/],
    [
      'pluginCap',
      { low: 8, why: 'x' },
      /field 'high' is null; expected numbers from 0/,
    ],
    [
      'pluginCap',
      { why: 'x' },
      /field 'high' is null; expected numbers from 0/,
    ],
    [
      'pluginCap',
      { low: 9, high: 8, why: 'x' },
      /field 'low' is 9; expected numbers up to high, 8/,
    ],
    [
      'cortex.team',
      { low: 1, why: 'x' },
      /field 'high' is null; expected numbers from 0/,
    ],
    [
      'cortex.adoption',
      { low: 30, high: 50, why: 'x' },
      /field 'low' is 30; expected numbers from 0 to 1 /,
    ],
    [
      'averageAdoption',
      { low: 0.1, high: 0.2, why: 'x' },
      /field 'high' is 0\.2; expected the same as low, 0\.1/,
    ],
    [
      'monthsToGoal',
      { low: 1, high: 1e9, why: 'x' },
      /numbers from 0 to 600 \(months\)/,
    ],
    [
      'plan.12-18-months.month-12',
      { low: 0.9, high: 0.9, why: 'x' },
      /shares between those of the months before and after/,
    ],
  ])('refuses to replace %s by %j', async (id, body, message) => {
    const answer = await send('put', id, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
    expect(await portal.knex('decision_numbers')).toEqual([]);
  });

  it('says which numbers there are', async () => {
    for (const method of ['put', 'delete'] as const) {
      const body = method === 'put' ? { low: 1, why: 'x' } : undefined;
      const answer = await send(method, 'bogus', body);
      expect(answer.status).toBe(404);
      expect(answer.body.error.message).toMatch(
        /Unknown number 'bogus'; expected leastTeam, pluginCap, .*role\./,
      );
    }
  });

  it('forgets who replaced it', async () => {
    await send('put', 'pluginCap', { high: 8, why: 'Ours' });
    await new NumberStore(portal.knex).forgetAuthor('user:default/ada');
    expect((await numberOf('pluginCap')).replaced).toMatchObject({
      by: null,
      why: 'Ours',
    });
  });
});

describe('access to the numbers', () => {
  it('is for administrators alone while permissions are off', async () => {
    const portal = await startUptimePortal(sqlite);
    for (const method of ['get', 'put', 'delete'] as const) {
      const path = method === 'get' ? LIST : `${LIST}/pluginCap`;
      const answer = await portal.send(method, path).set('Authorization', eve);
      expect(answer.status).toBe(403);
      expect(answer.text).not.toMatch(/published, unverified/);
    }
    await portal.stop();
  });

  it('follows the policy otherwise', async () => {
    const portal = await startUptimePortal(sqlite, {
      result: AuthorizeResult.DENY,
    });
    const answer = await portal.send('get', LIST).set('Authorization', eve);
    expect(answer.status).toBe(403);
    await portal.stop();
  });
});

describe('another currency', () => {
  async function numbersWith(decision: object) {
    const portal = await startUptimePortal(sqlite, {
      config: { decision: decision as never },
    });
    const send = clientOf(() => portal);
    const { body } = await send('get');
    await portal.stop();
    return new Map<string, DecisionNumber>(
      body.numbers.map((number: DecisionNumber) => [number.id, number]),
    );
  }

  it('converts what is published, and nothing that replaces it', async () => {
    const numbers = await numbersWith({
      currency: 'EUR',
      exchangeRate: 0.9,
      numbers: { ftePrice: { low: 100_000, high: 100_000, why: 'Payroll' } },
    });
    expect(numbers.get('custom-portal.costPerYear')).toMatchObject({
      currency: 'EUR',
      low: 270_000,
      high: 675_000,
      published: { low: 300_000, currency: 'USD' },
    });
    expect(numbers.get('ftePrice')).toMatchObject({
      currency: 'EUR',
      low: 100_000,
    });
    expect(numbers.get('pluginCap')).toMatchObject({ currency: null, high: 5 });
  });

  it('leaves money unknown without a rate', async () => {
    const numbers = await numbersWith({ currency: 'EUR' });
    expect(numbers.get('ftePrice')).toMatchObject({
      low: null,
      high: null,
      unknown:
        'Published in USD. Set adoptionMetrics.decision.exchangeRate, or replace it with an amount in EUR.',
      published: { low: 150_000 },
    });
    expect(numbers.get('leastTeam')).toMatchObject({ low: 4, unknown: null });
  });
});
