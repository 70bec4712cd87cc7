import type {
  Deadline,
  DeadlineReport,
  PublishedPlan,
} from 'backstage-plugin-adoption-metrics-common';

/** Between 0 and 1, from the left and from the top. */
export interface Place {
  x: number;
  y: number;
}

/** What a chart of a deadline consists of. */
interface ForecastGeometry {
  history: Place[];
  median: Place[];
  /** Around everything between the low and the high end. */
  range: Place[];
  /** Milestones of a plan, which may have begun before the first day. */
  plan: Place[];
  goalY: number | undefined;
  /** Where the deadline is. */
  deadlineX: number | undefined;
  /** The share at the top. */
  top: number;
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

/** Room above the highest value. */
const HEADROOM = 1.1;

/** What is drawn of a deadline. */
export interface Drawn extends Pick<DeadlineReport, 'history' | 'latest'> {
  deadline: Pick<Deadline, 'date' | 'goal'> | null;
}

/** A line to compare with: shares of developers on days, the earliest first. */
export type Plan = Pick<PublishedPlan, 'milestones'>;

/** Undefined while there is nothing to draw. */
export function forecastGeometry(
  report: Drawn,
  plan?: Plan,
): ForecastGeometry | undefined {
  const { deadline, latest } = report;
  const known = report.history.flatMap(({ day, share }) =>
    share === null ? [] : [{ day, share }],
  );
  if (known.length === 0) {
    return undefined;
  }
  const fan = latest?.forecast?.fan ?? [];
  const from = known[0].day;
  const milestones = plan?.milestones ?? [];
  const to = latestOf([
    known[known.length - 1].day,
    deadline?.date,
    ...milestones.map(({ day }) => day),
  ]);
  const shares = [...known, ...milestones]
    .map(({ share }) => share)
    .concat(fan.map(({ high }) => high));
  const top = HEADROOM * Math.max(...shares, deadline?.goal ?? 0, 0.01);
  const place = (day: string, share: number) => ({
    x: daysBetween(from, day) / Math.max(1, daysBetween(from, to)),
    y: 1 - share / top,
  });
  const last = known[known.length - 1];
  const start = fan.length > 0 ? [place(last.day, last.share)] : [];
  const along = (end: 'low' | 'median' | 'high') =>
    fan.map(point => place(point.day, point[end]));
  return {
    history: known.map(({ day, share }) => place(day, share)),
    median: [...start, ...along('median')],
    range: [...start, ...along('high'), ...along('low').reverse()],
    plan: milestones.map(({ day, share }) => place(day, share)),
    goalY: deadline ? 1 - deadline.goal / top : undefined,
    deadlineX: deadline ? place(deadline.date, 0).x : undefined,
    top,
    from,
    to,
  };
}

function latestOf(days: Array<string | undefined>): string {
  return days.reduce<string>((latest, day) => {
    return day !== undefined && day > latest ? day : latest;
  }, '');
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
