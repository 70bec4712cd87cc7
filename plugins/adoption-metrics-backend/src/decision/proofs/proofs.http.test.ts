import { Proof, ProofRequest } from 'backstage-plugin-adoption-metrics-common';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import request from 'supertest';
import { expectDocumented } from '../../__testUtils__/expectDocumented';
import {
  entity,
  notificationsTo,
  startPortal,
  testedDatabases,
  user,
} from '../../people/__testUtils__/portal';
import { formatDay, parseDay } from '../../time';
import { token } from '../portals/__testUtils__/otherPortals';

type Portal = Awaited<ReturnType<typeof startPortal>>;

const ROOT = '/decision/proofs';
const ada = user('ada');

const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const inTeam = (team: string, people: string[]) =>
  people.map(name => entity('User', name, { memberOf: team }));

const entities = [
  entity('Group', 'checkout'),
  entity('Group', 'payments'),
  entity('Group', 'cards', { childOf: 'payments' }),
  entity('Group', 'tiny'),
  entity('Group', 'zebras'),
  ...inTeam('checkout', names(10, 'c')),
  ...inTeam('payments', names(3, 'p')),
  ...inTeam('cards', names(7, 'k')),
  ...inTeam('tiny', names(4, 't')),
  ...inTeam('zebras', names(6, 'z')),
];

const config = {
  adoptionMetrics: {
    administrators: ['user:default/ada', 'user:default/grace'],
    decision: {
      portals: ['amber', 'cedar'].map(id => ({
        id,
        title: id === 'amber' ? 'Amber' : 'Cedar',
        subject: id,
      })),
    },
  },
};

const plan: ProofRequest = {
  start: '2026-03-02',
  candidates: [
    {
      portal: 'amber',
      team: 'group:default/checkout',
      costPerYear: 900_000,
    },
    { title: 'Birch', team: 'group:default/payments' },
  ],
};

const at = (date: string) => Date.parse(`${date}T12:00:00Z`);

