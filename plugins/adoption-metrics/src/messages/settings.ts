export const settings = {
  title: 'Settings',
  description: 'Deadline, data health, included users, and definitions',
  deadline: {
    title: 'Deadline settings',
    titleWithout: 'Set a deadline',
    configured:
      'The deadline is set by {{key}} in the configuration of the portal. Change it there.',
    start: 'Start date',
    date: 'Deadline',
    dateHint: 'Six months after the start date if empty',
    goal: 'Goal (%)',
    change: 'Save',
    set: 'Set deadline',
    remove: 'Remove deadline',
    holidays: 'Holidays excluded from the forecast',
    holidaysFrom: 'Holidays {{number}}, from',
    holidaysTo: 'Holidays {{number}}, back on',
    removeHolidays: 'Remove',
    removeHolidaysLabel: 'Remove holidays {{number}}',
    addHolidays: 'Add holidays',
    recipients: 'Recipients',
    recipientsHint:
      'People and groups who are notified when the deadline is at risk, and of other alerts and the digest.',
    configuredRecipients: 'Also notified, by configuration: {{recipients}}',
    noRecipients: 'Add at least one person or group to notify.',
    addRecipient: 'Add a person or group',
    addRecipientHint: 'Type a name to search the catalog',
    removeRecipient: 'Remove',
    removeRecipientLabel: 'Remove recipient: {{recipient}}',
  },
  definitions: {
    title: 'Definitions',
    description:
      'Each definition has a version. Metrics are only compared within the same version, target, and time zone.',
    meta: 'Target {{target}} · version {{version}}, in effect since {{day}}',
  },
  diagnostics: {
    title: 'Data health',
    summary: '{{ok}} of {{total}} checks are OK.',
    checks: 'Checks',
    status: {
      ok: 'OK',
      warning: 'warning',
      problem: 'problem',
      unknown: 'unknown',
    },
    fix: 'What to do:',
    ago: '{{duration}} ago',
  },
  developers: {
    subject: 'The developers',
    included: 'Included users',
    noUsers:
      'The catalog has no users, so no one can be counted as a developer. Import your organization into the catalog, or configure a head count.',
    counted_one: '{{developers}} of {{count, number}} catalog user included.',
    counted_other:
      '{{developers}} of {{count, number}} catalog users included.',
    fewOptedOut:
      'At most {{most}} of them have opted out; the metrics do not count those.',
    optedOut:
      '{{people}} of them have opted out; the metrics do not count those.',
    headCount:
      '{{counted}} A configured head count of {{headCount}} replaces them.',
    notRead: 'The catalog has not been read completely yet.',
    latestSync: 'Latest catalog sync: {{joined}} joined, {{departed}} left.',
    held: 'The number dropped so suddenly that the previous one stays in effect until the drop is confirmed.',
    rekeyed:
      'Many people disappeared while as many others appeared. Identities may have been renamed. An administrator can merge the old and new ones.',
    excluded: 'Excluded users',
    noneExcluded: 'No catalog users are excluded.',
    excludedTable: 'Excluded users by reason',
    reason: 'Reason',
    users: 'Users',
    reasons: {
      guest: 'Guest, shared by everyone who does not sign in',
      filter: 'Not matched by the filter',
      configured: 'Excluded by name',
      'excluded-team': 'In an excluded team',
    },
    names: 'Names',
    namesText:
      'The names of included and excluded users are shown only to people who manage them.',
    showNames: 'Show names',
    namesSubject: 'The names',
    namesForbidden:
      'You cannot see names. You need the permission {{permission}}, or an entry in {{administrators}}.',
    countsAs: 'Included as a developer',
    namesOf: '{{title}}: {{total}}',
    teams: 'Teams',
    noTeams: 'The catalog has no groups with developers in them.',
    teamsTable: 'Developers by team',
    team: 'Team',
    developers: 'Developers',
    withoutTeam_one: '{{count, number}} developer has no team.',
    withoutTeam_other: '{{count, number}} developers have no team.',
  },
} as const;
