import {
  DeadlineState,
  PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import { metric } from './__testUtils__/organization';
import { VerdictFacts, verdictOf } from './verdict';

const ids = ['team', 'scope', 'sponsor', 'operations', 'timeline'] as const;

const conditions = (state: PortalCondition['state']): PortalCondition[] =>
  ids.map(id => ({
    id,
    title: id,
    state,
    reason: id,
    code: 'unanswered',
    values: {},
  }));

const deadline = (state: DeadlineState) => ({
  state,
  goal: 0.3,
  sentence: `It is ${state}.`,
});

function metrics(
  numerator: number,
  denominator: number,
  others: 'met' | 'missed',
) {
  const status = numerator >= 0.3 * denominator ? 'met' : 'missed';
  return [
    metric('active-users', { numerator, denominator, status }),
    metric('page-load', { status: others }),
    metric('uptime', { status: others }),
    metric('stale-entities', { status: others }),
  ];
}

const nothing: VerdictFacts = { metrics: [], conditions: [] };

describe('verdictOf', () => {
  it('moves where a deadline was missed, for five causes', () => {
    const verdict = verdictOf({
      metrics: metrics(12, 150, 'missed'),
      deadline: deadline('missed'),
      conditions: conditions('not-met'),
    });
    expect(verdict).toMatchObject({
      state: 'pivot',
      met: 0,
      deadline: 'missed',
    });
    expect(verdict.causes.map(({ id }) => id)).toEqual(ids);
    expect(verdict.sentence).toBe(
      'Switch to another option: the goal was missed by the deadline; 0 of 4 metrics meet their targets; 5 conditions of 5 that portals need to succeed are not met.',
    );
  });

  it('stays where all four metrics meet their targets', () => {
    expect(
      verdictOf({
        metrics: metrics(250, 500, 'met'),
        conditions: conditions('met'),
      }),
    ).toMatchObject({ state: 'stay', met: 4, deadline: null, causes: [] });
  });

  it.each<[number, DeadlineState | undefined, string]>([
    [299, 'missed', 'pivot'],
    [300, 'missed', 'stay'],
    [299, 'at-risk', 'undecided'],
    [300, 'at-risk', 'stay'],
    [299, 'achieved', 'stay'],
    [299, 'insufficient-data', 'undecided'],
    [299, undefined, 'undecided'],
    [300, undefined, 'stay'],
    [30, undefined, 'undecided'],
  ])('with %d of 1,000 and a deadline %s: %s', (active, state, expected) => {
    const verdict = verdictOf({
      ...nothing,
      metrics: metrics(active, 1_000, 'missed'),
      deadline: state && deadline(state),
    });
    expect(verdict.state).toBe(expected);
  });

  it('holds active users against the goal of the deadline', () => {
    const facts = { ...nothing, metrics: metrics(350, 1_000, 'met') };
    const missed = { ...deadline('missed'), goal: 0.4 };
    expect(verdictOf({ ...facts, deadline: missed }).state).toBe('pivot');
  });

  it('says what it waits for', () => {
    const facts = { ...nothing, metrics: metrics(30, 1_000, 'met') };
    expect(verdictOf({ ...facts, deadline: deadline('watch') }).sentence).toBe(
      'Too early to decide: It is watch.',
    );
    expect(verdictOf(facts).sentence).toMatch(
      /^No deadline is set, so no decision/,
    );
  });

  it('names the conditions of which it does not know', () => {
    const { causes, unknown } = verdictOf({
      ...nothing,
      conditions: conditions('unknown'),
    });
    expect([causes.length, unknown.length]).toEqual([0, 5]);
  });

  it('does not take active users that are not measured for either', () => {
    const metricsUnknown = [metric('active-users', { status: 'undecided' })];
    expect(verdictOf({ ...nothing, metrics: metricsUnknown }).state).toBe(
      'undecided',
    );
  });
});
