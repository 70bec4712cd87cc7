import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Digest, DigestPeriod } from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../__testUtils__/expectDocumented';
import { AlertStore, MuteStore } from '../alerts';
import { Transition } from '../alerts/Alert';
import { publishScan } from '../catalog/__testUtils__/publishScan';
import { ScanRecorder } from '../catalog/scan/ScanRecorder';
import { AnnotationStore, DeadlineStore } from '../deadline';
import { headline } from '../deadline/__testUtils__/weeks';
import { SampleStore } from '../samples';
import { DAY_MS, parseDay, startOfPeriod } from '../time';
import {
  noon,
  person,
  startUptimePortal,
  testedDatabases,
} from '../uptime/__testUtils__/uptimePortal';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const config = { alerts: { recipients: ['group:default/portal-team'] } };

/** The last two Sundays before the tests take place. */
async function fillWeeks({ knex }: Portal) {
  const samples = new SampleStore(knex);
  for (const [date, active, docs] of [
    ['2026-11-15', 30, 12],
    ['2026-11-22', 36, 20],
  ] as const) {
    const week = { dimension: 'week-atoms', member: '0' };
    const plugin = { dimension: 'week-plugins', member: 'techdocs' };
    await knex('frozen_periods').insert({
      first_day: startOfPeriod(parseDay(date)!, 'four-weeks'),
      people: 300,
      minimum_group_size: 5,
      atom_sizes: '[300]',
    });
    await samples.replaceDay('active-users', parseDay(date)!, [
      headline(date, active),
      headline(date, active, week),
      headline(date, docs, plugin),
      headline(date, 7, { dimension: 'lifecycle-week', member: 'new' }),
    ]);
  }
}

async function writeDown({ knex }: Portal) {
  const annotations = new AnnotationStore(knex);
  for (const [date, text] of [
    ['2026-11-15', 'the week before'],
    ['2026-11-16', 'Cut 12 plugins'],
  ]) {
    const written = { writtenAt: noon, writtenBy: 'user:default/ada' };
    await annotations.add({ day: parseDay(date)!, text, ...written });
  }
}

/** The last scan of the last closed day. */
function scanOf(stale: number) {
  return {
    scannedAt: noon - DAY_MS,
    total: 50,
    stale,
    exempt: 0,
    ownerUnknownChecked: true,
    byReason: [],
    byKind: [],
    byOwner: [],
    withoutOwner: { total: 0, stale: 0 },
  };
}

