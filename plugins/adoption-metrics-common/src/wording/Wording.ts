import type { MetricId, Target, Unit } from '../metrics';
import type { SentenceCode } from './sentences';

/**
 * A value within a sentence, as it is and not as it is written: whoever words
 * the sentence writes it in the reader's language.
 *
 * @public
 */
export type WordingValue =
  /** A name, a ref, or what another system said: written as it is. */
  | { type: 'text'; value: string }
  | { type: 'count'; value: number }
  | { type: 'decimal'; value: number; decimals: number }
  /** A fraction, written to a tenth of a percent and never across a target. */
  | { type: 'share'; value: number; target?: Target }
  /** A fraction, in whole percent. */
  | { type: 'percent'; value: number }
  /** The value of a metric, never rounded across its target. */
  | { type: 'metric'; value: number; id: MetricId; unit: Unit; target: Target }
  /** The value of a target, exactly as it was set. */
  | { type: 'limit'; value: number; unit: Unit }
  /** In seconds: "1 h 5 min". */
  | { type: 'duration'; value: number }
  /** In the unit that it names: "36 hours". */
  | {
      type: 'time';
      value: number;
      unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'year';
    }
  /** `YYYY-MM-DD`. */
  | { type: 'day'; value: string }
  | { type: 'instant'; value: string; timeZone: string }
  | {
      type: 'list';
      style: 'and' | 'or' | 'comma' | 'semicolon' | 'space';
      items: WordingValue[];
    }
  /** What is itself worded by its code, such as a part of a sentence. */
  | { type: 'wording'; value: Wording };

/**
 * A sentence as its code and the values in it, for whoever words it in another
 * language than the English of the API. The codes with their English sentences
 * are `scorecardSentences` and `pageSentences`.
 *
 * @public
 */
export interface Wording {
  code: SentenceCode;
  /** By the name that the sentence gives them. */
  values: Record<string, WordingValue>;
}
