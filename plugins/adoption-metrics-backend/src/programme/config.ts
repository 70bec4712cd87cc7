import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Day } from '../time';
import { Programme } from './Programme';
import { DEFAULT_HOLD, programmeOf, readDay } from './programmeOf';

const KEY = 'adoptionMetrics.programme';
const DEFAULT_GOAL = 0.3;
const LONGEST_HOLD = 12;

/** As many as the API takes. */
const MOST_HOLIDAYS = 50;

/**
 * The programme that the configuration sets, if it does.
 *
 * @throws InputError naming the key that is wrong, and what is accepted.
 */
export function readProgramme(config: Config): Programme | undefined {
  const section = config.getOptionalConfig(KEY);
  if (!section) {
    return undefined;
  }
  return programmeOf(
    {
      start: section.getString('start'),
      length: section.getOptionalString('length'),
      deadline: section.getOptionalString('deadline'),
      goal: readGoal(section),
      hold: readHold(section),
      holidays: readHolidays(section),
    },
    { source: 'configuration', nameOf: key => `${KEY}.${key}` },
  );
}

/**
 * The day on which the portal was opened to its developers, if it is configured.
 *
 * @throws InputError naming the key, what is wrong and what is accepted.
 */
export function readLaunchDay(config: Config): Day | undefined {
  const key = 'adoptionMetrics.launchedOn';
  const text = config.getOptionalString(key);
  return text === undefined ? undefined : readDay(text, key);
}

function readGoal(section: Config): number {
  const goal = section.getOptionalNumber('goal') ?? DEFAULT_GOAL;
  if (!(goal > 0 && goal <= 1)) {
    throw new InputError(
      `${KEY}.goal is ${goal}, use a share above 0 and up to 1: 0.3 is 30%`,
    );
  }
  return goal;
}

function readHolidays(section: Config) {
  const holidays = section.getOptionalConfigArray('holidays') ?? [];
  if (holidays.length > MOST_HOLIDAYS) {
    throw new InputError(
      `${KEY}.holidays has ${holidays.length} entries, use ${MOST_HOLIDAYS} at most`,
    );
  }
  return holidays.map(each => ({
    from: each.getString('from'),
    to: each.getString('to'),
  }));
}

function readHold(section: Config): number {
  const hold = section.getOptionalNumber('hold') ?? DEFAULT_HOLD;
  if (!(Number.isInteger(hold) && hold >= 1 && hold <= LONGEST_HOLD)) {
    throw new InputError(
      `${KEY}.hold is ${hold}, use a whole number of weeks from 1 to ${LONGEST_HOLD}`,
    );
  }
  return hold;
}
