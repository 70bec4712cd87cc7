export const myData = {
  title: 'My data',
  description:
    'What is stored about you to count active users. Only you can see this page about you.',
  subject: 'Your data',
  guest: {
    title: 'You are signed in as a guest',
    text: 'Guests are not counted: nothing is stored about you, and there is nothing to choose.',
    advice:
      'To be counted, sign in as yourself. If this portal only lets you in as a guest, its administrators can set up an authentication provider whose users are in the catalog.',
    link: 'How to set up sign-in',
  },
  summary: {
    title: 'What is stored about you',
    note: 'Your name is not stored with this data, only a pseudonym that cannot be reversed without a secret of this portal. Pages you viewed, what you searched for, and what you typed are never stored. Page load times are stored without any trace of who loaded the page.',
    activeSpan:
      'That you were active from {{first}} to {{last}}. The individual days are no longer kept.',
    noDay: 'No active days.',
    days_one: '{{count, number}} day on which you were active.',
    days_other: '{{count, number}} days on which you were active.',
    daysSince_one:
      '{{count, number}} day on which you were active, the first on {{first}}.',
    daysSince_other:
      '{{count, number}} days on which you were active, the first on {{first}}.',
    actions: 'Actions, counted by day: {{actions}}.',
    attributes: 'From your catalog entry: {{values}}.',
    rareValue: 'a value that few people have, kept without its text',
    noPlugin: 'No use of plugins.',
    plugins_one:
      'Which plugins you used on which day in recent weeks: {{count, number}} plugin.',
    plugins_other:
      'Which plugins you used on which day in recent weeks: {{count, number}} plugins.',
    portal_one:
      '{{title}}: {{count, number}} day on which you were active there, as that portal reported it.',
    portal_other:
      '{{title}}: {{count, number}} days on which you were active there, as that portal reported it.',
    optedOut: 'You do not count as a developer because you opted out.',
    notDeveloper: 'You do not count as a developer.',
    developer: 'You count as a developer.',
    developerSince: 'You have counted as a developer since {{day}}.',
    noTeam: 'You do not belong to a team.',
    teams_one: 'You belong to the team {{names}}.',
    teams_other: 'You belong to the teams {{names}}.',
    noReports: 'No browser reports stored.',
    reports_one:
      '{{count, number}} receipt of a browser report. Receipts only prevent a report from being counted twice, and are deleted after a few days.',
    reports_other:
      '{{count, number}} receipts of browser reports. Receipts only prevent a report from being counted twice, and are deleted after a few days.',
    reportsNewest_one:
      '{{count, number}} receipt of a browser report, from {{newest}}. Receipts only prevent a report from being counted twice, and are deleted after a few days.',
    reportsNewest_other:
      '{{count, number}} receipts of browser reports, the newest from {{newest}}. Receipts only prevent a report from being counted twice, and are deleted after a few days.',
  },
  choice: {
    title: 'Your choice',
    label: 'Include me in usage metrics',
    isOut:
      'You opted out. You are no longer counted, neither as an active user nor as a developer.',
    isIn: 'You are included like everyone else. It makes no difference to what you can do in this portal.',
    confirm: 'Confirm your choice',
    effectOut:
      'You will no longer be counted, neither as an active user nor as a developer, and your browser will stop reporting. What is already stored about you stays until it expires. An administrator of this portal can delete it at once.',
    effectIn:
      'You will be counted again from now on, along with what is still stored about you. The time in between stays uncounted.',
    stop: 'Stop counting me',
    start: 'Count me again',
    cancel: 'Cancel',
    failed: 'Could not save your choice: {{reason}}',
  },
  proofs: {
    title: 'Proofs of concept you take part in',
    takesPart:
      'Your team {{team}} is trying {{candidate}} from {{first}} to {{last}}.',
    note: 'Only how many people on the team used it is counted. No one sees who they are.',
  },
  days: {
    title: 'Your active days',
    empty: 'No active days stored.',
    tableName: 'Days on which you were active',
    day: 'Day',
    plugins: 'Plugins used',
    noLongerKept: 'no longer kept',
  },
  spans: {
    title: 'Your time as a developer and in teams',
    tableName: 'What you were counted as, and when',
    what: 'Counted as',
    developer: 'Developer',
    inTeam: 'In {{team}}',
    from: 'From',
    to: 'To',
    today: 'today',
  },
} as const;
