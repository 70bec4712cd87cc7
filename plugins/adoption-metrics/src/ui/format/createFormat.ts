import {
  defaultTargets,
  formatCount,
  formatDecimal,
  formatDuration,
  formatExactDuration,
  formatMoney,
  formatMoneyRange,
  formatPartOfDuration,
  formatSeconds,
  formatShare,
  formatSignedCount,
  formatTargetValue,
  formatValue,
  writeChange,
  type Measure,
  type MoneyStyle,
  type Target,
  type WrittenChange,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays } from './days';
import type { ScorecardTranslate } from './Translate';

const uptimeMeasure: Measure = {
  id: 'uptime',
  unit: 'share',
  target: defaultTargets.uptime,
};

const minus = '\u2212';

const dayStyles = {
  date: { dateStyle: 'medium' },
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  longMonth: { month: 'long', year: 'numeric' },
  dayOfMonth: { day: 'numeric' },
  shortMonth: { month: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const instantStyles = {
  instant: { dateStyle: 'medium', timeStyle: 'short' },
  hour: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  },
  time: { timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** By how much something changed, and from what. */
type Change = Parameters<typeof writeChange>[0];

/** Writes numbers, days and times for one reader. */
export type Format = ReturnType<typeof createFormat>;

/**
 * All writing of values in one place.
 *
 * @param locale - a BCP 47 tag such as `en-US`
 */
export function createFormat(locale: string, t: ScorecardTranslate) {
  return {
    locale,
    ...valueFormat(locale, t),
    ...timeFormat(locale),
    /** One below the other, as the reader's alphabet has them. */
    compare: new Intl.Collator(locale).compare,
    /** "a, b, c". */
    list: (parts: string[]) => parts.join(', '),
  };
}

function valueFormat(locale: string, t: ScorecardTranslate) {
  const count = (value: number) => formatCount(value, locale);
  const seconds = (value: number) => formatSeconds(value, locale);
  const share = (value: number, target?: Target) =>
    formatShare(value, locale, target);
  // What is not known is said, never drawn as zero.
  const orUnknown =
    (write: (value: number) => string) => (value: number | null) =>
      value === null ? t('common.unknown') : write(value);
  return {
    count,
    seconds,
    share,
    countOrUnknown: orUnknown(count),
    secondsOrUnknown: orUnknown(seconds),
    shareOrUnknown: orUnknown(value => share(value)),
    /** As many decimals as it has, such as the ticks of an axis. */
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    signedCount: (value: number) => formatSignedCount(value, locale),
    decimal: (value: number, decimals: number) =>
      formatDecimal(value, decimals, locale),
    value: (value: number, measure: Measure) =>
      formatValue(value, measure, locale),
    /** "at least 30%", "under 5 s". */
    target: (target: Target, unit: Measure['unit']) => {
      const value = formatTargetValue(target, unit, locale);
      return target.operator === '>='
        ? t('common.target.atLeast', { value })
        : t('common.target.under', { value });
    },
    /** The end of a scale: "60%", "99.7%", "10 s". */
    end: (value: number, unit: Measure['unit']) =>
      formatTargetValue({ operator: '>=', value }, unit, locale),
    /** "+0.7 pp", "−0.9 s", "about the same", "no change". */
    change: (given: Change, measure: Pick<Measure, 'id' | 'unit'>) =>
      changeText(writeChange(given, measure, locale), measure.unit, t),
    /** Whether a change goes up or down; undefined where none can be told. */
    direction: (given: Change, measure: Pick<Measure, 'id' | 'unit'>) => {
      const { direction } = writeChange(given, measure, locale);
      return direction === 'up' || direction === 'down' ? direction : undefined;
    },
    /** A share of the time, to hundredths and never rounded up. */
    uptime: (value: number) => formatValue(value, uptimeMeasure, locale),
    /** A rough share that may exceed the whole: "135%". */
    wholePercent: (value: number) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: 0,
      }).format(value),
    /** "$1,050,000", in a currency of ISO 4217. */
    money: (amount: number, currency: string, style?: MoneyStyle) =>
      formatMoney(amount, currency, locale, style),
    /** "$125,000 – $350,000", or one amount where both are the same. */
    moneyRange: (
      range: { low: number; high: number },
      currency: string,
      style?: MoneyStyle,
    ) => formatMoneyRange(range, currency, locale, style),
    duration: (value: number) => formatDuration(value, locale),
    exactDuration: (value: number) => formatExactDuration(value, locale),
    partOfDuration: (part: number, whole: number) =>
      formatPartOfDuration(part, whole, locale),
  };
}

function changeText(
  { direction, size }: WrittenChange,
  unit: Measure['unit'],
  t: ScorecardTranslate,
): string {
  if (direction === 'none' || direction === 'same') {
    return t(`common.change.${direction}`);
  }
  const shown = `${direction === 'up' ? '+' : minus}${size}`;
  return unit === 'share'
    ? t('common.change.points', { size: shown })
    : t('common.change.seconds', { size: shown });
}

/** Days are `YYYY-MM-DD`, instants RFC 3339. */
function timeFormat(locale: string) {
  const writeDay = (style: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, {
      ...style,
      timeZone: 'UTC',
    });
    return (day: string) => formatter.format(startInUtc(day));
  };
  const writeInstant =
    (style: Intl.DateTimeFormatOptions) =>
    (instant: string, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(
        new Date(instant),
      );
  const range = new Intl.DateTimeFormat(locale, {
    ...dayStyles.date,
    timeZone: 'UTC',
  });
  return {
    /** "Nov 22, 2026". */
    date: writeDay(dayStyles.date),
    /** "Sun, Nov 22, 2026". */
    day: writeDay(dayStyles.day),
    /** "Nov 22". */
    shortDay: writeDay(dayStyles.shortDay),
    /** "Nov 2026". */
    month: writeDay(dayStyles.month),
    /** "November 2026". */
    longMonth: writeDay(dayStyles.longMonth),
    /** "22". */
    dayOfMonth: writeDay(dayStyles.dayOfMonth),
    /** "Nov". */
    shortMonth: writeDay(dayStyles.shortMonth),
    /** "Oct 26 – Nov 22, 2026", for days up to before the second. */
    period: (from: string, to: string) =>
      range.formatRange(startInUtc(from), startInUtc(addDays(to, -1))),
    /** "Nov 22, 2026, 2:05 PM", as the clocks in the time zone say. */
    instant: writeInstant(instantStyles.instant),
    /** "Mon, Nov 23, 2:00 PM", as the clocks in the time zone say. */
    hour: writeInstant(instantStyles.hour),
    /** "2:05 PM", as the clocks in the time zone say. */
    time: writeInstant(instantStyles.time),
  };
}

function startInUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
