import { Day, weekdayOf } from '../../time';
import { ChanceOfNone } from './ChanceOfNone';

/** What is known of one closed day. */
export interface DayEvidence {
  day: Day;
  /** Distinct people whose browsers reported that day. */
  reporters: number;
  /** Distinct people who opened our card or page in the foreground. */
  readers: number;
  /** Of the readers, those whose browsers also reported that day. */
  reportingReaders: number;
  /** Distinct people of whom every batch was refused or given up. */
  failedReporters: number;
  /** Whether any replica beat that day. */
  isRunning: boolean;
  /** Whether it lies in the configured holidays. */
  isHoliday: boolean;
}

/** Why nobody could be counted on a day. */
export type SilenceReason =
  | 'not-running'
  | 'readers-without-reports'
  | 'failed-batches'
  | 'long-silence';

/** Which days without reports were not observed. */
export interface SilenceJudgment {
  unobserved: Map<Day, SilenceReason>;
  /** First day of a silence that lasts, is too long for chance, and that nothing explains. */
  quietSince?: Day;
}

/** How many days before a silence say what is usual. */
export const SILENCE_LOOKBACK_DAYS = 120;

/** Chance below which readers without a single report are not left to chance. */
const CHANCE_OF_READERS = 0.01;

/** Chance below which silence is not left to chance. */
const CHANCE_OF_SILENCE = 5e-5;

/** Readers behind the known share of those who report: people differ for good. */
const MOST_READERS = 30;

/** Batches of one person may fail for reasons of their browser. */
const LEAST_FAILED = 2;

/** Working days of silence that no holiday of a few days explains. */
const LEAST_WORKING_DAYS = 5;

/** A weekday works if the chance of a report is this near to that of the best. */
const WORKING_SHARE = 0.6;

/** Days with reports before which nothing is known of what is usual. */
const LEAST_REPORTED_DAYS = 15;

/** Days after which a day says half as much about what is usual. */
const HALF_LIFE_DAYS = 60;

type Silence = DayEvidence[];

/**
 * Which days without reports were not observed: people were there and could not
 * be counted, or the silence is too long for chance and calendar. All others
 * were observed, with nobody active.
 *
 * Each silence is judged by the days before it alone, so that a judgment holds
 * while the silence lasts and after it ended.
 *
 * @param history - consecutive closed days from the first day of collection on,
 *   oldest first; what is left out at its beginning only makes it less sure
 */
export function judgeSilence(history: DayEvidence[]): SilenceJudgment {
  const unobserved = new Map<Day, SilenceReason>();
  let quietSince: Day | undefined;
  for (const { from, to } of silencesOf(history)) {
    const silence = history.slice(from, to);
    const usual = history
      .slice(Math.max(0, from - SILENCE_LOOKBACK_DAYS), from)
      .filter(({ day }) => !unobserved.has(day));
    const isLong = isTooLong(silence, usual);
    const evidence = evidenceIn(silence, usual);
    for (const { day } of silence) {
      const reason = evidence.get(day) ?? (isLong ? 'long-silence' : undefined);
      if (reason) {
        unobserved.set(day, reason);
      }
    }
    const reasons = new Set(evidence.values());
    reasons.delete('not-running');
    const lasts = to === history.length;
    quietSince =
      lasts && isLong && reasons.size === 0 ? silence[0].day : undefined;
  }
  return { unobserved, quietSince };
}

function silencesOf(
  history: DayEvidence[],
): Array<{ from: number; to: number }> {
  const silences: Array<{ from: number; to: number }> = [];
  history.forEach(({ reporters }, index) => {
    const last = silences.at(-1);
    if (reporters > 0) {
      return;
    }
    if (last?.to === index) {
      last.to = index + 1;
    } else {
      silences.push({ from: index, to: index + 1 });
    }
  });
  return silences;
}

