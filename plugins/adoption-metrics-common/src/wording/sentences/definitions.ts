/** What metrics mean. */
export const definitionSentences = {
  'definitions.active-users':
    'Share of developers in the software catalog who used the portal (viewed a page, clicked, searched, or ran a template) on at least one of the last 28 closed days.',
  'definitions.active-users.of-head-count':
    "People who used the portal (viewed a page, clicked, searched, or ran a template) on at least one of the last 28 closed days, as a share of the configured number of developers. People who are excluded or no longer in the software catalog don't count.",
  'definitions.active-users.not-counted':
    "Guests, services, automated browsers, background refreshes, visits to the pages of this plugin, and people who opted out don't count.",
  'definitions.active-users.silence':
    'A day without reports counts as a day without users, unless there is evidence that people could not be counted; then it is unknown and left out.',
  'definitions.page-load':
    "75th percentile (nearest rank) of the time from navigation to Largest Contentful Paint, as measured in people's browsers, over the initial page loads of signed-in people on the last 28 closed days.",
  'definitions.page-load.left-out':
    'Loads in hidden tabs and loads that end on the sign-in page are left out.',
  'definitions.page-load.accuracy':
    'The percentile is accurate to within 1%; the number of loads under the target is exact, and unknown if the target changed within the 28 days.',
  'definitions.page-load.coverage':
    'Coverage is the share of initial navigations whose load was measured.',
  'definitions.uptime':
    'Share of the last 30 days during which at least one backend process sent heartbeats, none lost its database, and no counting check from outside failed or flapped.',
  'definitions.uptime.excluded':
    'A gap in all heartbeats is not uptime; maintenance declared in advance and time before the installation are excluded.',
  'definitions.stale-entities':
    'Share of catalog entities of kind {{kinds}} that are stale, each counted once.',
  'definitions.stale-entities.off':
    'Share of catalog entities of kind {{kinds}} that are stale; all reasons are disabled.',
  'definitions.stale-entities.if':
    'An entity is stale if {{reasons}}, unless an annotation exempts it.',
  'definitions.rule.for': '{{rule}} for {{time}}',
  'definitions.rule.of-kinds': '{{rule}} (only of kind {{kinds}})',
  'definitions.rule.orphan': 'no location references it anymore',
  'definitions.rule.processing-error': 'the catalog has failed to process it',
  'definitions.rule.source-error': 'the source it comes from cannot be read',
  'definitions.rule.owner-missing': 'it has no owner',
  'definitions.rule.owner-placeholder':
    'it has no owner (or only the placeholder {{placeholders}})',
  'definitions.rule.owner-unknown':
    'none of its owners is in the catalog (checked once the catalog has groups)',
  'definitions.rule.relation-dangling':
    'it depends on, is part of, or provides an entity that is not in the catalog',
  'definitions.rule.unchanged': 'its definition has not changed for {{time}}',
  'definitions.rule.unverified': 'no owner has confirmed it for {{time}}',
} as const;
