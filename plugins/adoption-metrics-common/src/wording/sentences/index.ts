import { actionSentences } from './actions';
import { alertSentences } from './alerts';
import { catalogSentences } from './catalog';
import { deadlineSentences } from './deadline';
import { definitionSentences } from './definitions';
import { groupSentences } from './groups';
import { healthSentences } from './health';
import { scorecardSentences } from './scorecard';

export { scorecardSentences } from './scorecard';

/**
 * The sentences of the API that pages show, by their codes, in English.
 *
 * @public
 */
export const pageSentences = {
  ...actionSentences,
  ...definitionSentences,
  ...deadlineSentences,
  ...healthSentences,
  ...alertSentences,
  ...catalogSentences,
  ...groupSentences,
} as const;

/**
 * All sentences, by their codes; those with a number once for one and once for
 * several of what is counted.
 *
 * @public
 */
export type Sentences = typeof scorecardSentences & typeof pageSentences;

type BaseOf<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/**
 * Names a sentence of the API, one with a number without its plural form.
 *
 * @public
 */
export type SentenceCode = BaseOf<keyof Sentences & string>;

/**
 * The codes of all sentences.
 *
 * @public
 */
export const sentenceCodes = [
  ...new Set(
    Object.keys({ ...scorecardSentences, ...pageSentences }).map(
      key => key.replace(/_(one|other)$/, '') as SentenceCode,
    ),
  ),
];
