export const common = {
  unknown: 'unknown',
  deletedUser: 'deleted user',
  timeZone: 'Time zone',
  partOfWhole: '{{part}} of {{whole}}',
  change: {
    none: 'no change',
    points: '{{size}} pp',
    seconds: '{{size}} s',
    same: 'about the same',
  },
  target: {
    atLeast: 'at least {{value}}',
    under: 'under {{value}}',
  },
  csv: {
    label: 'CSV',
    of: 'of {{title}}',
    failed: 'Could not download the file: {{reason}}',
  },
  showMore: 'Show more',
  showAsTable: 'Show as table',
  tryAgain: 'Try again',
  loading: 'Loading: {{title}}',
  loadFailed: '{{subject}} could not be loaded',
  loadFailedBecause: '{{subject}} could not be loaded: {{reason}}',
  refreshFailed:
    '{{subject}} could not be refreshed. You are seeing the last update.',
  changeFailed: 'Could not save the change: {{reason}}',
  noAccess: {
    title: "You don't have access to adoption metrics",
    text: 'Ask your portal administrators for the permission {{permission}}.',
  },
  aboutMe: 'What is stored about me',
  demoData: 'Demo data',
  demoDataOf: '{{label}} · {{period}}',
  hidden: {
    label: 'hidden',
    fewerThan: 'hidden: fewer than {{minimum}} people',
  },
  team: {
    within: 'in {{path}}',
    includes: 'Includes {{teams}}',
  },
} as const;
