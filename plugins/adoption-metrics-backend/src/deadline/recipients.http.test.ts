import { JsonObject } from '@backstage/types';
import { DeadlineReport } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import {
  entity,
  startPortal,
  testedDatabases,
  user,
} from '../people/__testUtils__/portal';
import { DeadlineStore } from './DeadlineStore';

jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 23, 12);
const ada = 'user:default/ada';
const team = 'group:default/team';
const empty = 'group:default/empty';
const secret = 'group:default/secret';
const start = '2026-11-02';

const entities = [
  entity('User', 'ada'),
  {
    ...entity('Group', 'team'),
    relations: [{ type: 'hasMember', targetRef: ada }],
  },
  entity('Group', 'empty'),
  entity('Group', 'secret'),
];

describe.each(testedDatabases())('recipients of a deadline, %p', engine => {
  async function open(adoptionMetrics: JsonObject = {}) {
    const time = { now: noon };
    const portal = await startPortal(engine, {
      entities,
      clock: { now: () => time.now },
      isHidden: ref => ref === secret,
      config: {
        adoptionMetrics: {
          uptime: { probes: { portal: { enabled: false } } },
          administrators: [ada],
          ...adoptionMetrics,
        },
      },
    });
    const put = async (body: object) => {
      const answer = await portal.put('/deadline', user('ada'), body);
      expectDocumented('/deadline', 'put', answer);
      return answer;
    };
    const read = async (as = 'ada'): Promise<DeadlineReport> => {
      const answer = await portal.get('/deadline', user(as));
      expectDocumented('/deadline', 'get', answer);
      return answer.body;
    };
    return { ...portal, time, put, read };
  }

  it('are asked for, unless the configuration names some', async () => {
    const portal = await open();
    const refused = await portal.put({ start });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(
      /^field 'recipients' is empty; expected 1 to 20 users and groups of the catalog/,
    );
    await portal.stop();

    const told = await open({ alerts: { recipients: [team] } });
    expect((await told.put({ start })).body).toMatchObject({
      deadline: { recipients: [] },
      configuredRecipients: [team],
      nobodyNotified: null,
    });
    await told.stop();
  });

  it.each([
    [['component:default/shop'], 'full refs of users and groups such as'],
    [['ada'], "field 'recipients.0' is 'ada'; expected full refs"],
    [['user:default/a\0da'], 'U+0000'],
    [[ada, 'user:default/gone'], "field 'recipients.1' is 'user:default/gone'"],
    [[secret], 'in the catalog that you can read'],
    [Array(21).fill(team), 'lists of up to 20 entries'],
    [ada, "field 'recipients' is 'user:default/ada'"],
  ])('refuse %j', async (recipients, said) => {
    const portal = await open();
    const answer = await portal.put({ start, recipients });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(said);
    expect((await portal.read()).deadline).toBeNull();
    await portal.stop();
  });

  it('are stored once each, and logged when they change', async () => {
    const portal = await open();
    const recipients = [team, ada];
    const { body } = await portal.put({
      start,
      recipients: [team, 'User:Default/Ada', ada],
    });
    expect(body.deadline.recipients).toEqual(recipients);
    const { id } = (await new DeadlineStore(portal.knex).current())!;

    portal.time.now += 60_000;
    await portal.put({ start, recipients: [ada] });
    expect((await portal.read()).deadline).toMatchObject({
      recipients: [ada],
      start,
    });
    // Its weeks stay, and nobody is alerted of it once more.
    expect((await new DeadlineStore(portal.knex).current())!.id).toBe(id);
    const log = await portal.get('/deadline/log', user('ada'));
    expectDocumented('/deadline/log', 'get', log);
    expect(log.body.entries).toMatchObject([
      {
        act: 'changed',
        by: ada,
        at: '2026-11-23T12:01:00.000Z',
        before: { recipients },
        after: { recipients: [ada] },
      },
      { act: 'set', by: ada, before: null, after: { recipients } },
    ]);
    await portal.stop();
  });

  it('may stay though the catalog has lost them', async () => {
    const portal = await open();
    await new DeadlineStore(portal.knex).replace(
      undefined,
      {
        source: 'api',
        start: 20_750,
        date: 20_900,
        goal: 0.3,
        hold: 2,
        recipients: ['user:default/gone', ada],
      },
      { at: noon },
    );
    const recipients = ['user:default/gone', ada];
    expect((await portal.put({ start, recipients })).status).toBe(200);
    await portal.stop();
  });

  it('who are forgotten are named nowhere', async () => {
    const portal = await open();
    await portal.put({ start, recipients: [ada, team] });
    const forget = { entityRef: ada, stop: false };
    await portal.post('/people/forget', user('ada'), forget);
    expect(await portal.read()).toMatchObject({
      deadline: { recipients: [team] },
    });
    expect(await portal.knex('deadline_recipients')).toMatchObject([
      { set_by: null },
    ]);
    await portal.stop();
  });

  describe('who reach nobody', () => {
    const because = (report: DeadlineReport) => ({
      channels: report.channels,
      nobodyNotified: report.nobodyNotified,
    });

    it('leave nobody notified of the deadline', async () => {
      const portal = await open({ deadline: { start } });
      expect(because(await portal.read())).toEqual({
        channels: [],
        nobodyNotified: { reason: 'no-recipients', unreachable: [] },
      });
      await portal.stop();
    });

    it('are named, whoever chose them, to those who may read them', async () => {
      const portal = await open({ alerts: { recipients: [secret] } });
      await portal.put({ start, recipients: [empty] });
      expect(because(await portal.read())).toEqual({
        channels: [],
        nobodyNotified: {
          reason: 'unreachable',
          unreachable: ['(hidden)', empty].map(
            ref => `${ref} has no members in the catalog`,
          ),
        },
      });
      // One who reaches somebody is enough.
      await portal.put({ start, recipients: [empty, ada] });
      expect(because(await portal.read())).toEqual({
        channels: ['notifications'],
        nobodyNotified: null,
      });
      await portal.stop();
    });

    it('do not matter where another channel is set up', async () => {
      const events = true;
      const portal = await open({ alerts: { recipients: [empty], events } });
      await portal.put({ start });
      expect(because(await portal.read())).toEqual({
        channels: ['events'],
        nobodyNotified: null,
      });
      await portal.stop();
    });
  });

  it('are not notified of what is muted, or switched off', async () => {
    const portal = await open();
    await portal.put({ start, recipients: [ada] });
    const mute = { rule: 'deadline', until: '2026-12-31' };
    await portal.post('/alerts/mutes', user('ada'), mute);
    expect((await portal.read()).nobodyNotified).toMatchObject({
      reason: 'muted',
    });
    await portal.stop();

    const rules = { deadline: { enabled: false } };
    const off = await open({ alerts: { events: true, rules } });
    expect((await off.read()).nobodyNotified).toMatchObject({
      reason: 'switched-off',
    });
    await off.stop();
  });

  it('are changed by those who may', async () => {
    const portal = await open();
    expect((await portal.read()).mayChange).toBe(true);
    expect((await portal.read('eve')).mayChange).toBe(false);
    await portal.stop();
  });
});
