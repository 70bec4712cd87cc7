import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';
import { lastSeen } from '../__testUtils__/lastSeen';
import { DeadlineFacts, deadlineTransitions } from './deadline';
import { metricTransitions } from './metric';
import { milestoneTransitions } from './milestone';

const nothing: LastStates = new Map();

function facts(rest: Partial<DeadlineFacts> = {}): DeadlineFacts {
  return {
    deadlineId: 7,
    state: 'at-risk',
    sentence: 'Needs acceleration.',
    daysLeft: 45,
    ...rest,
  };
}

/** What is notified of as states follow one another. */
function titlesOf(states: DeadlineState[]): string[] {
  const last = new Map<string, string>();
  return states.flatMap(state => {
    const notified = deadlineTransitions(facts({ state }), lastSeen(last));
    notified.forEach(each => last.set(keyOf(each), each.state));
    return notified.map(({ title }) => title);
  });
}

describe('the rule of the deadline', () => {
  it('notifies once that it is at risk, and that it is so no longer', () => {
    expect(
      titlesOf(['watch', 'at-risk', 'at-risk', 'on-track', 'watch', 'at-risk']),
    ).toEqual([
      'The adoption deadline is at risk',
      'The adoption deadline is no longer at risk',
      'The adoption deadline is at risk',
    ]);
  });

  it('notifies of how it ends', () => {
    expect(titlesOf(['on-track', 'achieved', 'achieved'])).toEqual([
      'The adoption goal has been reached',
    ]);
    expect(titlesOf(['at-risk', 'missed'])).toEqual([
      'The adoption deadline is at risk',
      'The adoption goal was not reached by the deadline',
    ]);
  });

  it('takes a week without a forecast for no news', () => {
    expect(titlesOf(['at-risk', 'insufficient-data', 'at-risk'])).toEqual([
      'The adoption deadline is at risk',
    ]);
  });

  it('begins anew with another deadline', () => {
    const last = lastSeen([['deadline/6', 'at-risk']]);
    expect(deadlineTransitions(facts(), last)).toHaveLength(1);
  });
});

describe('the rule of milestones', () => {
  const notified = (daysLeft: number, state: DeadlineState = 'watch') =>
    milestoneTransitions(facts({ daysLeft, state }), nothing).map(
      ({ subject, title }) => `${subject}: ${title}`,
    );

  it.each([90, 60, 30, 14, 7])('reminds %d days before', days => {
    const title = `7/${days}: ${days} days left until the adoption deadline`;
    expect(notified(days)).toEqual([title]);
    expect(notified(days + 1)).toEqual([]);
  });

  it('reminds on the last day, and a day late where it must', () => {
    expect(notified(1)).toEqual([
      '7/1: 1 day left until the adoption deadline',
    ]);
    expect(notified(29)).toEqual([
      '7/30: 29 days left until the adoption deadline',
    ]);
    expect(notified(28)).toEqual([]);
    expect(notified(0)).toEqual([]);
  });

  it('does so once, and only while the goal is not in sight', () => {
    const last = lastSeen([['milestone/7/30', 'reached']]);
    expect(milestoneTransitions(facts({ daysLeft: 30 }), last)).toEqual([]);
    expect(notified(30, 'on-track')).toEqual([]);
    expect(notified(30, 'achieved')).toEqual([]);
    expect(notified(30, 'insufficient-data')).toEqual([]);
  });
});

describe('the rule of the metrics', () => {
  function changesOf(
    days: Array<boolean | undefined>,
    before?: string,
  ): Array<Pick<Transition, 'state' | 'isBaseline'>> {
    const last = lastSeen(before ? [['metric/uptime', before]] : []);
    const metric = { id: 'uptime' as const, name: 'Uptime, 30 days' };
    return metricTransitions({ ...metric, statement: '', days }, last).map(
      ({ state, isBaseline }) => ({ state, isBaseline }),
    );
  }

  it('believes a change after two closed days', () => {
    expect(changesOf([true, false], 'met')).toEqual([]);
    expect(changesOf([false, false], 'met')).toEqual([
      { state: 'missed', isBaseline: false },
    ]);
    expect(changesOf([true, true], 'missed')).toEqual([
      { state: 'met', isBaseline: false },
    ]);
    expect(changesOf([true, true], 'met')).toEqual([]);
  });

  it('notifies nobody of what it finds at first', () => {
    expect(changesOf([false, false])).toEqual([
      { state: 'missed', isBaseline: true },
    ]);
  });

  it('never takes what is unknown for a change', () => {
    expect(changesOf([undefined, undefined], 'met')).toEqual([]);
    expect(changesOf([false, undefined], 'met')).toEqual([]);
    expect(changesOf([false], 'met')).toEqual([]);
  });
});
