import { formatDuration } from '../format/durations';
import { formatCount, formatDecimal } from '../format/numbers';
import { formatShare, formatTargetValue, formatValue } from '../format/values';
import type { Wording, WordingValue } from './Wording';

/**
 * How values are written in one language.
 *
 * @public
 */
export interface WordingWriter {
  /** A BCP 47 tag such as `en-US`. */
  locale: string;
  /** Writes `YYYY-MM-DD`. */
  day(day: string): string;
  /** Writes an instant of RFC 3339, with the zone. */
  instant(at: string, timeZone: string): string;
  /** @throws Error if it does not know the code */
  say(wording: Wording): string;
}

const separators = { comma: ', ', semicolon: '; ', space: ' ' };

const joined = { and: 'conjunction', or: 'disjunction' } as const;

/**
 * Writes a value within a sentence.
 *
 * @throws Error if the value is of a type that a newer backend knows
 * @public
 */
export function writeWordingValue(
  given: WordingValue,
  writer: WordingWriter,
): string {
  const { locale } = writer;
  switch (given.type) {
    case 'text':
      return given.value;
    case 'count':
      return formatCount(given.value, locale);
    case 'decimal':
      return formatDecimal(given.value, given.decimals, locale);
    case 'share':
      return formatShare(given.value, locale, given.target);
    case 'percent':
      return wholePercent(given.value, locale);
    case 'metric':
      return formatValue(given.value, given, locale);
    case 'limit':
      return formatTargetValue(
        { operator: '>=', value: given.value },
        given.unit,
        locale,
      );
    case 'duration':
      return formatDuration(given.value, locale);
    case 'time':
      return inWords(given, locale);
    case 'day':
      return writer.day(given.value);
    case 'instant':
      return writer.instant(given.value, given.timeZone);
    case 'list':
      return writeList(given, writer);
    case 'wording':
      return writer.say(given.value);
    default:
      throw new Error(`Unknown value in a sentence: ${JSON.stringify(given)}`);
  }
}

function wholePercent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

function inWords(
  { value, unit }: Extract<WordingValue, { type: 'time' }>,
  locale: string,
): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value);
}

function writeList(
  { style, items }: Extract<WordingValue, { type: 'list' }>,
  writer: WordingWriter,
): string {
  const written = items.map(item => writeWordingValue(item, writer));
  return style === 'and' || style === 'or'
    ? new Intl.ListFormat(writer.locale, { type: joined[style] }).format(
        written,
      )
    : written.join(separators[style]);
}
