import { mockCredentials } from '@backstage/backend-test-utils';
import { AdoptionReport } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import { SampleStore } from '../../samples';
import { headline } from '../../deadline/__testUtils__/weeks';
import { parseDay } from '../../time';
import {
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const eve = mockCredentials.user.header('user:default/eve');

describe.each(testedDatabases())('report over HTTP, %p', engine => {
  let portal: Portal;

  // The clock of the portal stands at noon of 23 November 2026.
  beforeAll(async () => {
    portal = await startUptimePortal(engine);
    const samples = new SampleStore(portal.knex);
    for (const [day, active] of [
      ['2026-09-30', 20],
      ['2026-10-31', 26],
      ['2026-11-22', 30],
    ] as const) {
      await samples.replaceDay('active-users', parseDay(day)!, [
        headline(day, active),
      ]);
    }
  });
  afterAll(() => portal.stop());

  async function ask(query = '', as = person) {
    const answer = await portal
      .send('get', `/report${query}`)
      .set('Authorization', as);
    expectDocumented('/report', 'get', answer);
    return answer;
  }

  async function read(query = '', as = person): Promise<AdoptionReport> {
    const { body, status } = await ask(query, as);
    expect(status).toBe(200);
    return body;
  }

  async function act(path: string, body: object) {
    const answer = await portal
      .send('post', path)
      .set('Authorization', person)
      .send(body);
    expect(answer.status).toBe(200);
  }

  it('is of the last closed month, and says of when it is', async () => {
    const report = await read();
    expect(report).toMatchObject({
      kind: 'month',
      period: '2026-10',
      from: '2026-10-01',
      to: '2026-11-01',
      asOf: '2026-11-01T00:00:00.000Z',
      today: '2026-11-23',
      title: 'Developer portal adoption, October 2026',
    });
    expect(report.metrics).toHaveLength(4);
    expect(report.metrics[0]).toMatchObject({ id: 'active-users' });
    expect(report.metrics[0].numerator).toBe(26);
    expect(report.verdict.sentence).toMatch(/^\d of 4 targets met/);
  });

  it('is of a quarter, too', async () => {
    const report = await read('?period=2026-Q3');
    expect(report).toMatchObject({
      kind: 'quarter',
      from: '2026-07-01',
      to: '2026-10-01',
      title: 'Developer portal adoption, Q3 2026',
    });
    expect(report.metrics[0].numerator).toBe(20);
  });

  it('says so without a deadline', async () => {
    const { deadline, decision } = await read();
    expect(deadline).toMatchObject({
      deadline: null,
      state: null,
      sentence: 'No deadline is set.',
    });
    expect(decision).toBeNull();
  });

  it('says what was tried and what is decided', async () => {
    const note = { day: '2026-10-12', text: 'Cut 12 plugins' };
    await act('/annotations', note);
    await act('/annotations', { day: '2026-11-02', text: 'After it' });
    await act('/decision/choices', {
      day: '2026-11-20',
      option: 'stop',
      text: 'The board',
    });
    expect(await read()).toMatchObject({
      tried: [note],
      earlierTried: 0,
      decision: {
        day: '2026-11-20',
        option: { id: 'stop' },
        text: 'The board',
        by: 'user:default/ada',
      },
    });
  });

  it('has money and options for those who may see them alone', async () => {
    const report = await read();
    expect(report.withheld).toBeNull();
    expect(report.money!.day).toBe('2026-11-23');
    expect(report.options!.options.length).toBeGreaterThan(0);
    expect(await read('', eve)).toMatchObject({
      withheld: {
        code: 'no-permission',
        sentence: expect.stringContaining('adoption-metrics.decision.read'),
      },
      money: null,
      options: null,
    });
  });

  it.each(['2026-11', '2026-Q4', '2026-13', '2026-Q5', 'last', '2026-10-01'])(
    'refuses %s',
    async period => {
      const { status, body } = await ask(`?period=${period}`);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/^'period' is '.*'; expected/);
    },
  );
});
