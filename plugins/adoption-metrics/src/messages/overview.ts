export const overview = {
  subject: 'The overview',
  loading: 'Loading metrics',
  dataThrough: 'Data through {{day}}',
  firstMetrics: 'First metrics on {{day}}, after midnight',
  updated: 'Updated at {{time}} ({{timeZone}})',
  targets: {
    unknown: 'There is no data yet',
    all: 'All {{total}} targets are met',
    met_zero: 'None of the {{total}} targets is met',
    met_one: '{{count, number}} of {{total}} targets is met',
    met_other: '{{count, number}} of {{total}} targets are met',
    undecided: '{{met}}, with not enough data for {{undecided}}',
  },
  verdict: {
    alone: '{{targets}}.',
    'insufficient-data':
      '{{targets}}. There is no forecast for the {{goal}} goal yet.',
    'on-track': '{{targets}}, and the {{goal}} goal is on track for {{date}}.',
    watch: '{{targets}}, and the {{goal}} goal for {{date}} is uncertain.',
    'at-risk': '{{targets}}, and the {{goal}} goal for {{date}} is at risk.',
    achieved: '{{targets}}, and the {{goal}} goal is achieved.',
    missed: '{{targets}}, and the {{goal}} goal was missed on {{date}}.',
  },
  deadline: {
    title: 'Deadline',
    goal: '{{goal}} of developers active by {{date}}',
    probability: 'Probability of meeting the goal',
    timeLeft: 'Time left',
    days_one: '{{count, number}} day',
    days_other: '{{count, number}} days',
    over: 'Deadline',
    current: 'Active users',
    currentOn: 'Active users on {{day}}',
    view: 'View forecast',
    none: 'No deadline is set. {{purpose}}',
    purpose:
      'With a goal and a date, this page shows a weekly forecast, and recipients are notified when the goal is at risk.',
    whoSets:
      'Portal administrators and people with the permission {{permission}} can set one.',
    set: 'Set a deadline',
  },
  actions: {
    title: 'Recommended actions',
    allMet: 'Every metric is on target.',
    none: 'No recommendations from the data so far.',
  },
} as const;
