import type {
  Deadline,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';
import { addDays } from '../../ui/format';

const DAY_MS = 86_400_000;

/** A day on the way to the goal, and where adoption is or should be on it. */
export interface Milestone {
  id: 'start' | 'halfway' | 'days30' | 'days7' | 'deadline';
  day: string;
  /** Share on a straight line to the goal; null while there is none. */
  target: number | null;
  /** Share that was measured by then, or is forecast; null if unknown. */
  share: number | null;
  isForecast: boolean;
}

/** The milestones of a deadline, the earliest first. */
export function milestonesOf(
  report: Pick<
    DeadlineReport,
    'deadline' | 'straightLine' | 'history' | 'latest'
  >,
): Milestone[] {
  const { deadline } = report;
  return deadline
    ? daysOf(deadline).map(([id, day]) => ({
        id,
        day,
        target: targetOn(day, report.straightLine),
        ...shareOn(day, report),
      }))
    : [];
}

function daysOf({ start, date }: Deadline) {
  const half = Math.round(daysBetween(start, date) / 2);
  const days: Array<[Milestone['id'], string]> = [
    ['start', start],
    ['halfway', addDays(start, half)],
    ['days30', addDays(date, -30)],
    ['days7', addDays(date, -7)],
    ['deadline', date],
  ];
  // A short deadline has fewer of them.
  return days.filter(
    ([, day], index) => index === 0 || day > days[index - 1][1],
  );
}

function targetOn(
  day: string,
  line: DeadlineReport['straightLine'],
): number | null {
  if (!line) {
    return null;
  }
  const { from, to } = line;
  const passed = daysBetween(from.day, day) / daysBetween(from.day, to.day);
  return (
    from.share + (to.share - from.share) * Math.min(1, Math.max(0, passed))
  );
}

/** Of the week that was closed last by that day, or of the one to come. */
function shareOn(
  day: string,
  { history, latest }: Pick<DeadlineReport, 'history' | 'latest'>,
): Pick<Milestone, 'share' | 'isForecast'> {
  const newest = history[history.length - 1];
  if (newest && daysBetween(newest.day, day) < 7) {
    const week = [...history].reverse().find(each => each.day <= day);
    const isRecent = week !== undefined && daysBetween(week.day, day) < 7;
    return { share: isRecent ? week.share : null, isForecast: false };
  }
  const point = latest?.forecast?.fan.find(each => each.day >= day);
  return { share: point?.median ?? null, isForecast: true };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
