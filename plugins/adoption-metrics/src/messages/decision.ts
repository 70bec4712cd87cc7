export const decision = {
  checklist: {
    title: 'Recovery checklist',
    subject: 'The checklist',
    steps: '{{done}} of {{total}} steps completed.',
    conditions:
      '{{met}} of {{total}} conditions met under which portals succeed.',
    options: 'Options, by team and organization size.',
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
    question: 'What was decided?',
    reason: 'Decided by, and why',
    submit: 'Save decision',
    failed: 'Could not save the decision: {{reason}}',
    option: {
      simplify: 'Simplify: limit to five plugins, and measure again soon',
      'managed-backstage':
        'Managed Backstage, such as Roadie: takes 4 to 7 people instead of 7 to 15, and leaves adoption to you',
      'other-product':
        'Another product, such as Port (half a person to one) or Cortex (one or two, for 200 to 1,000 engineers)',
      'custom-portal': 'Custom portal: two to five people, in full control',
      extend: 'Extend deadline: change the date below as well',
      stop: 'Stop: no portal',
    },
  },
} as const;