describe.each(testedDatabases())('proofs of concept, %p', engine => {
  const time = { now: 0 };
  const sent: NotificationSendOptions[] = [];
  let portal: Portal;

  beforeAll(async () => {
    time.now = at('2026-02-23');
    portal = await startPortal(engine, {
      entities,
      config,
      clock: { now: () => time.now },
      modules: [
        notificationsTo(async notification => {
          sent.push(notification);
        }),
      ],
      isHidden: (ref, by) => /zebra/.test(ref) && /grace/.test(by),
    });
    await portal.collect();
  });
  beforeEach(async () => {
    time.now = at('2026-02-23');
    const tables = ['proofs', 'proof_candidates', 'proof_members'];
    const reported = ['portal_batches', 'portal_days', 'portal_person_days'];
    for (const table of [...tables, ...reported]) {
      await portal.knex(table).delete();
    }
  });
  afterAll(() => portal.stop());

  async function send(
    method: 'get' | 'put' | 'post' | 'delete',
    path: string,
    { body, as = ada }: { body?: object; as?: string } = {},
  ) {
    const answer = await request(portal.server)
      [method](`/api/adoption-metrics/v1${path}`)
      .set('Authorization', as)
      .send(body);
    expectDocumented(path.replace(/\d+/, '{id}'), method, answer);
    return answer;
  }

  async function planned(body: ProofRequest = plan): Promise<Proof> {
    const answer = await send('post', ROOT, { body });
    expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
    return answer.body;
  }

  async function read(id: number, as = ada): Promise<Proof> {
    return (await send('get', `${ROOT}/${id}`, { as })).body;
  }

  const begin = () => portal.scheduler.triggerTask('proofs');

  async function membersOf(position: number): Promise<number[]> {
    return portal
      .knex('proof_members')
      .where({ position })
      .orderBy('person_id')
      .pluck('person_id');
  }

  /** A portal reports who came on days, and that nobody did on all others. */
  async function come(
    id: string,
    [from, to]: [string, string],
    people: Record<string, string[]>,
    feedback?: { score: number; answers: number },
  ) {
    const length = parseDay(to)! - parseDay(from)!;
    const days = Array.from({ length }, (_, index) => {
      const day = formatDay(parseDay(from)! + index);
      const came = people[day] ?? [];
      return { day, people: came.map(name => `user:default/${name}`) };
    });
    const body = { days: [{ ...days[0], feedback }, ...days.slice(1)] };
    const path = `/portals/${id}/activity`;
    const { body: outcome } = await portal.post(path, token(id), body);
    expect(outcome).toMatchObject({ days: length, unknown: 0, rejected: 0 });
  }

  it('plans with the published weeks and the goal of the target', async () => {
    const proof = await planned();
    expect(proof).toMatchObject({
      mode: 'sequential',
      state: 'planned',
      firstDay: '2026-03-02',
      lastDay: '2026-04-12',
      weeks: 2,
      evaluation: { firstDay: '2026-03-30', lastDay: '2026-04-12' },
      goal: 0.3,
      plannedBy: 'user:default/ada',
      mayChange: true,
      result: { outcome: 'open', sentence: 'It starts on 2 Mar 2026.' },
      candidates: [
        {
          title: 'Amber',
          portal: 'amber',
          triedBy: { id: 'group:default/checkout' },
          size: null,
          active: null,
          share: null,
        },
        { title: 'Birch', portal: null, active: null },
      ],
    });
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'proof-plan' }),
    );
    expect((await send('get', ROOT)).body).toMatchObject({
      mayChange: true,
      defaults: { weeks: 2, minimumGroupSize: 5 },
      proofs: [{ id: proof.id, candidates: ['Amber', 'Birch'] }],
    });
  });

  it('counts members since the start of a trial, and names the day of the goal', async () => {
    const { id } = await planned();
    time.now = at('2026-03-02');
    await begin();
    time.now = at('2026-03-16');
    await come('amber', ['2026-03-01', '2026-03-16'], {
      '2026-03-01': ['c9', 'c8'],
      '2026-03-02': ['c0'],
      '2026-03-04': ['c0', 'c1'],
      '2026-03-05': ['p0', 'p1', 'p2'],
      '2026-03-07': ['c2'],
    });
    time.now = at('2026-03-07');
    expect((await read(id)).candidates[0]).toMatchObject({
      size: 10,
      active: 2,
      daysToGoal: null,
    });
    time.now = at('2026-04-13');
    expect(await read(id)).toMatchObject({
      state: 'finished',
      candidates: [
        {
          needed: 3,
          active: 3,
          share: 0.3,
          goalReachedOn: '2026-03-07',
          daysToGoal: 6,
          // All 30 developers as active as this team.
          costPerActiveDeveloper: 100_000,
        },
        {
          active: null,
          unknown: {
            code: 'no-portal',
            sentence: 'No portal is set for Birch.',
          },
        },
      ],
      result: { outcome: 'winner', candidates: [1], decidedBy: 'days' },
    });
  });

  it('lets day 6 win over day 11, as portals report it', async () => {
    const { id } = await planned({
      start: '2026-03-02',
      mode: 'parallel',
      candidates: [
        { portal: 'cedar', team: 'group:default/payments' },
        { portal: 'amber', team: 'group:default/checkout' },
      ],
    });
    time.now = at('2026-03-30');
    await begin();
    const trial: [string, string] = ['2026-03-02', '2026-03-16'];
    const first = { '2026-03-03': ['c0', 'p0'] };
    await come('amber', trial, { ...first, '2026-03-07': ['c1', 'c2'] });
    const feedback = { score: 4.5, answers: 6 };
    const late = { ...first, '2026-03-12': ['p1', 'p2'] };
    await come('cedar', trial, late, feedback);
    const proof = await read(id);
    expect(proof).toMatchObject({
      state: 'finished',
      candidates: [
        { title: 'Cedar', daysToGoal: 11, missingDays: 0 },
        { title: 'Amber', daysToGoal: 6, active: 3, share: 0.3 },
      ],
      result: {
        outcome: 'winner',
        candidates: [2],
        decidedBy: 'days',
        sentence:
          'Amber wins: it reached 30% of its team on day 6, Cedar on day 11.',
      },
    });
    expect(proof.candidates[0].feedback).toEqual({
      ...feedback,
      source: 'reported',
      by: null,
      at: null,
    });
  });

  it('keeps who was in a team at the start', async () => {
    await planned({ ...plan, start: '2026-02-20' });
    const before = await membersOf(1);
    expect(before).toHaveLength(10);
    await portal.knex('team_spans').update({ to_day: parseDay('2026-02-23') });
    await begin();
    expect(await membersOf(1)).toEqual(before);
    await portal.knex('team_spans').update({ to_day: null });
  });

  it('notifies a team once that it takes part', async () => {
    await planned();
    sent.length = 0;
    await begin();
    expect(sent).toEqual([]);
    time.now = at('2026-03-02');
    await begin();
    await begin();
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({
      recipients: { entityRef: ['group:default/checkout'] },
      payload: {
        title: 'Your team is trying out Amber',
        description:
          'From 2 Mar 2026 to 15 Mar 2026, Adoption counts how many members of your team use it. No one can see who does.',
        link: '/adoption/me',
      },
    });
  });

  it('does not know how many came where nothing was reported', async () => {
    const { id } = await planned({ ...plan, start: '2026-02-20' });
    expect((await read(id)).candidates[0]).toMatchObject({
      active: null,
      share: null,
      lastReportedDay: null,
      missingDays: 3,
      unknown: {
        code: 'not-reported',
        sentence: 'No activity of Amber was reported.',
      },
    });
  });

  it('is changed until it starts, and then no more', async () => {
    const { id } = await planned();
    const body = { ...plan, mode: 'parallel' };
    const path = `${ROOT}/${id}`;
    const changed = await send('put', path, { body });
    expect(changed.body).toMatchObject({ id, lastDay: '2026-03-29' });
    time.now = at('2026-03-02');
    const late = await send('put', path, { body });
    expect(late.status).toBe(409);
    expect(late.body.error.message).toMatch(/started on 2026-03-02/);
  });

  it('notes feedback, and takes it back', async () => {
    const { id } = await planned();
    const path = `${ROOT}/${id}/feedback`;
    const feedback = { score: 4.2, answers: 8 };
    const body = { candidate: 2, feedback };
    const { body: noted } = await send('put', path, { body });
    expect(noted.candidates[1].feedback).toEqual({
      ...feedback,
      source: 'entered',
      by: 'user:default/ada',
      at: '2026-02-23T12:00:00.000Z',
    });
    const none = { candidate: 2, feedback: null };
    const taken = await send('put', path, { body: none });
    expect(taken.body.candidates[1].feedback).toBeNull();
    const wrong = { candidate: 3, feedback };
    const refused = await send('put', path, { body: wrong });
    expect(refused.body.error.message).toBe(
      "field 'candidate' is 3; expected 1, 2",
    );
  });

  it('is deleted with what it knows before a day of it is over', async () => {
    const { id } = await planned({ ...plan, start: '2026-02-23' });
    expect(await portal.knex('proof_members')).toHaveLength(20);
    const path = `${ROOT}/${id}`;
    expect((await send('delete', path)).body).toEqual({ removed: id });
    for (const table of ['proofs', 'proof_candidates', 'proof_members']) {
      expect(await portal.knex(table)).toEqual([]);
    }
    expect((await send('get', path)).status).toBe(404);
    expect((await send('delete', path)).status).toBe(404);
  });

  it('is out of sight once it is deleted, and keeps only whom numbers told of', async () => {
    const costly = plan.candidates.map(each => ({ ...each, costPerYear: 7 }));
    const { id } = await planned({
      ...plan,
      start: '2026-02-20',
      candidates: [
        ...costly,
        { portal: 'cedar', team: 'group:default/zebras' },
      ],
    });
    const feedback = { score: 4, answers: 8 };
    const path = `${ROOT}/${id}`;
    await send('put', `${path}/feedback`, { body: { candidate: 1, feedback } });
    expect((await send('delete', path)).body).toEqual({ removed: id });
    const [kept] = await portal.knex('proof_members').distinct('position');
    expect(kept).toEqual({ position: 1 });
    expect(await membersOf(1)).toHaveLength(10);
    expect(await portal.knex('proofs').pluck('planned_by')).toEqual([null]);
    for (const column of ['cost_per_year', 'score', 'feedback_by']) {
      const values = await portal.knex('proof_candidates').pluck(column);
      expect(values).toEqual([null, null, null]);
    }
    expect((await send('get', ROOT)).body.proofs).toEqual([]);
    expect((await send('get', path)).status).toBe(404);
    expect((await send('delete', path)).status).toBe(404);
    const body = { candidate: 1, feedback };
    expect((await send('put', `${path}/feedback`, { body })).status).toBe(404);
    await begin();
    expect((await portal.get('/me', user('c0'))).body.proofs).toMatchObject([
      { candidate: 'Amber', team: 'checkout' },
    ]);
  });

  it('shows members that they take part, and nobody else', async () => {
    await planned({ ...plan, start: '2026-02-20' });
    const { body: mine } = await portal.get('/me', user('c0'));
    expect(mine.proofs).toEqual([
      {
        candidate: 'Amber',
        team: 'checkout',
        from: '2026-02-20',
        to: '2026-03-06',
      },
    ]);
    expect((await portal.get('/me', user('z0'))).body.proofs).toEqual([]);
  });

  it('forgets people and who has planned', async () => {
    const { id } = await planned({ ...plan, start: '2026-02-20' });
    await come('amber', ['2026-02-20', '2026-02-23'], {
      '2026-02-21': ['c0'],
    });
    expect((await read(id)).candidates[0].active).toBe(1);
    for (const name of [...names(10, 'c'), 'ada']) {
      const body = { entityRef: `user:default/${name}`, stop: false };
      await portal.post('/people/forget', ada, body);
    }
    expect(await membersOf(1)).toEqual([]);
    expect((await read(id)).plannedBy).toBeNull();
    await portal.collect();
  });

  it('hides the team from those who may not see it', async () => {
    const zebras = { title: 'Cedar', team: 'group:default/zebras' };
    const { id } = await planned({ ...plan, candidates: [zebras] });
    const grace = user('grace');
    expect((await read(id)).candidates[0].triedBy?.name).toBe('zebras');
    expect((await read(id, grace)).candidates).toMatchObject([
      { title: 'Cedar', triedBy: null },
    ]);
    const body = { ...plan, candidates: [zebras] };
    const refused = await send('post', ROOT, { body, as: grace });
    expect(refused.body.error.message).toMatch(
      /expected groups of the catalog/,
    );
  });

  it.each<[string, Partial<ProofRequest>, RegExp]>([
    [
      'a team that is too small',
      { candidates: [{ title: 'Birch', team: 'group:default/tiny' }] },
      /field 'candidates.0.team' is 'group:default\/tiny'; expected groups with at least 5 members/,
    ],
    [
      'a team that is not there',
      { candidates: [{ title: 'Birch', team: 'group:default/none' }] },
      /expected groups of the catalog/,
    ],
    [
      'a portal that is not there',
      { candidates: [{ portal: 'birch', team: 'group:default/checkout' }] },
      /field 'candidates.0.portal' is 'birch'; expected ids that GET/,
    ],
    [
      'a candidate without a name',
      { candidates: [{ team: 'group:default/checkout' }] },
      /field 'candidates.0' is .*expected candidates with a portal or/,
    ],
    [
      'a candidate twice',
      { candidates: [plan.candidates[1], plan.candidates[1]] },
      /each once/,
    ],
    ['nobody', { candidates: [] }, /field 'candidates'/],
    ['a start of long ago', { start: '2020-01-01' }, /field 'start'/],
    ['a start far ahead', { start: '2029-01-01' }, /field 'start'/],
    ['no week', { weeks: 0 }, /field 'weeks'/],
  ])('refuses %s', async (_, given, message) => {
    const answer = await send('post', ROOT, { body: { ...plan, ...given } });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });

  describe('lets no subtraction tell what a few did', () => {
    const by = (team: string, start = '2026-02-20') => ({
      ...plan,
      start,
      candidates: [{ portal: 'amber', team: `group:default/${team}` }],
    });

    async function refused(body: ProofRequest) {
      const answer = await send('post', ROOT, { body });
      expect(answer.status).toBe(400);
      return answer.body.error.message;
    }

    const remove = async ({ id }: Proof) => {
      expect((await send('delete', `${ROOT}/${id}`)).status).toBe(200);
    };

    /** Spans of members of a team, as they are now. */
    const spansOf = async (team: string) => {
      const entityRef = `group:default/${team}`;
      const teams = portal.knex('teams').where({ entity_ref: entityRef });
      return portal
        .knex('team_spans')
        .whereIn('team_id', teams.select('id'))
        .whereNull('to_day')
        .orderBy('person_id');
    };

    const membersIn = async (team: string): Promise<number[]> =>
      (await spansOf(team)).map(({ person_id }) => person_id);

    /** Makes these the members of a team that has some. */
    async function setMembers(team: string, personIds: number[]) {
      const [{ team_id, from_day }] = await spansOf(team);
      await portal.knex('team_spans').where({ team_id }).delete();
      await portal
        .knex('team_spans')
        .insert(personIds.map(person_id => ({ team_id, person_id, from_day })));
    }

    afterEach(async () => {
      await portal.knex('team_spans').delete();
      await portal.collect();
    });

    it('of two teams that are planned', async () => {
      const march = '2026-03-02';
      const { id } = await planned(by('payments', march));
      expect(await refused(by('cards', march))).toMatch(
        /'group:default\/cards'; expected groups that set no fewer than 5 people apart/,
      );
      const path = `${ROOT}/${id}`;
      const changed = await send('put', path, { body: by('cards', march) });
      expect(changed.status).toBe(200);
      await planned(by('cards', march));
      await planned(by('checkout', march));
      await planned(by('payments', '2026-03-16'));
    });

    it('of a team whose members changed since another proof of concept was deleted', async () => {
      await remove(await planned(by('checkout')));
      const [first, ...left] = await membersIn('checkout');
      await setMembers('checkout', left);
      await setMembers('zebras', [first, ...(await membersIn('zebras'))]);
      expect(await refused(by('checkout'))).toMatch(/apart from all/);
      expect(await refused(by('zebras'))).toMatch(/apart from all/);
      // Of another portal, and of other days, nothing was seen.
      const [{ team }] = by('checkout').candidates;
      const candidates = [{ portal: 'cedar', team }];
      await planned({ ...by('checkout'), candidates });
      await planned(by('checkout', '2026-03-06'));
    });

    it('of the same team, planned anew', async () => {
      await remove(await planned(by('checkout')));
      const { id } = await planned(by('checkout'));
      expect((await read(id)).candidates[0].size).toBe(10);
    });

    it('of a plan that changes before it starts', async () => {
      await planned(by('checkout'));
      const { id } = await planned(by('payments', '2026-02-25'));
      const members = await membersIn('checkout');
      await setMembers('checkout', members.slice(2));
      const path = `${ROOT}/${id}`;
      const changed = await send('put', path, {
        body: by('checkout', '2026-02-25'),
      });
      expect(changed.body.error.message).toMatch(/apart from all/);
      await setMembers('payments', members.slice(1));
      time.now = at('2026-02-26');
      await begin();
      expect((await read(id)).candidates[0]).toMatchObject({
        size: null,
        active: null,
        unknown: {
          code: 'team-not-counted',
          sentence: expect.stringMatching(/set too few people apart/),
        },
      });
    });

    it('of three teams together, of which no two tell anything', async () => {
      const [c, p, z, t] = [
        await membersIn('checkout'),
        await membersIn('payments'),
        await membersIn('zebras'),
        await membersIn('tiny'),
      ];
      await remove(await planned(by('checkout')));
      await setMembers('zebras', [...c.slice(0, 5), ...z, ...t]);
      const second = await planned(by('zebras'));
      const third = [...c.slice(3, 8), ...z.slice(0, 5), ...p.slice(0, 5)];
      await setMembers('cards', third);
      // Two of checkout are in all of them.
      expect(await refused(by('cards'))).toMatch(/apart from all/);
      await remove(second);
      expect(await refused(by('cards'))).toMatch(/apart from all/);
      await portal.knex('proof_members').where('proof_id', second.id).delete();
      await planned(by('cards'));
    });

    it('of all but a few developers', async () => {
      const all = ['checkout', 'payments', 'zebras', 'tiny'].map(membersIn);
      const ids = (await Promise.all(all)).flat();
      await setMembers('zebras', ids.slice(4));
      expect(await refused(by('zebras'))).toMatch(/apart from all developers/);
      await setMembers('zebras', ids.slice(5));
      await planned(by('zebras'));
    });

    it('after someone was forgotten, of whom nothing is left', async () => {
      const proof = await planned(by('checkout'));
      await remove(proof);
      const person = { entityRef: 'user:default/c0', stop: false };
      await portal.post('/people/forget', ada, person);
      expect(await membersOf(1)).toHaveLength(9);
      await portal.knex('team_spans').delete();
      await portal.collect();
      // Whoever comes back is somebody else, whom the numbers shown left out.
      expect(await refused(by('checkout'))).toMatch(/apart from all/);
      const stop = { ...person, stop: true };
      await portal.post('/people/forget', ada, stop);
      await portal.collect();
      await planned(by('checkout'));
      await portal.knex('people').update({ opted_out: false });
    });

    it('as long as activity of its days is kept', async () => {
      const { id } = await planned(by('checkout'));
      const members = await membersIn('checkout');
      await setMembers('checkout', members.slice(1));
      time.now = at('2027-03-24');
      expect((await send('get', `${ROOT}/${id}`)).status).toBe(404);
      const body = by('checkout', '2026-02-21');
      expect(await refused(body)).toMatch(/'start'/);
      const late = { ...body, start: '2026-03-01' };
      expect(await refused(late)).toMatch(/apart from all/);
      await planned({ ...body, start: '2026-03-06' });
    });
  });

  it('is longer than activity is kept at most', async () => {
    const candidates = names(8, 'Candidate').map(title => ({
      title,
      team: 'group:default/checkout',
    }));
    const body = { ...plan, weeks: 12, candidates };
    const answer = await send('post', ROOT, { body });
    expect(answer.body.error.message).toMatch(/plans of up to 396 days/);
  });

  it('counts nobody of a team that has become too small by the start', async () => {
    const { id } = await planned();
    await portal.knex('team_spans').update({ to_day: 1 });
    time.now = at('2026-03-04');
    await begin();
    expect((await read(id)).candidates[0]).toMatchObject({
      size: null,
      active: null,
      unknown: {
        code: 'team-not-counted',
        sentence: expect.stringMatching(/too few members/),
      },
    });
    await portal.knex('team_spans').update({ to_day: null });
  });
});
