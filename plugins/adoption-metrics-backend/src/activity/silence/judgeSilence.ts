import { Day } from '../../time';
import { ChanceOfNone } from './ChanceOfNone';
import { UsualDays } from './UsualDays';

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
  /** First day of a silence that lasts, too long for chance, that nothing explains. */
  quietSince?: Day;
}

/** How many days before a silence say what is usual. */
export const SILENCE_LOOKBACK_DAYS = 120;

/** Where chance and calendar end. */
export interface SilenceLimits {
  /** A smaller chance of so many readers without a report is a fault. */
  chanceOfReaders: number;
  /** A smaller chance of so long a silence is more than chance. */
  chanceOfSilence: number;
  /** Working days of silence that holidays nobody configured may explain. */
  workingDays: number;
}

/**
 * Chosen by the study of simulated portals (docs/silence.md): where false
 * alarms and being early conflict, false alarms are the ones that stay rare.
 */
export const SILENCE_LIMITS: SilenceLimits = {
  chanceOfReaders: 0.001,
  chanceOfSilence: 3e-4,
  workingDays: 5,
};

/** A batch of one person may fail for reasons of their browser. */
const LEAST_FAILED = 2;

/** Days with reports, four working weeks, before which nothing is usual. */
const LEAST_REPORTED_DAYS = 20;

/** Past readers that count: the same people come again, so they tell less. */
const MOST_READERS = 20;

/** From so many people on, vacations hardly ever meet. */
const FEW_PEOPLE = 4;

/** Working days of one person's longest absence; those of more have to meet. */
const LONGEST_ABSENCE = 30;

/**
 * Which days without reports were not observed: people were there and could not
 * be counted, or the silence is too long for chance and calendar. All others
 * were observed, with nobody active.
 *
 * Each silence is judged by itself and the days before it, so that a judgment
 * holds while the silence lasts and after it has ended.
 *
 * @param history - consecutive closed days from the first day of collection on,
 *   oldest first; leaving out its beginning only makes the judgment less sure
 */
export function judgeSilence(
  history: DayEvidence[],
  limits: SilenceLimits = SILENCE_LIMITS,
): SilenceJudgment {
  const judgment: SilenceJudgment = { unobserved: new Map() };
  for (const { from, to } of silencesOf(history)) {
    const silence = history.slice(from, to);
    const before = history
      .slice(Math.max(0, from - SILENCE_LOOKBACK_DAYS), from)
      .filter(({ day }) => !judgment.unobserved.has(day));
    const isLong = isTooLong(silence, before, limits);
    const evidence = evidenceIn(silence, before, limits);
    for (const { day } of silence) {
      const reason = evidence.get(day) ?? (isLong ? 'long-silence' : undefined);
      if (reason) {
        judgment.unobserved.set(day, reason);
      }
    }
    if (to === history.length && isLong && !isExplained(evidence)) {
      judgment.quietSince = silence[0].day;
    }
  }
  return judgment;
}

/** The longest runs of days without reports, as positions. */
function silencesOf(
  history: DayEvidence[],
): Array<{ from: number; to: number }> {
  const silences: Array<{ from: number; to: number }> = [];
  for (const [index, { reporters }] of history.entries()) {
    const last = silences.at(-1);
    if (reporters === 0 && last?.to === index) {
      last.to = index + 1;
    } else if (reporters === 0) {
      silences.push({ from: index, to: index + 1 });
    }
  }
  return silences;
}

function evidenceIn(
  silence: DayEvidence[],
  before: DayEvidence[],
  limits: SilenceLimits,
): Map<Day, SilenceReason> {
  const unreported = new Set(readWithoutReports(silence, before, limits));
  const evidence = new Map<Day, SilenceReason>();
  for (const each of silence) {
    if (!each.isRunning) {
      evidence.set(each.day, 'not-running');
    } else if (each.failedReporters >= LEAST_FAILED) {
      evidence.set(each.day, 'failed-batches');
    } else if (unreported.has(each)) {
      evidence.set(each.day, 'readers-without-reports');
    }
  }
  return evidence;
}

function isExplained(evidence: Map<Day, SilenceReason>): boolean {
  return [...evidence.values()].some(reason => reason !== 'not-running');
}

/**
 * The days from the first with readers to the last, if chance does not explain
 * that none of their browsers reported.
 */
function readWithoutReports(
  silence: DayEvidence[],
  before: DayEvidence[],
  limits: SilenceLimits,
): DayEvidence[] {
  const tries = readersIn(silence);
  if (tries === 0) {
    return [];
  }
  const all = sumOf(before, ({ readers }) => readers);
  const reporting = sumOf(before, each => each.reportingReaders);
  // Before anything is known, two readers of three are taken to report.
  const chance = new ChanceOfNone({
    some: 2 + reporting,
    none: 1 + all - reporting,
    most: MOST_READERS,
  });
  if (chance.ofNoneIn(tries) >= limits.chanceOfReaders) {
    return [];
  }
  const isRead = ({ readers }: DayEvidence) => readers > 0;
  return silence.slice(
    silence.findIndex(isRead),
    silence.findLastIndex(isRead) + 1,
  );
}

/**
 * How many people read in a silence, as far as they must be different ones: the
 * most on one day, if more than one, or those of all days without one of each
 * day and one more, who may be people whose browsers never report.
 */
function readersIn(silence: DayEvidence[]): number {
  const most = Math.max(...silence.map(({ readers }) => readers));
  const further = sumOf(silence, ({ readers }) => Math.max(0, readers - 1));
  return most < 2 ? 0 : Math.max(most, further - 1);
}

/** Whether neither chance nor holidays that nobody configured explain a silence. */
function isTooLong(
  silence: DayEvidence[],
  before: DayEvidence[],
  limits: SilenceLimits,
): boolean {
  const expected = silence.filter(isExpected);
  const reported = before.filter(({ reporters }) => reporters > 0);
  if (
    expected.length < limits.workingDays ||
    reported.length < LEAST_REPORTED_DAYS
  ) {
    return false;
  }
  const usual = new UsualDays(before.filter(isExpected), silence[0].day);
  const people = usual.mostReporters();
  const patience =
    people < FEW_PEOPLE ? LONGEST_ABSENCE / people : limits.workingDays;
  return (
    usual.countWorking(expected) >= patience &&
    usual.chanceOfSilence(expected) < limits.chanceOfSilence
  );
}

/** Whether people could come and be counted. */
function isExpected({ isRunning, isHoliday }: DayEvidence): boolean {
  return isRunning && !isHoliday;
}

function sumOf<T>(items: T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
