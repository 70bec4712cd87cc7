import {
  apiLocale,
  describeAnnotation,
  Digest,
  formatShare,
  Movement,
  Movements,
  writeChange,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { REPORT_PAGE } from '../alerts';
import { parseDay, writeDay } from '../time';

/** A digest without its text and its delivery. */
export type DigestContent = Omit<Digest, 'title' | 'text' | 'delivery'>;

type Metric = Digest['metrics'][number];
/** How a change is written. */
type Write = (movement: Movement) => string;

const inNumbers: Write = ({ before, now }) => `${before} → ${now}`;
const inShares: Write = ({ before, now }) =>
  `${formatShare(before, apiLocale)} → ${formatShare(now, apiLocale)}`;
const inUsers: Write = ({ before, now }) =>
  `${before} → ${writeCount(now, 'user', 'users')}`;

/** The title of a digest, such as "Adoption, week ending 22 Nov 2026". */
export function titleOf({
  period,
  to,
}: Pick<DigestContent, 'period' | 'to'>): string {
  return `Adoption, ${period} ending ${lastOf({ to })}`;
}

/** The whole digest as plain text, one fact a line. */
export function writeDigest(content: DigestContent): string {
  const blocks = [
    [asOfLine(content)],
    content.metrics.map(metric => lineOf(metric, content.period)),
    deadlineLines(content),
    movedLines(content),
    happenedLines(content),
    helpLines(content),
    reportLines(content),
  ];
  return blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n');
}

function lineOf({ statement, ...metric }: Metric, period: string): string {
  const change = describeChange(metric);
  return change ? `${statement} ${change} over the ${period}.` : statement;
}

/** What every number below is of. */
function asOfLine({ to, timeZone }: DigestContent): string {
  return `As of the end of ${lastOf({ to })} (${timeZone}).`;
}

function describeChange({
  change,
  value,
  unit,
  id,
}: Omit<Metric, 'statement'>): string | undefined {
  if (change === null || value === null) {
    return undefined;
  }
  const { direction, size } = writeChange(
    { change, previous: value - change },
    { id, unit },
    apiLocale,
  );
  if (direction === 'none' || direction === 'same') {
    return direction === 'none' ? 'No change' : 'About the same';
  }
  const way = direction === 'up' ? 'Up' : 'Down';
  return `${way} ${size} ${unit === 'seconds' ? 's' : 'percentage points'}`;
}

function deadlineLines({ deadline, to }: DigestContent): string[] {
  if (!deadline) {
    return ['Deadline: not set.'];
  }
  const { daysLeft, sentence, week } = deadline;
  const left =
    daysLeft <= 0 ? 'passed' : `${writeCount(daysLeft, 'day', 'days')} left`;
  // A month rarely ends with a week.
  const isOlder = week !== null && parseDay(week)! < parseDay(to)! - 1;
  const day = isOlder ? ` As of ${writeDay(parseDay(week)!)}:` : '';
  return [`Deadline: ${left}.${day} ${sentence}`];
}

function movedLines(content: DigestContent): string[] {
  const { people, teams, plugins, owners } = content;
  const during = movedDuring(content);
  return [
    ...(people ? [peopleLine(people, during)] : []),
    ...bothWays({ what: 'Teams', during }, teams, inShares),
    ...bothWays({ what: 'Plugins', during }, plugins, inUsers),
    ...bothWays({ what: 'Stale entities' }, owners, inNumbers),
  ];
}

// No breakdown of people is of a month: they are of weeks.
function movedDuring({ period, moved }: DigestContent): string {
  return period === 'month' && moved
    ? ` in the 4 weeks ending ${lastOf(moved)}`
    : '';
}

/** The last of some days, for people to read. */
export function lastOf({ to }: { to: string }): string {
  return writeDay(parseDay(to)! - 1);
}

function peopleLine(
  people: NonNullable<DigestContent['people']>,
  during: string,
): string {
  const write = (each: number | null) => each ?? 'unknown';
  const parts = [
    `${write(people.new)} new`,
    `${write(people.returning)} retained`,
    `${write(people.reactivated)} reactivated`,
    `${write(people.lapsed)} lapsed`,
  ];
  return `People${during}: ${parts.join(', ')}.`;
}

function bothWays(
  { what, during = '' }: { what: string; during?: string },
  { up, down }: Movements,
  write: Write,
): string[] {
  const line = (way: string, moved: Movement[]) =>
    moved.length > 0 ? [`${what} ${way}${during}: ${list(moved, write)}.`] : [];
  return [...line('up', up), ...line('down', down)];
}

function list(movements: Movement[], write: Write): string {
  return movements
    .map(movement => `${oneLine(movement.name)} ${write(movement)}`)
    .join(', ');
}

function happenedLines({ annotations }: DigestContent): string[] {
  return annotations.map(
    annotation =>
      `${writeDay(parseDay(annotation.day)!)}: ${oneLine(
        describeAnnotation(annotation),
      )}`,
  );
}

function helpLines({ actions }: DigestContent): string[] {
  const lines = actions.map(
    ({ title, reason }, index) =>
      `${index + 1}. ${oneLine(title)}. ${oneLine(reason)}`,
  );
  return lines.length > 0 ? ['Recommended actions:', ...lines] : [];
}

/** The report of the same month, and of the quarter that ends with it. */
function reportLines({ period, from }: DigestContent): string[] {
  if (period !== 'month') {
    return [];
  }
  const [year, month] = from.split('-');
  const quarter = Number(month) / 3;
  const pageOf = (of: string) => `${REPORT_PAGE}?period=${of}`;
  return [
    `Report for leadership: ${pageOf(`${year}-${month}`)}`,
    ...(Number.isInteger(quarter)
      ? [`Quarterly report: ${pageOf(`${year}-Q${quarter}`)}`]
      : []),
  ];
}

/** What people wrote begins no line of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
