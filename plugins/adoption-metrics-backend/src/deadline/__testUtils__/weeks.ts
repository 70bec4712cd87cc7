import { Sample } from '../../samples';
import { lastDayOfWeek, parseDay, weekOf } from '../../time';
import { evaluateWeek } from '../evaluateWeek';
import { WeeklySample } from '../forecast/forecastShare';
import { Deadline } from '../Deadline';
import { DeadlineWeek } from '../DeadlineWeek';

export const day = (text: string) => parseDay(text)!;

/** From 10% to 30% between 15 January and 15 July 2026. */
export const deadline: Deadline = {
  source: 'api',
  start: day('2026-01-15'),
  date: day('2026-07-15'),
  goal: 0.3,
  hold: 2,
};

/** Weekly samples that end by a day, the newest last. */
export function samplesUntil(
  last: string,
  shares: number[],
  developers = 300,
): WeeklySample[] {
  const newest = weekOf(day(last));
  return shares.map((share, index) => ({
    week: newest - shares.length + 1 + index,
    active: Math.round(share * developers),
    developers,
  }));
}

/** What is known week after week, as the evaluator would find it. */
export function evaluateAll(
  samples: WeeklySample[],
  goal: Deadline = deadline,
): DeadlineWeek[] {
  const weeks: DeadlineWeek[] = [];
  for (let week = weekOf(goal.start); week <= weekOf(goal.date); week++) {
    const before = weeks.at(-1);
    const end = lastDayOfWeek(week);
    weeks.push(evaluateWeek({ deadline: goal, week: end, samples, before }));
  }
  return weeks;
}

/** The headline of a day, as it is stored. */
export function headline(
  date: string,
  active: number,
  rest: Partial<Sample> = {},
): Sample {
  return {
    metric: 'active-users',
    dimension: 'headline',
    member: '',
    day: day(date),
    value: active / 300,
    numerator: active,
    denominator: 300,
    coverage: 1,
    definitionVersion: 1,
    timeZone: 'UTC',
    state: 'final',
    computedAt: 0,
    ...rest,
  };
}
