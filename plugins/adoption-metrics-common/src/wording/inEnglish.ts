import { apiLocale } from '../format/locale';
import { pageSentences, scorecardSentences } from './sentences';
import { writeWordingValue, type WordingWriter } from './writeValue';
import type { Wording } from './Wording';

const english: Record<string, string> = {
  ...scorecardSentences,
  ...pageSentences,
};

const plural = new Intl.PluralRules(apiLocale);

const dayParts = new Intl.DateTimeFormat(apiLocale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const writer: WordingWriter = {
  locale: apiLocale,
  day: writeEnglishDay,
  instant: writeEnglishInstant,
  say: sayInEnglish,
};

/**
 * The sentences in the English of the API, one after the other.
 *
 * @public
 */
export function inEnglish(wording: Wording | Wording[]): string {
  return [wording].flat().map(sayInEnglish).join(' ');
}

/**
 * A day as the API writes it within a sentence: "22 Nov 2026".
 *
 * @param day - `YYYY-MM-DD`
 * @public
 */
export function writeEnglishDay(day: string): string {
  return dayOf(dayParts, new Date(`${day}T00:00:00Z`));
}

/**
 * A moment as the API writes it within a sentence:
 * "27 Jan 2027, 14:05 (Europe/Berlin)".
 *
 * @param at - RFC 3339
 * @public
 */
export function writeEnglishInstant(at: string, timeZone: string): string {
  const moment = new Date(at);
  const dayFormat = new Intl.DateTimeFormat(apiLocale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  });
  const time = new Intl.DateTimeFormat(apiLocale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return `${dayOf(dayFormat, moment)}, ${time.format(moment)} (${timeZone})`;
}

function dayOf(format: Intl.DateTimeFormat, moment: Date): string {
  const parts = format.formatToParts(moment);
  return (['day', 'month', 'year'] as const)
    .map(type => parts.find(part => part.type === type)!.value)
    .join(' ');
}

function sayInEnglish({ code, values }: Wording): string {
  const { count } = values;
  const form = count?.type === 'count' ? plural.select(count.value) : 'other';
  const sentence = english[code] ?? english[`${code}_${form}`];
  return sentence.replace(/\{\{(\w+)(?:, number)?\}\}/g, (_, name: string) =>
    writeWordingValue(values[name], writer),
  );
}
