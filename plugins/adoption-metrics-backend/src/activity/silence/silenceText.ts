import { writeCount } from 'backstage-plugin-adoption-metrics-common';
import { Day, union, writeDay } from '../../time';
import { ClosedDay } from './DayStore';
import { SilenceReason } from './judgeSilence';
import { Silence } from './SilenceService';

const because: Record<SilenceReason, (days: string) => string> = {
  'not-running': days => `The backend was not running on ${days}.`,
  'readers-without-reports': days =>
    `On ${days}, people opened this plugin, but no browser reported usage.`,
  'failed-batches': days => `On ${days}, reports from browsers failed.`,
  'long-silence': days =>
    `No browser reported on ${days}, longer than chance or a few days off would explain.`,
};

/** Explains days without reports; undefined if all days were observed. */
export function noteOfSilence(
  unobserved: ClosedDay[],
  lasting: Silence | undefined,
): string | undefined {
  const sentences = Object.entries(because).flatMap(([reason, describe]) => {
    const days = unobserved.filter(({ judgment }) => judgment === reason);
    const isQuiet = reason === 'long-silence' && lasting?.state === 'quiet';
    if (days.length === 0) {
      return [];
    }
    return isQuiet
      ? [describeQuiet(lasting.since)]
      : [describe(listDays(days.map(({ day }) => day)))];
  });
  return sentences.length === 0
    ? undefined
    : `${sentences.join(' ')} These days are excluded as unknown.`;
}

/** A silence without explanation, which may or may not be a failure. */
export function describeQuiet(since: Day): string {
  return `No visits since ${writeDay(
    since,
  )}. If no visits were expected, no action is needed.`;
}

/** A silence although people came. */
export function describeStopped({ since, days }: Silence): string {
  const readers = Math.max(...days.map(each => each.readers));
  const failed = Math.max(...days.map(each => each.failedReporters));
  const evidence =
    failed > readers
      ? `reports of ${writeCount(failed, 'person', 'people')} failed in a day`
      : `${writeCount(
          readers,
          'person',
          'people',
        )} opened this plugin in a day`;
  return `No browser has reported since ${writeDay(
    since,
  )}, although ${evidence}.`;
}

function listDays(days: Day[]): string {
  const periods = union(days.map(day => ({ from: day, to: day + 1 })));
  return periods
    .map(({ from, to }) =>
      to === from + 1
        ? writeDay(from)
        : `${writeDay(from)} to ${writeDay(to - 1)}`,
    )
    .join(', ');
}
