import type { Format } from './createFormat';
import type { ScorecardTranslate, Translate } from './Translate';

/** Words and numbers for the reader, as far as the homepage card needs them. */
export interface ScorecardLanguage {
  t: ScorecardTranslate;
  format: Format;
}

/** Words and numbers for the reader. */
export interface Language extends ScorecardLanguage {
  t: Translate;
}
