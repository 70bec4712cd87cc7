import { DeadlineState } from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';
import { lastSeen } from '../__testUtils__/lastSeen';
import { DeadlineFacts, deadlineTransitions } from './deadline';
import { figureTransitions } from './figure';
import { milestoneTransitions } from './milestone';

const nothing: LastStates = new Map();

function facts(rest: Partial<DeadlineFacts> = {}): DeadlineFacts {
  return {
    programmeId: 7,
    state: 'at-risk',
    sentence: 'Needs acceleration.',
    daysLeft: 45,
    ...rest,
  };
}

/** What is told of states that follow one another. */
function titlesOf(states: DeadlineState[]): string[] {
  const last = new Map<string, string>();
  return states.flatMap(state => {
    const told = deadlineTransitions(facts({ state }), lastSeen(last));
    told.forEach(each => last.set(keyOf(each), each.state));
    return told.map(({ title }) => title);
  });
}

describe('the rule of the deadline', () => {
  it('tells that it is at risk once, and that it is so no longer', () => {
    expect(
      titlesOf(['watch', 'at-risk', 'at-risk', 'on-track', 'watch', 'at-risk']),
    ).toEqual([
      'The adoption deadline is at risk',
      'The adoption deadline is no longer at risk',
      'The adoption deadline is at risk',
    ]);
  });

  it('tells how it ends', () => {
    expect(titlesOf(['on-track', 'achieved', 'achieved'])).toEqual([
      'The adoption goal is reached',
    ]);
    expect(titlesOf(['at-risk', 'missed'])).toEqual([
      'The adoption deadline is at risk',
      'The adoption deadline has passed, and the goal was not reached',
    ]);
  });

  it('takes a week without a forecast for no news', () => {
    expect(titlesOf(['at-risk', 'insufficient-data', 'at-risk'])).toEqual([
      'The adoption deadline is at risk',
    ]);
  });

  it('begins anew with another programme', () => {
    const last = lastSeen([['deadline/6', 'at-risk']]);
    expect(deadlineTransitions(facts(), last)).toHaveLength(1);
  });
});

describe('the rule of milestones', () => {
  const told = (daysLeft: number, state: DeadlineState = 'watch') =>
    milestoneTransitions(facts({ daysLeft, state }), nothing).map(
      ({ subject, title }) => `${subject}: ${title}`,
    );

  it.each([90, 60, 30, 14, 7])('reminds %d days before', days => {
    const title = `7/${days}: ${days} days are left until the adoption deadline`;
    expect(told(days)).toEqual([title]);
    expect(told(days + 1)).toEqual([]);
  });

  it('reminds on the last day, and a day late where it must', () => {
    expect(told(1)).toEqual(['7/1: 1 day is left until the adoption deadline']);
    expect(told(29)).toEqual([
      '7/30: 29 days are left until the adoption deadline',
    ]);
    expect(told(28)).toEqual([]);
    expect(told(0)).toEqual([]);
  });

  it('does so once, and only while the goal is not in sight', () => {
    const last = lastSeen([['milestone/7/30', 'reached']]);
    expect(milestoneTransitions(facts({ daysLeft: 30 }), last)).toEqual([]);
    expect(told(30, 'on-track')).toEqual([]);
    expect(told(30, 'achieved')).toEqual([]);
    expect(told(30, 'insufficient-data')).toEqual([]);
  });
});

describe('the rule of the figures', () => {
  function changesOf(
    days: Array<boolean | undefined>,
    before?: string,
  ): Array<Pick<Transition, 'state' | 'isBaseline'>> {
    const last = lastSeen(before ? [['figure/uptime', before]] : []);
    const figure = { metric: 'uptime' as const, name: 'Uptime, 30 days' };
    return figureTransitions({ ...figure, statement: '', days }, last).map(
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

  it('tells nobody what it finds at first', () => {
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
