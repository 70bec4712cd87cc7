export const overview = {
  title: 'Adoption scorecard',
  subject: 'The scorecard',
  loading: 'Loading metrics',
  targetsMet: 'Targets met',
  dataThrough: 'Data through',
  noData: 'no data yet',
  updated: 'Updated',
  more: 'History and breakdown',
} as const;
