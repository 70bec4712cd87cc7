import { Day } from '../../time';
import { ChanceOfNone } from './ChanceOfNone';
import { UsualDays } from './UsualDays';

/** Evidence for one closed day. */
export interface DayEvidence {
  day: Day;
  /** Distinct people whose browsers reported. */
  reporters: number;
  /** Distinct people who opened our card or page in the foreground. */
  readers: number;
  /** Readers whose browsers also reported. */
  reportingReaders: number;
  /** Distinct people whose batches all failed. */
  failedReporters: number;
  /** Whether any replica sent heartbeats. */
  isRunning: boolean;
  /** Whether it is a configured holiday. */
  isHoliday: boolean;
}

/** Why nobody could be counted on a day. */
export type SilenceReason =
  | 'not-running'
  | 'readers-without-reports'
  | 'failed-batches'
  | 'long-silence';

/** Which days without reports were not observed. */
interface SilenceJudgment {
  unobserved: Map<Day, SilenceReason>;
  /**
   * First day of a current silence that is too long to be chance and has no
   * explanation.
   */
  quietSince?: Day;
}

/** How many days before a silence determine what is usual. */
export const SILENCE_LOOKBACK_DAYS = 120;

/** Thresholds beyond which chance and calendar do not explain a silence. */
export interface SilenceLimits {
  /**
   * If it is less likely that so many readers do not report, it is a failure.
   */
  chanceOfReaders: number;
  /** If a silence of that length is less likely, it is not chance. */
  chanceOfSilence: number;
  /** Working days of silence that unconfigured holidays may explain. */
  workingDays: number;
}

/**
 * Chosen by a study of simulated portals (docs/silence.md). False alarms are
 * kept rare, at the expense of early detection.
 */
export const SILENCE_LIMITS: SilenceLimits = {
  chanceOfReaders: 0.001,
  chanceOfSilence: 3e-4,
  workingDays: 5,
};

/** The batches of a single person may fail because of their browser. */
const LEAST_FAILED = 2;

/** With fewer days with reports (four working weeks), nothing is usual yet. */
const LEAST_REPORTED_DAYS = 20;

/** The same people come again, so only this many past readers count. */
const MOST_READERS = 20;

/** With more people, it is unlikely that all are on vacation at once. */
const FEW_PEOPLE = 4;

/**
 * Longest absence of one person in working days. Absences of several people
 * have to overlap.
 */
const LONGEST_ABSENCE = 30;

/**
 * Finds days without reports that were not observed: people came but could not
 * be counted, or the silence is too long for chance and calendar. All other
 * days were observed, with nobody active.
 *
 * Each silence is judged on its own and on earlier days, so that the judgment
 * stays the same during and after it.
 *
 * @param history - consecutive closed days from the first day of collection on,
 * oldest first; without its beginning, the judgment is only less certain
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

/** The longest runs of days without reports, by index. */
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
 * Days from the first to the last one with readers, unless it may be chance
 * that none of them reported.
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
  // The prior: two of three readers report.
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
 * A lower bound for the readers who are different people: the most on one day,
 * or the readers of all days, without one on each day and another one, because
 * two people whose browsers never report may come every day.
 */
function readersIn(silence: DayEvidence[]): number {
  const most = Math.max(...silence.map(({ readers }) => readers));
  const further = sumOf(silence, ({ readers }) => Math.max(0, readers - 1));
  return most < 2 ? 0 : Math.max(most, further - 1);
}

/** Whether neither chance nor unconfigured holidays explain a silence. */
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

/** Whether people were expected and could be counted. */
function isExpected({ isRunning, isHoliday }: DayEvidence): boolean {
  return isRunning && !isHoliday;
}

function sumOf<T>(items: T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
