/** Why an entity is stale and what to do about it, and what staleness comes with. */
export const catalogSentences = {
  'catalog.orphan': 'No location references this entity anymore.',
  'catalog.orphan.hint':
    'Unregister it, or restore the location that listed it.',
  'catalog.processing-error': 'The catalog cannot process it: {{error}}',
  'catalog.processing-error.hint':
    'Fix its definition; the entity page shows the error.',
  'catalog.source-error.listed':
    'A file listed by {{place}} cannot be read: {{error}}',
  'catalog.source-error.own': 'Its source cannot be read: {{place}}',
  'catalog.source-error.location':
    'The location that registers it cannot be read: {{place}}',
  'catalog.source-error.hint':
    'Restore the file or access to it, or unregister the location.',
  'catalog.owner-missing': 'It has no owner.',
  'catalog.owner-missing.placeholder':
    'Its owner is the placeholder {{placeholder}}.',
  'catalog.owner-missing.hint':
    'Set spec.owner to the group that maintains it.',
  'catalog.owner-unknown_one': 'Its owner {{owners}} is not in the catalog.',
  'catalog.owner-unknown_other':
    'Its owners {{owners}} are not in the catalog.',
  'catalog.owner-unknown.hint':
    'Set spec.owner to a group or user in the catalog, or add the missing one.',
  'catalog.relation-dangling': 'It {{relations}}, which is not in the catalog.',
  'catalog.relation-dangling.hint':
    'Fix the reference, or register the missing entity.',
  'catalog.relation.depends-on': 'depends on {{entity}}',
  'catalog.relation.part-of': 'is part of {{entity}}',
  'catalog.relation.provides': 'provides {{entity}}',
  'catalog.relation.more': '{{number}} more',
  'catalog.unchanged': 'Its definition has not changed since {{day}}.',
  'catalog.unchanged.hint':
    'Check whether it is still accurate, and update it.',
  'catalog.unverified': 'No owner has confirmed it since {{day}}.',
  'catalog.unverified.never': 'No owner has ever confirmed it.',
  'catalog.unverified.hint':
    'If it is still accurate, have an owner confirm it on its page.',
  'catalog.spiral.no-data': 'Not enough data on {{metrics}}.',
  'catalog.spiral.active-users': 'active users',
  'catalog.spiral.stale-entities': 'stale catalog entities',
  'catalog.spiral.too-few_one':
    'Needs {{needed}} closed weeks of both metrics; there is {{count, number}}.',
  'catalog.spiral.too-few_other':
    'Needs {{needed}} closed weeks of both metrics; there are {{count, number}}.',
  'catalog.spiral.stale-rising':
    'Stale entities went from {{before}} to {{after}} of the catalog.',
  'catalog.spiral.active-falling':
    'Active users went from {{before}} to {{after}} of the developers.',
  'catalog.spiral.both':
    'Both signs in the last {{weeks}} closed weeks: the catalog got staler while fewer people used the portal. These metrics do not show which caused the other.',
  'catalog.spiral.one':
    'One of two signs in the last {{weeks}} closed weeks; both together are a warning.',
  'catalog.spiral.none':
    'No sign in the last {{weeks}} closed weeks that the catalog gets staler while fewer people use the portal.',
  'catalog.exemption.invalid': 'Its exemption is not valid: {{problem}}.',
  'catalog.exemption.missing': '{{annotation}} is missing',
  'catalog.exemption.no-day':
    "{{annotation}} is '{{until}}'; expected days such as '2027-01-31'",
  'catalog.exemption.over': 'it ended on {{day}}',
} as const;
