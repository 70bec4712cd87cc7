/** What is recommended, and why. */
export const actionSentences = {
  'actions.decide': 'Decide what comes next and record it',
  'actions.win-team': 'Increase adoption in {{team}}',
  'actions.win-team.because':
    '{{active}} of its {{developers}} developers were active; {{needed}} more would meet the target.',
  'actions.win-team.because-in-weeks':
    '{{active}} of its {{developers}} developers were active in the 4 weeks ending {{day}}; {{needed}} more would meet the target.',
  'actions.simplify_one': 'Limit the portal to {{count, number}} plugin',
  'actions.simplify_other': 'Limit the portal to {{count, number}} plugins',
  'actions.simplify.because':
    '{{used}} plugins were used, excluding built-in plugins.',
  'actions.simplify.because-in-weeks':
    '{{used}} plugins were used in the 4 weeks ending {{day}}, excluding built-in plugins.',
  'actions.fix-entities.of-owner': 'Ask {{owner}} to fix its stale entities',
  'actions.fix-entities.without-owner': 'Find owners for stale entities',
  'actions.fix-entities': 'Fix stale entities',
  'actions.fix-entities.fixes_one': '{{count, number}} fix',
  'actions.fix-entities.fixes_other': '{{count, number}} fixes',
  'actions.fix-entities.because':
    '{{fixes}} would bring the catalog to its target.',
  'actions.fix-entities.because-of-owner_one':
    '{{fixes}} would bring the catalog to its target; {{owner}} owns {{count, number}} stale entity.',
  'actions.fix-entities.because-of-owner_other':
    '{{fixes}} would bring the catalog to its target; {{owner}} owns {{count, number}} stale entities.',
  'actions.fix-entities.because-without-owner_one':
    '{{fixes}} would bring the catalog to its target; {{count, number}} stale entity has no owner.',
  'actions.fix-entities.because-without-owner_other':
    '{{fixes}} would bring the catalog to its target; {{count, number}} stale entities have no owner.',
  'actions.speed-up': 'Improve {{page}} page load time',
  'actions.speed-up.because':
    '{{slow}} of its {{loads}} loads in 28 days took {{target}} or longer, the most of any page.',
  'actions.keep-up.restarts': 'Reduce downtime caused by restarts',
  'actions.keep-up.because-of-restarts_one':
    '{{count, number}} restart in 30 days, and no other downtime.',
  'actions.keep-up.because-of-restarts_other':
    '{{count, number}} restarts in 30 days, and no other downtime.',
  'actions.keep-up': 'Investigate recent downtime',
  'actions.keep-up.because_one':
    '{{count, number}} incident in 30 days; the longest lasted {{duration}}.',
  'actions.keep-up.because_other':
    '{{count, number}} incidents in 30 days; the longest lasted {{duration}}.',
  'actions.explain': 'Check the data behind {{metric}}',
} as const;
