import {
  DeadlineState,
  MetricStatus,
  say,
} from 'backstage-plugin-adoption-metrics-common';
import { keyOf, LastStates, Transition } from '../Alert';
import { lastSeen } from '../__testUtils__/lastSeen';
import { DeadlineFacts, deadlineTransitions } from './deadline';
import { metricTransitions } from './metric';
import { deadlineMessages, milestoneTransitions } from './milestone';

const nothing: LastStates = new Map();

function facts(rest: Partial<DeadlineFacts> = {}): DeadlineFacts {
  return {
    deadlineId: 7,
    state: 'at-risk',
    said: [say('text', { text: 'At risk.' })],
    daysLeft: 45,
    week: undefined,
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

  it.each<[DeadlineState, LastStates, boolean]>([
    ['at-risk', nothing, true],
    ['missed', nothing, true],
    ['achieved', nothing, false],
    ['on-track', lastSeen([['deadline/7', 'at-risk']]), false],
  ])('leads to the report from %s', (state, last, leads) => {
    const [{ text }] = deadlineTransitions(facts({ state }), last);
    expect(text.endsWith('Report for leadership: /adoption/report')).toBe(
      leads,
    );
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

describe('the deadline, at a moment', () => {
  const changed = lastSeen([['deadline/7', 'watch']]);

  it('is one message where the status changes on the day of a reminder', () => {
    const [reminder, change, ...more] = deadlineMessages(
      facts({ daysLeft: 60, week: 20_779 }),
      changed,
    );
    expect(reminder).toMatchObject({ rule: 'milestone', isBaseline: true });
    expect(change).toMatchObject({
      rule: 'deadline',
      severity: 'high',
      title: 'The adoption deadline is at risk: 60 days left',
      text: 'At risk. Data as of 22 Nov 2026. Report for leadership: /adoption/report',
    });
    expect(change.isBaseline).toBeUndefined();
    expect(more).toEqual([]);
  });

  it('is what there is otherwise', () => {
    const rulesOf = (daysLeft: number, before: string) =>
      deadlineMessages(
        facts({ daysLeft }),
        lastSeen([['deadline/7', before]]),
      ).map(({ rule }) => rule);
    expect(rulesOf(45, 'watch')).toEqual(['deadline']);
    expect(rulesOf(60, 'at-risk')).toEqual(['milestone']);
    expect(rulesOf(45, 'at-risk')).toEqual([]);
  });

  // Backstage shows `normal` with a green tick.
  it.each<[DeadlineState, number, string]>([
    ['at-risk', 60, 'high'],
    ['watch', 60, 'low'],
    ['watch', 14, 'high'],
    ['watch', 1, 'high'],
  ])('reminds of %s %d days before as %s', (state, daysLeft, severity) => {
    expect(
      milestoneTransitions(facts({ state, daysLeft }), nothing),
    ).toMatchObject([{ severity }]);
  });
});

describe('the rule of the metrics', () => {
  function changesOf(
    verdicts: MetricStatus[],
    before?: string,
  ): Array<Pick<Transition, 'state' | 'isBaseline'>> {
    const last = lastSeen(before ? [['metric/uptime', before]] : []);
    const given = { id: 'uptime' as const, said: [], day: 0, verdicts };
    return metricTransitions(given, last).map(({ state, isBaseline }) => ({
      state,
      isBaseline,
    }));
  }

  it('believes a change after two closed days', () => {
    expect(changesOf(['met', 'missed'], 'met')).toEqual([]);
    expect(changesOf(['missed', 'missed'], 'met')).toEqual([
      { state: 'missed', isBaseline: false },
    ]);
    expect(changesOf(['met', 'met'], 'missed')).toEqual([
      { state: 'met', isBaseline: false },
    ]);
    expect(changesOf(['met', 'met'], 'met')).toEqual([]);
  });

  it('notifies nobody of what it finds at first', () => {
    expect(changesOf(['missed', 'missed'])).toEqual([
      { state: 'missed', isBaseline: true },
    ]);
  });

  it('says what it is of, with a severity that fits', () => {
    const statement = 'Uptime: 99.2%, below target (at least 99.9%).';
    const verdicts: MetricStatus[] = ['missed', 'missed'];
    const given = {
      id: 'uptime' as const,
      said: [say('text', { text: statement })],
      day: 20_779,
      verdicts,
    };
    expect(metricTransitions(given, nothing)).toMatchObject([
      { severity: 'high', text: `${statement} Data as of 22 Nov 2026.` },
    ]);
  });

  it('never takes what is unknown for a change', () => {
    expect(changesOf(['undecided', 'undecided'], 'met')).toEqual([]);
    expect(changesOf(['missed', 'undecided'], 'met')).toEqual([]);
    expect(changesOf(['missed'], 'met')).toEqual([]);
  });
});
