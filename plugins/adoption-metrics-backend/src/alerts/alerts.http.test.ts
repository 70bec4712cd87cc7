import { mockServices } from '@backstage/backend-test-utils';
import { AlertList, say } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import { SampleStore } from '../samples';
import { DayMetric } from '../scorecard';
import { formatDay, parseDay } from '../time';
import {
  noon,
  person,
  startUptimePortal,
  testedDatabases,
} from '../uptime/__testUtils__/uptimePortal';
import { headline } from '../deadline/__testUtils__/weeks';
import { AcknowledgementStore } from './AcknowledgementStore';
import { AlertEvaluator } from './AlertEvaluator';
import { AlertStore } from './AlertStore';
import { MuteStore } from './MuteStore';
import { allOn, routingTo } from './__testUtils__/rules';
import { AlertRules } from './ruleSettings';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const never = new AbortController().signal;
const statement = 'Active users: 10%, below target (at least 30%).';

describe.each(testedDatabases())('alerts over HTTP, %p', engine => {
  let portal: Portal;
  let samples: SampleStore;

  beforeAll(async () => {
    const alerts = { recipients: ['group:default/portal-team'] };
    portal = await startUptimePortal(engine, { config: { alerts } });
    samples = new SampleStore(portal.knex);
  });

  afterAll(() => portal.stop());

  async function get(path: string) {
    return portal.send('get', path).set('Authorization', person);
  }

  async function fill(date: string, active: number) {
    const day = parseDay(date)!;
    await samples.replaceDay('active-users', day, [
      headline(formatDay(day), active),
    ]);
  }

  async function clear(...tables: string[]) {
    for (const table of tables) {
      await portal.knex(table).delete();
    }
  }

  const on = { enabled: true };

  async function readDay(day: number) {
    const days = { from: day, to: day + 1 };
    const headlines = await samples.headlines('active-users', days);
    return headlines.map(({ value = 0 }) => {
      const status = value >= 0.3 ? 'met' : 'missed';
      const known = {
        id: 'active-users',
        name: 'Active users',
        said: [say('text', { text: statement })],
      };
      return { ...known, status } as DayMetric;
    });
  }

  function createEvaluator(rules = allOn) {
    return new AlertEvaluator({
      rules,
      store: new AlertStore(portal.knex),
      clock: { now: () => noon },
      logger: mockServices.logger.mock(),
      failures: { record: async () => {} },
      samples,
      routing: routingTo(['notifications'], rules),
      deadlineStatus: { read: async () => undefined },
      scorecard: { ofDay: readDay },
      collection: async () => [],
      uptime: { burnRates: async () => [] },
    });
  }

  it('finds again what could not be stored', async () => {
    await clear('alert_states', 'alerts');
    await fill('2026-11-19', 95);
    await fill('2026-11-20', 91);
    const evaluator = createEvaluator();
    const add = jest
      .spyOn(AlertStore.prototype, 'add')
      .mockRejectedValueOnce(new Error('the database is away'));
    await evaluator.evaluate(never);
    await evaluator.evaluate(never);
    expect(add).toHaveBeenCalledTimes(2);
    await evaluator.evaluate(never);
    expect(add).toHaveBeenCalledTimes(2);
    add.mockRestore();
  });

  it('notifies once of a metric that leaves its target, and says by what channel', async () => {
    await clear('alert_states', 'alerts');
    await fill('2026-11-19', 95);
    await fill('2026-11-20', 91);
    await createEvaluator().evaluate(never);
    await fill('2026-11-21', 60);
    await createEvaluator().evaluate(never);
    expect((await get('/alerts')).body.alerts).toEqual([]);
    await fill('2026-11-22', 59);
    await Promise.all([1, 2].map(() => createEvaluator().evaluate(never)));

    const answer = await get('/alerts');
    expectDocumented('/alerts', 'get', answer);
    expect(answer.body.channels).toEqual(['notifications']);
    expect(answer.body.alerts).toMatchObject([
      {
        rule: 'metric',
        subject: 'active-users',
        state: 'missed',
        severity: 'high',
        title: 'Active users: target missed',
        text: `${statement} Data as of 22 Nov 2026.`,
        deliveries: [{ channel: 'notifications', status: 'pending' }],
      },
    ]);
  });

  it.each<[string, object, number, number]>([
    ['is switched off', { enabled: false }, 0, 0],
    ['is muted', { ...on, mutedUntil: parseDay('2026-11-23') }, 1, 0],
    ['was muted', { ...on, mutedUntil: parseDay('2026-11-22') }, 1, 1],
  ])(
    'stores and notifies of a rule that %s',
    async (_, metric, stored, sent) => {
      await clear('alert_states', 'alerts', 'alert_deliveries', 'samples');
      await fill('2026-11-19', 95);
      await fill('2026-11-20', 91);
      await createEvaluator().evaluate(never);
      await portal.knex('alert_deliveries').delete();
      await fill('2026-11-21', 10);
      await fill('2026-11-22', 10);
      await createEvaluator({ ...allOn, metric } as AlertRules).evaluate(never);
      const { alerts } = (await get('/alerts')).body;
      expect(alerts).toHaveLength(stored);
      expect(await portal.knex('alert_deliveries')).toHaveLength(sent);
    },
  );

  it('knows who has acknowledged it, and forgets the name', async () => {
    await clear('alert_states', 'alerts');
    const store = new AlertStore(portal.knex);
    await store.add(
      {
        rule: 'metric',
        subject: 'uptime',
        state: 'missed',
        severity: 'normal',
        title: 'Uptime',
        text: 'It is low.',
      },
      { at: noon, channels: [], follows: undefined },
    );
    const [{ id }] = (await get('/alerts')).body.alerts;
    const path = '/alerts/acknowledgements';
    const acknowledge = (request: object) =>
      portal.send('post', path).set('Authorization', person).send(request);

    const answer = await acknowledge({ id, note: 'on it' });
    expect(answer.status).toBe(200);
    expectDocumented(path, 'post', answer);
    expect(answer.body).toMatchObject({ note: 'on it' });
    const listed = await get('/alerts');
    expectDocumented('/alerts', 'get', listed);
    expect(listed.body.alerts[0].acknowledgement).toEqual(answer.body);

    const acknowledgements = new AcknowledgementStore(portal.knex);
    await acknowledgements.forgetAuthor(answer.body.by);
    expect((await get('/alerts')).body.alerts[0].acknowledgement).toMatchObject(
      { by: null, note: 'on it' },
    );
    expect((await acknowledge({ id: '999999' })).status).toBe(404);
    expect((await acknowledge({ id: 'x' })).body.error.message).toMatch(
      /field 'id'.*expected the 'id' of an alert/,
    );
  });

  it('lists alerts by pages, and refuses a cursor of its own making', async () => {
    await clear('alert_states', 'alerts');
    const store = new AlertStore(portal.knex);
    for (const subject of ['uptime', 'page-load', 'stale-entities']) {
      await store.add(
        {
          rule: 'metric',
          subject,
          state: 'missed',
          severity: 'normal',
          title: subject,
          text: 'It is low.',
        },
        { at: noon, channels: [], follows: undefined },
      );
    }
    const page = async (cursor?: string) => {
      const rest = cursor === undefined ? '' : `&cursor=${cursor}`;
      const answer = await get(`/alerts?limit=2${rest}`);
      expectDocumented('/alerts', 'get', answer);
      const { alerts, nextCursor } = answer.body as AlertList;
      return { subjects: alerts.map(({ subject }) => subject), nextCursor };
    };
    const first = await page();
    expect(first.subjects).toEqual(['stale-entities', 'page-load']);
    expect(first.nextCursor).toMatch(/^[\w-]+$/);
    const second = await page(first.nextCursor!);
    expect(second).toEqual({ subjects: ['uptime'], nextCursor: null });
    const forged = await get('/alerts?cursor=eyJpZCI6MX0');
    expect(forged.status).toBe(400);
    expect(forged.body.error.message).toMatch(/^'cursor' is /);
  });

  it('is silent about a rule through a day, and says who wanted that', async () => {
    const path = '/alerts/mutes';
    const mute = async (request: object) => {
      const sent = portal.send('post', path).set('Authorization', person);
      const answer = await sent.send(request);
      expectDocumented(path, 'post', answer);
      return answer;
    };
    const ruleOf = async (name: string) => {
      const answer = await get('/alerts');
      expectDocumented('/alerts', 'get', answer);
      const rules: Array<{ rule: string }> = answer.body.rules;
      return rules.find(({ rule }) => rule === name);
    };
    const until = '2026-12-31';
    const muted = await mute({ rule: 'metric', until });
    expect(muted.body).toEqual({ rule: 'metric', until });
    expect(await ruleOf('metric')).toEqual({
      rule: 'metric',
      enabled: true,
      channels: ['notifications'],
      mute: { until, by: expect.stringMatching(/ada$/) },
    });
    expect(await ruleOf('deadline')).toMatchObject({ mute: null });
    expect(await new MuteStore(portal.knex).until('metric')).toBe(
      parseDay(until),
    );
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'alert-mute' }),
    );

    await new MuteStore(portal.knex).forgetAuthor('user:default/ada');
    expect(await ruleOf('metric')).toMatchObject({ mute: { until, by: null } });

    await mute({ rule: 'metric', until: null });
    expect(await ruleOf('metric')).toMatchObject({ mute: null });
  });

  it.each([
    [{ rule: 'weather', until: null }, /field 'rule'/],
    [{ rule: 'metric' }, /field 'until'/],
    [{ rule: 'metric', until: '2026-11-22' }, /'until' is '2026-11-22'/],
    [{ rule: 'metric', until: '2027-11-25' }, /a year from now/],
  ])('refuses to mute %j', async (request, said) => {
    const sent = portal.send('post', '/alerts/mutes');
    const answer = await sent.set('Authorization', person).send(request);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(said);
  });
});
