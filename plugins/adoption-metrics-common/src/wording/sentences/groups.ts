/** What groups of people are called that are no teams. */
export const groupSentences = {
  'groups.more-teams': '{{number}} more teams',
  'groups.and-others': '{{teams}} and others',
  'groups.others-in': 'Others in {{team}}',
  'groups.others': 'Others',
  'groups.everyone': 'Everyone',
} as const;
