import { adoptionScorecardTranslationRef } from '../../scorecardTranslation';
import { adoptionMetricsTranslationRef } from '../../translation';
import germanOfPages from '.';
import germanOfCard from './scorecard';

/** Placeholders with their formats, such as `{{count, number}}`. */
function placeholdersOf(message: string): string[] {
  return [...new Set(message.match(/\{\{.*?\}\}/g))].sort();
}

/** The messages of a ref are known to Backstage alone. */
function englishMessages(ref: object): Record<string, string> {
  return (
    ref as { getDefaultMessages(): Record<string, string> }
  ).getDefaultMessages();
}

describe.each<[string, object, Record<string, string>]>([
  ['card', adoptionScorecardTranslationRef, germanOfCard],
  ['pages', adoptionMetricsTranslationRef, germanOfPages],
])('German of the %s', (_where, ref, translated) => {
  const english = englishMessages(ref);

  it('has each message and no other', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(translated).every(Boolean)).toBe(true);
  });

  it('names the same values in each message', () => {
    const differing = Object.keys(english).filter(
      key =>
        String(placeholdersOf(english[key])) !==
        String(placeholdersOf(translated[key])),
    );
    expect(differing).toEqual([]);
  });

  it('says something else than English wherever a sentence is said', () => {
    const isSentence = (message: string) => /[a-z] [a-z].*\.$/.test(message);
    const same = Object.keys(english).filter(
      key => isSentence(english[key]) && english[key] === translated[key],
    );
    expect(same).toEqual([]);
  });

  it('writes quotation marks, dashes and percentages as Germans do', () => {
    const wrong = Object.entries(translated).filter(([, message]) =>
      /"|\d%|[^ ]—/.test(message),
    );
    expect(wrong).toEqual([]);
  });
});
