export const card = {
  title: 'Adoption scorecard',
  subject: 'The scorecard',
  loading: 'Loading metrics',
  targetsMet: '{{met}} of {{total}} targets met',
  dataThrough: 'data through {{day}} · {{timeZone}}',
  firstMetricsOn: 'first metrics on {{day}}, after midnight in {{timeZone}}',
  definitions: 'Definitions',
  details: 'Details',
  deadline: {
    label: 'Deadline',
    date: 'Deadline {{date}}',
    none: 'No deadline',
    set: 'Set a deadline',
    nobodyNotified: {
      'no-recipients':
        'No one is notified when this changes: there are no recipients.',
      unreachable: 'No one is notified when this changes: {{faults}}.',
      'switched-off':
        'No one is notified when this changes: the alert rule is off.',
      muted: 'No one is notified when this changes: the alert rule is muted.',
    },
    notify: 'Set up notifications',
    decide: 'Make a decision',
    recovery: 'View recovery plan',
    history: 'View history',
  },
} as const;
