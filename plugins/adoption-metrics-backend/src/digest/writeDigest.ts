import {
  apiLocale,
  describeAnnotation,
  Digest,
  formatShare,
  Movement,
  Movements,
  writeChange,
} from 'backstage-plugin-adoption-metrics-common';
import { parseDay, writeDay } from '../time';
import { writeCount } from './writeCount';

/** A digest but for its text and what became of it. */
export type DigestContent = Omit<Digest, 'title' | 'text' | 'delivery'>;

type Metric = Digest['metrics'][number];
type Write = (value: number) => string;

const count: Write = value => String(value);
const share: Write = value => formatShare(value, apiLocale);
const inPeople: Write = value => writeCount(value, 'person', 'people');

/** What a digest is called, such as "Adoption in the week to 22 Nov 2026". */
export function titleOf({
  period,
  to,
}: Pick<DigestContent, 'period' | 'to'>): string {
  return `Adoption in the ${period} to ${writeDay(parseDay(to)! - 1)}`;
}

/** The whole digest in plain text, one thing a line. */
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
  return change ? `${statement} ${change} in the ${period}.` : statement;
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
  return `${way} ${size} ${unit === 'seconds' ? 's' : 'points'}`;
}

function deadlineLines({ deadline }: DigestContent): string[] {
  if (!deadline) {
    return ['Deadline: none is set.'];
  }
  const { daysLeft, sentence } = deadline;
  const left =
    daysLeft < 0 ? 'passed' : `${writeCount(daysLeft, 'day', 'days')} left`;
  return [`Deadline, ${left}. ${sentence}`];
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
  const { new: first, returning, reactivated, lapsed } = people;
  const [a, b, c, d] = [first, returning, reactivated, lapsed].map(
    each => each ?? 'unknown',
  );
  return `People: ${a} new, ${b} stayed, ${c} came back, ${d} stayed away.`;
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
  return lines.length > 0 ? ['What would help the most:', ...lines] : [];
}
