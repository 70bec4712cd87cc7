/**
 * The sentences about a metric that the homepage card shows too, by their codes:
 * those about its value and its status, and notes.
 *
 * @public
 */
export const scorecardSentences = {
  /** What somebody else wrote, such as a rule of a module. */
  text: '{{text}}',
  'scorecard.name.active-users': 'Active users',
  'scorecard.name.page-load': 'Page load, 75th percentile',
  'scorecard.name.uptime': 'Uptime, 30 days',
  'scorecard.name.stale-entities': 'Stale catalog entities',
  'scorecard.decided': '{{name}}: {{value}}, {{verdict}} ({{target}}).',
  'scorecard.undecided':
    '{{name}}: {{value}} (target: {{target}}). {{reason}}.',
  'scorecard.at-least': 'at least {{value}}',
  'scorecard.under': 'under {{value}}',
  'scorecard.counted': '{{value}} ({{part}} of {{whole}})',
  'scorecard.unknown': 'unknown',
  'scorecard.on-target': 'on target',
  'scorecard.below-target': 'below target',
  'scorecard.above-target': 'above target',
  'scorecard.not-below-target': 'not below target',
  'scorecard.reason.no-data': 'No data yet',
  'scorecard.reason.window-incomplete': 'Not enough data yet',
  'scorecard.reason.window-day': 'Not enough data yet: day {{day}} of {{days}}',
  'scorecard.reason.too-few-samples': 'Not enough data: too few observations',
  'scorecard.reason.stale-evidence': 'The latest data is too old',
  'scorecard.reason.misconfigured':
    'There are more active people than developers',
  'scorecard.reason.foreign-sign-ins':
    'People sign in under names that are not in the catalog',
  'scorecard.reason.no-developers':
    'No user in the catalog counts as a developer',
  'scorecard.period': '{{from}} to {{to}}',
  'scorecard.note.held':
    'The catalog has over 20% fewer users than before. The previous number holds until a second sync confirms the drop.',
  'scorecard.note.not-running': 'The backend was not running on {{days}}.',
  'scorecard.note.readers-without-reports':
    'On {{days}}, people opened this plugin, but no browser reported usage.',
  'scorecard.note.failed-batches': 'On {{days}}, reports from browsers failed.',
  'scorecard.note.long-silence':
    'No browser reported on {{days}}, longer than chance or a few days off would explain.',
  'scorecard.note.quiet':
    'No visits since {{day}}. If no visits were expected, no action is needed.',
  'scorecard.note.excluded': 'These days are excluded as unknown.',
  'scorecard.note.imported':
    'Activity of {{from}} to {{to}} was imported from {{source}}, which counted {{counted}}.',
  'scorecard.note.renamed':
    'User names may have changed on {{days}}: about as many developers appeared as disappeared. Until you merge the identities, these people count as new.',
  'scorecard.note.opted-out_one':
    '{{count, number}} person has opted out and is not counted.',
  'scorecard.note.opted-out_other':
    '{{count, number}} people have opted out and are not counted.',
  'scorecard.note.few-opted-out':
    'At most {{most}} people have opted out and are not counted.',
  'scorecard.note.sign-ins.none':
    'None of the {{people}} people who used the portal in the last {{days}} days are developers in the catalog.',
  'scorecard.note.sign-ins.none-of_one':
    'None of the {{people}} people who used the portal in the last {{days}} days are developers in the catalog, which has {{count, number}} developer.',
  'scorecard.note.sign-ins.none-of_other':
    'None of the {{people}} people who used the portal in the last {{days}} days are developers in the catalog, which has {{count, number}} developers.',
  'scorecard.note.sign-ins.few':
    'At most one in ten of the {{people}} people who used the portal in the last {{days}} days are developers in the catalog.',
  'scorecard.note.sign-ins.few-of_one':
    'At most one in ten of the {{people}} people who used the portal in the last {{days}} days are developers in the catalog, which has {{count, number}} developer.',
  'scorecard.note.sign-ins.few-of_other':
    'At most one in ten of the {{people}} people who used the portal in the last {{days}} days are developers in the catalog, which has {{count, number}} developers.',
  'scorecard.note.names.unmatched':
    'Their sign-in names do not match the names in the catalog.',
  'scorecard.note.names.alike':
    'Sign-in names and catalog names both look like {{shape}}, but do not match.',
  'scorecard.note.names.other':
    'They sign in as {{seen}}; users in the catalog are called {{known}}.',
  'scorecard.note.coverage-unknown':
    'Coverage is unknown: browsers reported {{measured}} measured loads but only {{navigations}} navigations. This is expected until navigations have been collected for 28 days.',
  'scorecard.note.low-coverage':
    'Only {{share}} of initial page loads were measured ({{measured}} of {{navigations}}). People who leave before a slow page has loaded are missing, so actual load times may be longer.',
  'scorecard.note.low-coverage-because':
    "Only {{share}} of initial page loads were measured ({{measured}} of {{navigations}}); the most common reason is '{{reason}}'. People who leave before a slow page has loaded are missing, so actual load times may be longer.",
  'scorecard.discard.hidden': 'in a hidden tab',
  'scorecard.discard.sleep': 'computer asleep',
  'scorecard.discard.back-forward-cache': 'restored by the browser',
  'scorecard.discard.prerender': 'prerendered, never shown',
  'scorecard.discard.unsettled': 'never finished',
  'scorecard.discard.superseded': 'left before it finished',
  'scorecard.note.target-changed':
    'The target changed within the 28 days: the share within target is unknown, and the status is based on the percentile, which is accurate to within 1%.',
  'scorecard.note.load-event':
    '{{share}} of the loads are timed by the load event, because those browsers do not report Largest Contentful Paint.',
  'scorecard.note.dropped-events':
    'Events of any kind that browsers dropped before delivery: {{events}}.',
  'scorecard.note.observed-part':
    'Based on the {{observed}} days observed: the {{days}}-day window begins before the installation.',
  'scorecard.note.heartbeats-only':
    'Based on heartbeats only: no external check has succeeded yet.',
  'scorecard.note.checks-stopped':
    "Checks of '{{component}}' have stopped; uptime is based on heartbeats.",
  'scorecard.note.scan-failed':
    'The scan of {{time}} failed; showing the last successful one.',
  'scorecard.note.exempted':
    'Exempted by annotation and not counted as stale: {{entities}}.',
  'scorecard.note.owners-not-checked':
    'Unknown owners are not checked: the catalog has no groups, or the rule is off.',
} as const;
