export const overview = {
  title: 'Adoption scorecard',
  subject: 'The scorecard',
  loading: 'Loading metrics',
  targetsMet: 'Targets met',
  dataThrough: 'Data through',
  firstMetrics: 'First metrics',
  firstMetricsOn: '{{day}}, after midnight',
  updated: 'Updated',
  more: 'History and breakdown',
} as const;
