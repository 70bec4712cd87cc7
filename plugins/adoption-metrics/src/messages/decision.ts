export const decision = {
  title: 'Decision',
  description: 'Stay or switch: measured facts beside published ones',
  deadline: {
    none: 'No deadline is set. Set one to agree on a date by which adoption reaches its goal; if it does not, this page helps you decide what to do.',
    view: 'View deadline',
    set: 'Set a deadline',
  },
  checklist: {
    title: 'Recovery checklist',
    subject: 'The checklist',
    steps: '{{done}} of {{total}} steps completed.',
    conditions:
      '{{met}} of {{total}} conditions met under which portals succeed.',
    disclaimer: '{{source}}, published on {{date}}; not validated.',
    state: {
      done: 'done',
      met: 'met',
      open: 'open',
      fits: 'fits',
      unfit: 'does not fit',
      'not-met': 'not met',
      unknown: 'unknown',
    },
  },
  form: {
    title: 'Make a decision',
    advice:
      'Ignore what has been spent so far. Compare only what each option costs and brings from today on.',
    subject: 'The options',
    question: 'What was decided?',
    reason: 'Decided by, and why',
    submit: 'Save decision',
    failed: 'Could not save the decision: {{reason}}',
  },
} as const;
