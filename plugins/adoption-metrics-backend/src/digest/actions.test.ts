import { say } from 'backstage-plugin-adoption-metrics-common';
import { actionOf, recommendedActions } from './actions';
import { factsOf, missed, owner, team } from './__testUtils__/facts';
import { DigestFacts } from './DigestFacts';

const deadlineStatus = (state: string, rest: object = {}) =>
  ({
    state,
    said: [say('text', { text: 'The date has passed.' })],
    ...rest,
  } as DigestFacts['deadlineStatus']);
const weeksOf = (given: Partial<DigestFacts['fourWeeks']>) => ({
  days: { from: '2026-10-26', to: '2026-11-23' },
  teams: [],
  plugins: [],
  ...given,
});
const page = (id: string, loads: number, withinTarget: number) => ({
  id,
  loads,
  withinTarget,
});

describe('recommendedActions', () => {
  it('has nothing to recommend where all is well', () => {
    const met = missed('active-users', { status: 'met' });
    const teams = [team('Payments', 1, 50)];
    expect(
      recommendedActions(
        factsOf({ metrics: [met], fourWeeks: weeksOf({ teams }) }),
      ),
    ).toEqual([]);
  });

  it('puts the decision first once the date has passed, until it is taken', () => {
    const facts = factsOf({ deadlineStatus: deadlineStatus('missed') });
    expect(recommendedActions(facts)).toMatchObject([
      { id: 'decide', reason: 'The date has passed.' },
    ]);
    const decided = deadlineStatus('missed', {
      decision: { decision: { id: 'stop', title: 'Stop' } },
    });
    expect(recommendedActions(factsOf({ deadlineStatus: decided }))).toEqual(
      [],
    );
    const inTime = factsOf({ deadlineStatus: deadlineStatus('at-risk') });
    expect(recommendedActions(inTime)).toEqual([]);
  });

  it('names the team that needs the most users', () => {
    const teams = [
      team('Small', 0, 8),
      team('Payments', 6, 100),
      team('Hidden', null, 400),
    ];
    const metrics = [missed('active-users')];
    const fourWeeks = weeksOf({ teams });
    expect(recommendedActions(factsOf({ metrics, fourWeeks }))).toMatchObject([
      {
        title: 'Increase adoption in Payments',
        reason:
          '6 of its 100 developers were active in the 4 weeks ending 22 Nov 2026; 24 more would meet the target.',
      },
    ]);
  });

  it('takes in what else is recommended, after people and before the rest', () => {
    const metrics = [missed('active-users'), missed('stale-entities')];
    const fourWeeks = weeksOf({ teams: [team('Payments', 6, 100)] });
    const more = actionOf('simplify', 'active-users', {
      title: say('actions.simplify', { count: 5 }),
      reason: [],
    });
    const facts = factsOf({ metrics, fourWeeks });
    const ids = recommendedActions(facts, [more]).map(({ id }) => id);
    expect(ids).toEqual(['win-team', 'simplify']);
  });

  const missedBy = (fixesNeeded: number) => [
    missed('stale-entities', { facts: { 'fixes-needed': fixesNeeded } }),
  ];

  it('names the group that owns the most, and no person', () => {
    const owners = {
      owners: [
        owner('user:default/ada', 90),
        owner('group:default/web', 12),
        owner('group:default/payments', 20),
      ],
      withoutOwner: 3,
    };
    const metrics = missedBy(55);
    expect(recommendedActions(factsOf({ metrics, owners }))).toMatchObject([
      {
        title: 'Ask group:default/payments to fix its stale entities',
        reason:
          '55 fixes would bring the catalog to its target; group:default/payments owns 20 stale entities.',
      },
    ]);
  });

  it.each([
    [
      ...([4, 6, 'Find owners for stale entities'] as const),
      '4 fixes would bring the catalog to its target; 6 stale entities have no owner.',
    ],
    [
      ...([1, 1, 'Find owners for stale entities'] as const),
      '1 fix would bring the catalog to its target; 1 stale entity has no owner.',
    ],
    [
      ...([5, 0, 'Fix stale entities'] as const),
      '5 fixes would bring the catalog to its target.',
    ],
  ])(
    'asks for %d fixes with %d entities without owner, where no group is known',
    (fixesNeeded, withoutOwner, title, reason) => {
      const owners = { owners: [], withoutOwner };
      const metrics = missedBy(fixesNeeded);
      expect(recommendedActions(factsOf({ metrics, owners }))).toMatchObject([
        { title, reason },
      ]);
    },
  );

  it('names the page with the most slow loads', () => {
    const pages = {
      routes: [page('catalog', 900, 880), page('docs', 300, 100)],
      targetSeconds: 5,
    } as unknown as DigestFacts['pages'];
    const metrics = [missed('page-load')];
    expect(recommendedActions(factsOf({ metrics, pages }))).toMatchObject([
      {
        title: 'Improve Docs page load time',
        reason: expect.stringMatching(/^200 of its 300 loads .* 5 s or longer/),
      },
    ]);
  });

  it('asks why the portal was down', () => {
    const facts = { incidents: 3, 'longest-incident': 3601 };
    const metrics = [missed('uptime', { facts })];
    expect(recommendedActions(factsOf({ metrics }))).toMatchObject([
      {
        id: 'keep-up',
        reason: '3 incidents in 30 days; the longest lasted 1 h.',
      },
    ]);
  });

  it('says which metric lacks data', () => {
    const metrics = [
      missed('uptime', { status: 'undecided', name: 'Uptime, 30 days' }),
    ];
    expect(recommendedActions(factsOf({ metrics }))).toMatchObject([
      { id: 'explain', title: 'Check the data behind Uptime' },
    ]);
  });

  it('stops at three', () => {
    const metrics = [
      missed('active-users'),
      missed('uptime', { facts: { incidents: 1 } }),
      missed('page-load', { status: 'undecided' }),
    ];
    const actions = recommendedActions(
      factsOf({
        metrics,
        fourWeeks: weeksOf({ teams: [team('Payments', 0, 10)] }),
        deadlineStatus: deadlineStatus('missed'),
      }),
    );
    expect(actions.map(({ id }) => id)).toEqual([
      'decide',
      'win-team',
      'keep-up',
    ]);
  });
});
