import type { SentencesOf } from './SentencesOf';

export const groups: SentencesOf<'groups'> = {
  'groups.more-teams': '{{number}} weitere Teams',
  'groups.and-others': '{{teams}} und andere',
  'groups.others-in': 'Andere in {{team}}',
  'groups.others': 'Andere',
  'groups.everyone': 'Alle',
};
