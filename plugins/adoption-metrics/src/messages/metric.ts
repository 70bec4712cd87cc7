export const metric = {
  name: {
    'active-users': 'Active users',
    'page-load': 'Page load',
    uptime: 'Uptime',
    'stale-entities': 'Stale entities',
  },
  subject: 'The metric',
  loading: 'Loading the metric',
  status: {
    met: 'on target',
    missedBelow: 'below target',
    missedAbove: 'above target',
    undecided: 'not enough data',
  },
  unknown: 'Unknown',
  target: 'target {{target}}',
  spoken: '{{value}}, {{target}}, {{status}}',
  named: '{{name}}: {{text}}',
  headline: {
    coverage: 'data coverage {{share}}',
    loads_one: '{{count, number}} page load',
    loads_other: '{{count, number}} page loads',
    entities_one: '{{part}} of {{count, number}} entity',
    entities_other: '{{part}} of {{count, number}} entities',
    soFar_one: 'user so far',
    soFar_other: 'users so far',
    today: 'at least {{additional}} more today',
  },
  gap: {
    people_one: '{{count, number}} more user needed',
    people_other: '{{count, number}} more users needed',
    withinTarget: '{{share}} within target',
    budget: 'error budget: {{part}} of {{whole}} ({{share}})',
    fixes_one: '{{count, number}} fix needed',
    fixes_other: '{{count, number}} fixes needed',
    tooFew: 'too few page loads',
    tooOld: 'data is too old',
    misconfigured: 'check the configuration',
  },
  change: {
    since: '{{change}} since {{day}}',
    better: 'better',
    worse: 'worse',
    people_one: '{{active}} active, {{developers}} developer',
    people_other: '{{active}} active, {{developers}} developers',
    peopleFewer: '{{moved}}: the share rose because there are fewer developers',
    peopleMore: '{{moved}}: the share fell because there are more developers',
    entities_one: '{{stale}} stale, {{entities}} entity',
    entities_other: '{{stale}} stale, {{entities}} entities',
    entitiesFewer: '{{moved}}: the share rose because there are fewer entities',
    entitiesMore: '{{moved}}: the share fell because there are more entities',
  },
  lead: {
    'active-users': {
      met: '{{value}} of developers active, on target',
      missed_one:
        '{{value}} of developers active, {{count, number}} more user needed',
      missed_other:
        '{{value}} of developers active, {{count, number}} more users needed',
    },
    'page-load': {
      met: 'Pages load in {{value}} (75th percentile), on target',
      missed: 'Pages load in {{value}} (75th percentile), target {{target}}',
    },
    uptime: {
      overspent: 'Error budget overspent by {{duration}}',
      left: '{{duration}} of error budget left',
    },
    'stale-entities': {
      met: '{{value}} of entities stale, on target',
      missed_one: '{{value}} of entities stale, {{count, number}} fix needed',
      missed_other:
        '{{value}} of entities stale, {{count, number}} fixes needed',
    },
    undecided: {
      windowIncomplete: 'Not enough data yet: day {{day}} of {{days}}',
      tooFew: 'Not enough data yet: too few page loads',
      tooOld: 'Not enough data: the latest data is too old',
      misconfigured: 'No status: check the configuration',
      noData: 'No data yet',
    },
  },
  actions: {
    title: 'Recommended actions',
    none: 'No action recommended for this metric at the moment.',
    own: {
      'active-users': {
        title: 'Increase adoption in the teams with the lowest share',
        reason_one: '{{count, number}} more active user would meet the target.',
        reason_other:
          '{{count, number}} more active users would meet the target.',
      },
      'page-load': {
        title: 'Improve the slowest pages',
        reason: 'Those with the most page loads over the target come first.',
      },
      uptime: {
        title: 'Investigate recent downtime',
        reason_one:
          '{{count, number}} incident in 30 days; it lasted {{duration}}.',
        reason_other:
          '{{count, number}} incidents in 30 days; the longest lasted {{duration}}.',
      },
      restarts: {
        title: 'Reduce downtime caused by restarts',
        reason_one:
          '{{count, number}} restart in 30 days, and no other downtime.',
        reason_other:
          '{{count, number}} restarts in 30 days, and no other downtime.',
      },
      'stale-entities': {
        title: 'Fix the entities that have been stale the longest',
        reason_one: '{{count, number}} fix would meet the target.',
        reason_other: '{{count, number}} fixes would meet the target.',
      },
    },
  },
  summary: {
    meaning: 'How it is measured',
    definition: 'Definition, version {{version}}',
    asOf: 'as of {{time}}',
    window: '{{days}}-day window',
    observed: '{{share}} observed',
  },
  sparkline: {
    empty: 'No history yet',
    at: '{{value}} on {{day}}',
    range: '{{name}}: from {{first}} to {{last}}',
    lowest: 'lowest {{value}}',
    highest: 'highest {{value}}',
    unknownDays_one: '{{count}} day unknown',
    unknownDays_other: '{{count}} days unknown',
  },
  details: 'Details',
  facts: {
    title: 'Supporting numbers',
    'users-needed': 'More users needed',
    'outside-developers': 'Active users who are not developers',
    'daily-active': 'Active developers, last day',
    'weekly-active': 'Active developers, last 7 days',
    'regular-users': 'Regular users',
    p50: 'Median',
    p95: '95th percentile',
    p99: '99th percentile',
    'share-within-target': 'Page loads within target',
    'route-p75': 'In-app navigation, 75th percentile',
    'route-loads': 'In-app navigations',
    lenient: 'Uptime, excluding unknown time',
    'error-budget': 'Error budget',
    'error-budget-used': 'Error budget used',
    incidents: 'Incidents',
    'longest-incident': 'Longest incident',
    restarts: 'Restarts',
    'fixes-needed': 'Fixes needed',
  },
} as const;