describe.each(testedDatabases())('digest over HTTP, %p', engine => {
  const portals: Portal[] = [];

  async function start(...given: Parameters<typeof startUptimePortal>) {
    const portal = await startUptimePortal(...given);
    portals.push(portal);
    return portal;
  }

  async function digest(
    portal: Portal,
    period?: DigestPeriod,
    of?: string,
  ): Promise<Digest> {
    const rest = of ? `&of=${of}` : '';
    const path = period ? `/digest?period=${period}${rest}` : '/digest';
    const answer = await portal.send('get', path).set('Authorization', person);
    expectDocumented('/digest', 'get', answer);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  afterAll(() => Promise.all(portals.map(portal => portal.stop())));

  it('has the last closed week, in full and in words', async () => {
    const portal = await start(engine, { config });
    await fillWeeks(portal);
    await writeDown(portal);
    const answer = await digest(portal);
    expect(answer).toMatchObject({
      period: 'week',
      from: '2026-11-16',
      to: '2026-11-23',
      title: 'Adoption, week ending 22 Nov 2026',
      deadline: null,
      people: { new: 7 },
      plugins: {
        up: [{ id: 'techdocs', name: 'techdocs', before: 12, now: 20 }],
      },
      annotations: [{ day: '2026-11-16', text: 'Cut 12 plugins' }],
      delivery: {
        channels: ['notifications'],
        nextAt: '2026-11-30T09:00:00.000Z',
        last: null,
      },
    });
    expect(answer.metrics).toHaveLength(4);
    expect(answer.metrics[0].change).toBeCloseTo(0.02);
    expect(answer.metrics[3].change).toBeNull();
    expect(answer.text).toContain('Plugins up: techdocs 12 → 20 users');
    expect(JSON.stringify(answer)).not.toContain('ada');
  });

  it('says the same of a period a month later', async () => {
    const portal = await start(engine, { config });
    const { knex, time } = portal;
    await fillWeeks(portal);
    await publishScan(new ScanRecorder(knex), { reading: scanOf(3) });
    const deadlines = new DeadlineStore(knex);
    const deadline = {
      source: 'api' as const,
      start: parseDay('2026-09-01')!,
      date: parseDay('2027-01-31')!,
      goal: 0.3,
      hold: 2,
    };
    await deadlines.replace(undefined, deadline, { at: noon - 20 * DAY_MS });
    const first = await digest(portal);
    expect(first).toMatchObject({
      asOf: '2026-11-23T00:00:00.000Z',
      deadline: { state: 'insufficient-data', daysLeft: 70 },
    });
    expect(first.metrics[0]).toMatchObject({
      value: 0.12,
      numerator: 36,
      denominator: 300,
      statement: expect.stringContaining('12% (36 of 300)'),
    });
    expect(first.metrics[3].statement).toContain('6% (3 of 50)');

    time.now = noon + 28 * DAY_MS;
    const samples = new SampleStore(knex);
    for (const [date, active] of [
      ['2026-12-13', 60],
      ['2026-12-20', 150],
    ] as const) {
      const later = headline(date, active);
      await samples.replaceDay('active-users', parseDay(date)!, [later]);
    }
    await publishScan(new ScanRecorder(knex), {
      reading: { ...scanOf(0), scannedAt: time.now },
    });
    const current = await deadlines.current();
    const changed = { ...deadline, date: parseDay('2027-06-30')! };
    await deadlines.replace(current!.id, changed, { at: time.now });

    const latest = await digest(portal);
    expect(latest).toMatchObject({
      from: '2026-12-14',
      metrics: [{ numerator: 150 }, {}, {}, {}],
    });
    const again = await digest(portal, 'week', '2026-11-18');
    expect(again.text).toBe(first.text);
    const { computedAt, delivery, ...said } = first;
    expect(again).toMatchObject(said);
  });

  it('refuses a period that is not over', async () => {
    const portal = await start(engine, { config });
    const answer = await portal
      .send('get', '/digest?of=2026-11-23')
      .set('Authorization', person);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(
      /'of' is '2026-11-23'.*days of a week that is over, up to 2026-11-22/,
    );
  });

  it('says what became of the last one', async () => {
    const portal = await start(engine, { config });
    const store = new AlertStore(portal.knex);
    const sent: Transition = {
      rule: 'digest',
      subject: 'month',
      severity: 'low',
      state: '2026-10-31',
      title: 'Adoption in October',
      text: 'Up.',
    };
    await store.add(sent, {
      at: noon,
      channels: ['notifications'],
      follows: undefined,
    });
    expect((await digest(portal)).delivery.last).toBeNull();
    const { from, to, delivery } = await digest(portal, 'month');
    expect([from, to]).toEqual(['2026-10-01', '2026-11-01']);
    expect(delivery).toMatchObject({
      nextAt: '2026-12-01T09:00:00.000Z',
      last: {
        title: 'Adoption in October',
        deliveries: [{ channel: 'notifications', status: 'pending' }],
      },
    });
    const alerts = await portal
      .send('get', '/alerts')
      .set('Authorization', person);
    expect(alerts.body.alerts).toEqual([]);
  });

  it('has no next time while it is muted, and still its channels', async () => {
    const portal = await start(engine, { config });
    const mutes = new MuteStore(portal.knex);
    const until = parseDay('2026-11-30')!;
    await mutes.set({ rule: 'digest', until, at: noon });
    expect((await digest(portal)).delivery).toMatchObject({
      nextAt: null,
      channels: ['notifications'],
    });
    await mutes.set({ rule: 'digest', until: until - 1, at: noon });
    expect((await digest(portal)).delivery.nextAt).toBe(
      '2026-11-30T09:00:00.000Z',
    );
  });

  it('has no next time where nobody is notified', async () => {
    const portal = await start(engine);
    expect((await digest(portal)).delivery).toEqual({
      channels: [],
      nextAt: null,
      last: null,
    });
  });

  it('refuses other periods, and who may not read the metrics', async () => {
    const portal = await start(engine, {
      result: AuthorizeResult.DENY,
    });
    const get = (path: string, as: string) =>
      portal.send('get', path).set('Authorization', as);
    const eve = mockCredentials.user.header('user:default/eve');
    expect((await get('/digest', eve)).status).toBe(403);
    const open = await start(engine);
    const year = await open
      .send('get', '/digest?period=year')
      .set('Authorization', person);
    expect(year.status).toBe(400);
    expect(year.body.error.message).toMatch(/period.*week, month/);
  });
});
