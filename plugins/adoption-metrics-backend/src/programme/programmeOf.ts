import { InputError } from '@backstage/errors';
import { addPeriod, Day, formatDay, parseDay } from '../time';
import { Programme, ProgrammeSource } from './Programme';

/** A stuck programme gets half a year. */
const DEFAULT_LENGTH = 'P6M';

/** A goal that is touched once may be noise. */
export const DEFAULT_HOLD = 2;

/** What sets a programme, in the words of the configuration and the API. */
export interface ProgrammeSettings {
  start: string;
  length?: string;
  deadline?: string;
  goal: number;
  hold: number;
}

/**
 * The programme that settings ask for.
 *
 * @param nameOf - how the reader knows a setting, such as `field 'start'`
 * @throws InputError naming the setting, what is wrong and what is accepted.
 */
export function programmeOf(
  settings: ProgrammeSettings,
  { source, nameOf }: { source: ProgrammeSource; nameOf(key: string): string },
): Programme {
  const { goal, hold, length, deadline } = settings;
  if (length !== undefined && deadline !== undefined) {
    throw new InputError(
      `${nameOf('length')} and ${nameOf('deadline')} are both set, use one`,
    );
  }
  const start = readDay(settings.start, nameOf('start'));
  const end =
    deadline === undefined
      ? endOf(start, length ?? DEFAULT_LENGTH, nameOf('length'))
      : readDay(deadline, nameOf('deadline'));
  if (end <= start) {
    throw new InputError(
      `${nameOf('deadline')} is ${deadline}, use a day after the start`,
    );
  }
  return { source, start, deadline: end, goal, hold };
}

/** The programme of a told history that begins on a day. */
export function toldProgramme(
  { goal, length }: { goal: number; length: string },
  start: Day,
): Programme {
  return programmeOf(
    { start: formatDay(start), goal, length, hold: DEFAULT_HOLD },
    { source: 'history', nameOf: key => `'${key}' of the told programme` },
  );
}

function readDay(text: string, name: string): Day {
  const day = parseDay(text);
  if (day === undefined) {
    throw new InputError(
      `${name} is '${text}', use a day of the calendar such as '2026-11-02'`,
    );
  }
  return day;
}

function endOf(start: Day, length: string, name: string): Day {
  const end = addPeriod(start, length);
  if (end === undefined) {
    throw new InputError(
      `${name} is '${length}', use a period such as 'P6M', 'P26W' or 'P180D'`,
    );
  }
  return end;
}
