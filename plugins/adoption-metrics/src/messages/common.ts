export const common = {
  page: {
    adoption: 'Adoption',
    overview: 'Overview',
    'active-users': 'Active users',
    'page-load': 'Page load',
    uptime: 'Uptime',
    catalog: 'Catalog',
    deadline: 'Deadline',
    decision: 'Decision',
    alerts: 'Alerts and reports',
    settings: 'Settings',
    report: 'Report',
    me: 'My data',
  },
  decided: {
    stay: 'Stay and extend the deadline',
    stop: 'Stop',
  },
  unknown: 'unknown',
  deletedUser: 'deleted user',
  importedHistory: 'imported history',
  configuration: 'configuration',
  timeZone: 'Time zone',
  timeIn: '{{time}} ({{timeZone}})',
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
  table: {
    sortBy: 'Sort by',
    range: '{{first}}–{{last}} of {{total}}',
    previous: 'Previous page',
    next: 'Next page',
  },
  printedOn: 'Printed on {{time}} ({{timeZone}})',
  onThisPage: 'On this page',
  filter: {
    chip: '{{label}}: {{value}}',
    clear: 'clear the filter',
    narrow: 'Show only {{subject}}',
  },
  showMore: 'Show more',
  showAsTable: 'Show as table',
  tryAgain: 'Try again',
  loading: 'Loading: {{title}}',
  loadFailed: {
    notInstalled: {
      title: 'The Adoption Metrics backend is not installed in this portal',
      text: 'Add the package {{package}} to the backend and restart it. If it is already there, the backend log says why it did not start.',
    },
    signedOut: {
      title: 'You are signed out',
      text: 'Your session has expired. Reload the page to sign in again.',
    },
    forbidden: {
      title: '{{subject}} could not be loaded',
      text: 'You do not have access. Ask your portal administrators.',
    },
    limited: {
      title: '{{subject}} could not be loaded',
      text: 'This portal is limiting requests at the moment. Try again in a minute.',
    },
    unavailable: {
      title: '{{subject}} is temporarily unavailable',
      text: 'The backend of this portal is starting, restarting, or overloaded. Try again in a minute.',
    },
    offline: {
      title: 'This portal cannot be reached',
      text: 'Check your network connection, and try again.',
    },
    page: {
      title: '{{subject}} could not be loaded',
      text: 'A web page came back instead of data. Most likely the Adoption Metrics backend is not installed in this portal, or a proxy or sign-in page answered in its place.',
    },
    other: {
      title: '{{subject}} could not be loaded',
      text: 'Something went wrong in this portal. See the backend log or the browser console for details.',
    },
  },
  howToInstall: 'How to install it',
  loadFailedBecause: '{{subject}} could not be loaded: {{reason}}',
  sectionFailed:
    'This section could not be shown. Frontend and backend of Adoption Metrics may be of different versions.',
  searchFailed: 'Could not search the catalog: {{reason}}',
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
