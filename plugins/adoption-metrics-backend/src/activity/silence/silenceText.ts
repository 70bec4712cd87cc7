import { listed, say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { Day, sayDay, union } from '../../time';
import { ClosedDay } from './DayStore';
import { SilenceReason } from './judgeSilence';
import { Silence } from './SilenceService';

const reasons: SilenceReason[] = [
  'not-running',
  'readers-without-reports',
  'failed-batches',
  'long-silence',
];

/** Explains days without reports; undefined if all days were observed. */
export function noteOfSilence(
  unobserved: ClosedDay[],
  lasting: Silence | undefined,
): Wording[] | undefined {
  const sentences = reasons.flatMap(reason => {
    const days = unobserved.filter(({ judgment }) => judgment === reason);
    const isQuiet = reason === 'long-silence' && lasting?.state === 'quiet';
    if (days.length === 0) {
      return [];
    }
    return isQuiet
      ? [describeQuiet(lasting.since)]
      : [
          say(`scorecard.note.${reason}`, {
            days: listDays(days.map(({ day }) => day)),
          }),
        ];
  });
  return sentences.length === 0
    ? undefined
    : [...sentences, say('scorecard.note.excluded')];
}

/** A silence that nothing explains, and that need not be a fault. */
export function describeQuiet(since: Day): Wording {
  return say('scorecard.note.quiet', { day: sayDay(since) });
}

/** A silence while people were there. */
export function describeStopped({ since, days }: Silence): Wording {
  const readers = Math.max(...days.map(each => each.readers));
  const failed = Math.max(...days.map(each => each.failedReporters));
  const day = sayDay(since);
  return failed > readers
    ? say('health.last-batch.stopped-failing', { day, count: failed })
    : say('health.last-batch.stopped', { day, count: readers });
}

function listDays(days: Day[]) {
  const periods = union(days.map(day => ({ from: day, to: day + 1 })));
  const written = periods.map(({ from, to }) =>
    to === from + 1
      ? sayDay(from)
      : say('scorecard.period', { from: sayDay(from), to: sayDay(to - 1) }),
  );
  return listed(written, 'comma');
}
