import type { Format } from './createFormat';
import type { Translate } from './Translate';

/** Words and numbers for the reader. */
export interface Language {
  t: Translate;
  format: Format;
}
