import type { Metric } from 'backstage-plugin-adoption-metrics-common';
import type { ScorecardLanguage } from './Language';
import { wordsOf } from './wordsOf';

/** What a reader should know besides the value of a metric. */
export function notesOf(
  { notes, wording }: Metric,
  language: ScorecardLanguage,
): string[] {
  return notes.map((note, place) =>
    wordsOf(wording?.notes[place], note, language),
  );
}
