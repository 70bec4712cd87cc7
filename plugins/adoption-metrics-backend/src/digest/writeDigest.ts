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
import { parseDay, writeDay } from '../time';

/** A digest without its text and its delivery. */
export type DigestContent = Omit<Digest, 'title' | 'text' | 'delivery'>;

type Metric = Digest['metrics'][number];
type Write = (value: number) => string;

const count: Write = value => String(value);
const share: Write = value => formatShare(value, apiLocale);
const inPeople: Write = value => writeCount(value, 'person', 'people');

/** The title of a digest, such as "Adoption, week ending 22 Nov 2026". */
export function titleOf({
  period,
  to,
}: Pick<DigestContent, 'period' | 'to'>): string {
  return `Adoption, ${period} ending ${writeDay(parseDay(to)! - 1)}`;
}

/** The whole digest as plain text, one fact a line. */
export function writeDigest(content: DigestContent): string {
  const blocks = [
    content.metrics.map(metric => lineOf(metric, content.period)),
    deadlineLines(content),
    movedLines(content),
    happenedLines(content),
    helpLines(content),
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

function describeChange({
  change,
  unit,
  id,
}: Omit<Metric, 'statement'>): string | undefined {
  if (change === null) {
    return undefined;
  }
  const { direction, size, belowStep } = writeChange(
    change,
    { id, unit },
    apiLocale,
  );
  if (direction === 'none' || belowStep) {
    return 'No change';
  }
  const way = direction === 'up' ? 'Up' : 'Down';
  return `${way} ${size} ${unit === 'seconds' ? 's' : 'percentage points'}`;
}

function deadlineLines({ deadline }: DigestContent): string[] {
  if (!deadline) {
    return ['Deadline: not set.'];
  }
  const { daysLeft, sentence } = deadline;
  const left =
    daysLeft < 0 ? 'passed' : `${writeCount(daysLeft, 'day', 'days')} left`;
  return [`Deadline: ${left}. ${sentence}`];
}

function movedLines(content: DigestContent): string[] {
  const { people, teams, plugins, owners } = content;
  return [
    ...(people ? [peopleLine(people)] : []),
    ...bothWays('Teams', teams, share),
    ...bothWays('Plugins', plugins, inPeople),
    ...bothWays('Stale entities', owners, count),
  ];
}

function peopleLine(people: NonNullable<DigestContent['people']>): string {
  const write = (each: number | null) => each ?? 'unknown';
  const parts = [
    `${write(people.new)} new`,
    `${write(people.returning)} retained`,
    `${write(people.reactivated)} reactivated`,
    `${write(people.lapsed)} lapsed`,
  ];
  return `People: ${parts.join(', ')}.`;
}

function bothWays(
  what: string,
  { up, down }: Movements,
  write: Write,
): string[] {
  return [
    ...(up.length > 0 ? [`${what} up: ${list(up, write)}.`] : []),
    ...(down.length > 0 ? [`${what} down: ${list(down, write)}.`] : []),
  ];
}

function list(movements: Movement[], write: Write): string {
  return movements
    .map(({ name, before, now }) => `${name} ${write(before)} → ${write(now)}`)
    .join(', ');
}

function happenedLines({ annotations }: DigestContent): string[] {
  return annotations.map(
    annotation =>
      `${writeDay(parseDay(annotation.day)!)}: ${describeAnnotation(
        annotation,
      )}`,
  );
}

function helpLines({ actions }: DigestContent): string[] {
  const lines = actions.map(
    ({ title, reason }, index) => `${index + 1}. ${title}. ${reason}`,
  );
  return lines.length > 0 ? ['Recommended actions:', ...lines] : [];
}
