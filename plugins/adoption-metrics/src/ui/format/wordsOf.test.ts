import {
  inEnglish,
  pageSentences,
  say,
  scorecardSentences,
  sentenceCodes,
  type SentenceCode,
  type Wording,
  type WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { english } from '../../__testUtils__/english';
import { wordsOf } from './wordsOf';

const sentences: Record<string, string> = {
  ...scorecardSentences,
  ...pageSentences,
};

/** A value for each name in a sentence, so many of what is counted. */
function valuesFor(code: SentenceCode, count: number) {
  const sentence = sentences[code] ?? sentences[`${code}_other`];
  const names = sentence.match(/(?<=\{\{)\w+/g) ?? [];
  const values: Record<string, WordingValue> = Object.fromEntries(
    names.map(name => [name, { type: 'text', value: `the ${name}` }]),
  );
  return { ...values, count: { type: 'count', value: count } } as const;
}

describe('wordsOf', () => {
  it.each(sentenceCodes)('words %s as the API does', code => {
    for (const count of [1, 4212]) {
      const said: Wording[] = [{ code, values: valuesFor(code, count) }];
      expect(wordsOf(said, 'the English of the API', english)).toBe(
        inEnglish(said),
      );
    }
  });

  it.each<[WordingValue, string]>([
    [{ type: 'count', value: 4212 }, '4,212'],
    [{ type: 'decimal', value: 3, decimals: 1 }, '3.0'],
    [{ type: 'share', value: 0.0867 }, '8.7%'],
    [{ type: 'percent', value: 0.086 }, '9%'],
    [{ type: 'limit', value: 5, unit: 'seconds' }, '5 s'],
    [{ type: 'duration', value: 3900 }, '1 h 5 min'],
    [{ type: 'time', value: 36, unit: 'hour' }, '36 hours'],
    [{ type: 'day', value: '2026-11-22' }, 'Nov 22, 2026'],
    [
      { type: 'instant', value: '2026-11-22T13:05:00Z', timeZone: 'UTC' },
      expect.stringMatching(/^Nov 22, 2026, 1:05\sPM \(UTC\)$/),
    ],
  ])('writes %j for the reader', (text, written) => {
    expect(wordsOf([say('text', { text })], '', english)).toEqual(written);
  });

  it('takes the English of the API where a newer one says something else', () => {
    const { code, values } = say('actions.decide');
    const newer = { code: `${code}.sooner` as never, values };
    const value = { type: 'color', value: 'red' } as never;
    expect(wordsOf([newer], 'Decide sooner', english)).toBe('Decide sooner');
    expect(wordsOf([say('text', { text: value })], 'Red', english)).toBe('Red');
    expect(wordsOf(undefined, 'As before', english)).toBe('As before');
  });
});