function evidenceIn(
  silence: Silence,
  usual: DayEvidence[],
): Map<Day, SilenceReason> {
  const unreported = new Set(readWithoutReports(silence, usual));
  const evidence = new Map<Day, SilenceReason>();
  for (const { day, isRunning, failedReporters } of silence) {
    if (!isRunning) {
      evidence.set(day, 'not-running');
    } else if (failedReporters >= LEAST_FAILED) {
      evidence.set(day, 'failed-batches');
    } else if (unreported.has(day)) {
      evidence.set(day, 'readers-without-reports');
    }
  }
  return evidence;
}

/** From the first day with readers to the last, if none reports by more than chance. */
function readWithoutReports(silence: Silence, usual: DayEvidence[]): Day[] {
  const reported = usual.filter(({ reporters }) => reporters > 0);
  const chance = new ChanceOfNone({
    // Before anything is known, most readers are taken to report.
    some: 2 + sumOf(reported, ({ reportingReaders }) => reportingReaders),
    none: 1 + sumOf(reported, day => day.readers - day.reportingReaders),
    most: MOST_READERS,
  });
  // One of the readers may be somebody whose browser never reports.
  const tries = sumOf(silence, ({ readers }) => Math.max(0, readers - 1));
  if (chance.ofNoneIn(tries) >= CHANCE_OF_READERS) {
    return [];
  }
  const read = silence.map(({ readers }) => readers > 0);
  return silence
    .slice(read.indexOf(true), read.lastIndexOf(true) + 1)
    .map(({ day }) => day);
}

/** Whether neither chance nor a holiday of a few days explains a silence. */
function isTooLong(silence: Silence, usual: DayEvidence[]): boolean {
  const reported = usual.filter(({ reporters }) => reporters > 0);
  if (reported.length < LEAST_REPORTED_DAYS) {
    return false;
  }
  const expected = silence.filter(each => each.isRunning && !each.isHoliday);
  const weekdays = weekdaysOf(silence[0].day, usual);
  const best = Math.max(...weekdays.map(each => 1 - each.ofNoneIn(1)));
  const working = weekdays.map(
    each => 1 - each.ofNoneIn(1) >= WORKING_SHARE * best,
  );
  const counts = weekdays.map(
    (_, weekday) =>
      expected.filter(({ day }) => weekdayOf(day) === weekday + 1).length,
  );
  const chance = weekdays.reduce(
    (product, each, weekday) => product * each.ofNoneIn(counts[weekday]),
    1,
  );
  const workingDays = counts.reduce(
    (sum, count, weekday) => sum + (working[weekday] ? count : 0),
    0,
  );
  return chance < CHANCE_OF_SILENCE && workingDays >= patienceFor(usual);
}

/**
 * Working days that have to be silent. Where hardly more than three people come
 * on the best of days, their vacations may meet.
 */
function patienceFor(usual: DayEvidence[]): number {
  const reporters = usual
    .map(each => each.reporters)
    .filter(count => count > 0)
    .sort((a, b) => a - b);
  const most = reporters[Math.floor(reporters.length * 0.95)] ?? 0;
  return Math.max(LEAST_WORKING_DAYS, 25 - 5 * most);
}

/** The chance of no report, by weekday from Monday to Sunday. */
function weekdaysOf(start: Day, usual: DayEvidence[]): ChanceOfNone[] {
  const known = usual.filter(each => each.isRunning && !each.isHoliday);
  return Array.from({ length: 7 }, (_, index) => {
    const days = known.filter(({ day }) => weekdayOf(day) === index + 1);
    const weight = ({ day }: DayEvidence) =>
      2 ** ((day - start) / HALF_LIFE_DAYS);
    return new ChanceOfNone({
      some: 0.5 + sumOf(days, day => (day.reporters > 0 ? weight(day) : 0)),
      none: 0.5 + sumOf(days, day => (day.reporters > 0 ? 0 : weight(day))),
    });
  });
}

function sumOf(days: DayEvidence[], of: (day: DayEvidence) => number): number {
  return days.reduce((sum, day) => sum + of(day), 0);
}
