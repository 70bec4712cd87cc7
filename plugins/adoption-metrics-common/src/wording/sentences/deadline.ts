/** What is known of the deadline. */
export const deadlineSentences = {
  'deadline.at-risk':
    'At risk: at this pace, {{median}} of developers will be active on {{day}} (80% range {{low}} to {{high}}).',
  'deadline.pace':
    'At this pace, {{median}} of developers will be active on {{day}} (80% range {{low}} to {{high}}).',
  'deadline.watch':
    'Uncertain: at this pace, {{median}} of developers will be active on {{day}} (80% range {{low}} to {{high}}).',
  'deadline.on-track':
    'On track: at this pace, {{median}} of developers will be active on {{day}} (80% range {{low}} to {{high}}).',
  'deadline.probability':
    'The probability of meeting the {{goal}} goal is {{probability}}.',
  'deadline.hold': 'The goal is met now and must be held; {{growth}}.',
  'deadline.needed':
    'Meeting it takes {{people}} new active users per week; {{growth}}.',
  'deadline.no-growth': 'there is no net growth',
  'deadline.growth': 'the current pace is {{people}}',
  'deadline.under': 'under {{value}}',
  'deadline.over': 'over {{value}}',
  'deadline.achieved_one': 'Goal achieved: {{goal}} held for a week.',
  'deadline.achieved_other':
    'Goal achieved: {{goal}} held for {{count, number}} weeks in a row.',
  'deadline.active_one':
    'On {{day}}, {{count, number}} of {{developers}} was active.',
  'deadline.active_other':
    'On {{day}}, {{count, number}} of {{developers}} were active.',
  'deadline.developers_one': '{{count, number}} developer',
  'deadline.developers_other': '{{count, number}} developers',
  'deadline.missed': 'The deadline passed; the goal was {{goal}}.',
  'deadline.missed-at':
    'The deadline passed at {{share}} ({{active}} of {{developers}}); the goal was {{goal}}.',
  'deadline.decide': 'It is time to decide how to proceed.',
  'deadline.decided': 'Decision on {{day}}: {{option}}.',
  'deadline.unmeasured_one':
    'The deadline passed, but the last week could not be measured in full: whether the goal of {{goal}} was met is unknown.',
  'deadline.unmeasured_other':
    'The deadline passed, but the last {{count, number}} weeks could not all be measured in full: whether the goal of {{goal}} was met is unknown.',
  'deadline.no-data':
    'There is not enough data on active users for a forecast.',
  'deadline.waiting_one':
    'The forecast needs {{count, number}} more week of data; it starts on {{day}}.',
  'deadline.waiting_other':
    'The forecast needs {{count, number}} more weeks of data; it starts on {{day}}.',
  'deadline.not-over': 'The first week is evaluated once it is over.',
  'deadline.not-evaluated':
    'The deadline passed; its weeks have not been evaluated yet.',
} as const;
