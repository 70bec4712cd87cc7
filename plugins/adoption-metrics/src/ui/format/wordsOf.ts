import {
  writeWordingValue,
  type Wording,
  type WordingWriter,
} from 'backstage-plugin-adoption-metrics-common';
import type { ScorecardLanguage } from './Language';

/** By any key, also one that only a newer backend knows. */
type AnyTranslate = (key: string, values: Record<string, unknown>) => string;

/**
 * What the API says, in the words of the reader.
 *
 * @param sentences - missing in the answer of an older backend
 * @param english - the same as the API words it, where one of the sentences is
 * of a newer backend
 */
export function wordsOf(
  sentences: Wording[] | undefined,
  english: string,
  language: ScorecardLanguage,
): string {
  const writer = writerOf(language);
  try {
    return sentences?.map(writer.say).join(' ') ?? english;
  } catch {
    return english;
  }
}

function writerOf({ t, format }: ScorecardLanguage): WordingWriter {
  const writer: WordingWriter = {
    locale: format.locale,
    day: format.date,
    instant: (at, timeZone) =>
      t('common.timeIn', { time: format.instant(at, timeZone), timeZone }),
    say: ({ code, values }) => {
      const key = keyOf(code);
      const written = Object.entries(values).map(([name, value]) => [
        name,
        // Chooses between one and several.
        name === 'count' && value.type === 'count'
          ? value.value
          : writeWordingValue(value, writer),
      ]);
      const said = (t as AnyTranslate)(key, Object.fromEntries(written));
      // What is said of a message that there is not.
      if (said === key) {
        throw new Error(`There is no sentence ${code}`);
      }
      return said;
    },
  };
  return writer;
}

/** Sentences about a metric are the card's too, and stand among its messages. */
function keyOf(code: string): string {
  return code === 'text' || code.startsWith('scorecard.')
    ? `metricSentences.${code}`
    : `sentences.${code}`;
}
