import {
  DecisionChecklist,
  ChecklistStep,
} from 'backstage-plugin-adoption-metrics-common';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import { AlertStore, DeliveryStore } from '../../alerts';
import { headline } from '../../deadline/__testUtils__/weeks';
import { SampleStore } from '../../samples';
import { parseDay } from '../../time';
import {
  noon,
  person,
  startUptimePortal,
  testedDatabases,
} from '../../uptime/__testUtils__/uptimePortal';

type Portal = Awaited<ReturnType<typeof startUptimePortal>>;

const yesterday = parseDay('2026-11-22')!;

async function checklist(portal: Portal): Promise<DecisionChecklist> {
  const path = '/decision/checklist';
  const answer = await portal.send('get', path).set('Authorization', person);
  expectDocumented(path, 'get', answer);
  expect(answer.status).toBe(200);
  return answer.body;
}

function stateOf({ steps }: DecisionChecklist, id: ChecklistStep['id']) {
  return steps.find(step => step.id === id)!.state;
}

async function usePlugins({ knex }: Portal, pluginIds: string[]) {
  await new SampleStore(knex).replaceDay('active-users', yesterday, [
    headline('2026-11-22', 30),
    ...pluginIds.map(member =>
      headline('2026-11-22', 12, { dimension: 'week-actions', member }),
    ),
  ]);
}

async function openPage({ knex }: Portal, [routeId, date]: [string, string]) {
  await knex('page_load_counts').insert({
    day: parseDay(date)!,
    kind: 'route',
    method: 'lcp',
    route_id: routeId,
    target_ms: 5_000,
    loads: 2,
    within_target: 2,
    sum_ms: 2_000,
  });
}

async function storeDigest({ knex }: Portal, at: number) {
  await new AlertStore(knex).add(
    {
      rule: 'digest',
      subject: 'week',
      state: '2026-11-22',
      severity: 'low',
      title: 'Adoption',
      text: 'Up.',
    },
    { at, channels: ['webhook'], follows: undefined },
  );
}

const ada = 'user:default/ada';

describe.each(testedDatabases())('checklist over HTTP, %p', engine => {
  let portal: Portal;

  beforeAll(async () => {
    const decision = { answers: { team: 5, sponsor: false } };
    const alerts = { recipients: [ada] };
    portal = await startUptimePortal(engine, {
      config: { decision, alerts },
    });
  });

  afterAll(() => portal.stop());

  it('starts with nothing done, and says what is unknown', async () => {
    const { done, steps, since, conditions } = await checklist(portal);
    expect(conditions.map(({ state }) => state)).toEqual([
      ...['met', 'unknown', 'not-met', 'unknown', 'unknown'],
    ]);
    expect(done).toBe(0);
    expect(since).toBe('2026-10-26');
    expect(steps.map(({ id, state }) => [id, state])).toEqual([
      ['deadline', 'open'],
      ['audit', 'unknown'],
      ['simplify', 'unknown'],
      ['data-quality', 'unknown'],
      ['report', 'open'],
    ]);
  });

  it('completes the step of the deadline once one is set', async () => {
    const put = portal.send('put', '/deadline').set('Authorization', person);
    await put.send({ start: '2026-11-02' });
    const answer = await checklist(portal);
    expect(answer).toMatchObject({ done: 1, since: '2026-11-02' });
    expect(answer.steps[0].reason).toBe('The deadline is 2 May 2027.');
  });

  it('counts plugins, excluding built-in ones', async () => {
    const few = ['techdocs', 'catalog', 'home', 'search', 'adoption-metrics'];
    await usePlugins(portal, few);
    expect(stateOf(await checklist(portal), 'simplify')).toBe('done');
    const many = ['a', 'b', 'c', 'd', 'e', ...few];
    await usePlugins(portal, many);
    expect(stateOf(await checklist(portal), 'simplify')).toBe('open');
  });

  it('completes the audit on the day after its page was opened, in time', async () => {
    const page = 'sub-page:adoption-metrics/active-users';
    await openPage(portal, [page, '2026-11-01']);
    await openPage(portal, ['sub-page:adoption-metrics/uptime', '2026-11-03']);
    expect(stateOf(await checklist(portal), 'audit')).toBe('open');
    await openPage(portal, [page, '2026-11-23']);
    expect(stateOf(await checklist(portal), 'audit')).toBe('open');
    await openPage(portal, [page, '2026-11-22']);
    expect(stateOf(await checklist(portal), 'audit')).toBe('done');
  });

  it('asks for another audit after three months', async () => {
    const put = portal.send('put', '/deadline').set('Authorization', person);
    await put.send({ start: '2026-06-01' });
    await portal.knex('page_load_counts').delete();
    const page = 'sub-page:adoption-metrics/active-users';
    await openPage(portal, [page, '2026-08-24']);
    expect(stateOf(await checklist(portal), 'audit')).toBe('unknown');
    await openPage(portal, ['page:home', '2026-08-25']);
    const answer = await checklist(portal);
    expect(stateOf(answer, 'audit')).toBe('open');
    expect(answer.steps[1].reason).toContain('since 25 Aug 2026');
    await openPage(portal, [page, '2026-08-25']);
    expect(stateOf(await checklist(portal), 'audit')).toBe('done');
  });

  it('never counts from a day in the future', async () => {
    const put = portal.send('put', '/deadline').set('Authorization', person);
    await put.send({ start: '2026-12-07' });
    const { since, steps } = await checklist(portal);
    expect(since).toBe('2026-11-23');
    expect(steps.at(-1)!.reason).toContain('since 23 Nov 2026');
  });

  it('completes the report once a digest is sent', async () => {
    await storeDigest(portal, noon);
    expect(stateOf(await checklist(portal), 'report')).toBe('open');
    const deliveries = new DeliveryStore(portal.knex, 'here');
    const digest = await deliveries.claimNext({
      channel: 'webhook',
      now: noon,
      until: noon,
    });
    await deliveries.markSent(digest!, noon);
    const answer = await checklist(portal);
    expect(stateOf(answer, 'report')).toBe('done');
    expect(answer.steps.at(-1)!.reason).toBe(
      'The last digest was sent on 23 Nov 2026.',
    );
  });
});
