import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, JsonObject } from '@backstage/types';
import { z } from 'zod';
import { DAY_MS, parseDay, ReportingZone } from '../time';
import { refuse } from './setting';
import { wholeNumber } from './values';

const units = [
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
] as const;

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Bounds of a duration, both included, as people write them. */
interface DurationRange {
  least: string;
  most?: string;
  /** One that would do, such as `15s`. */
  example: string;
}

/** A duration as Backstage writes them, in ms. */
export function duration({ least, most, example }: DurationRange) {
  const from = millisecondsOf(least)!;
  const to =
    most === undefined ? Number.MAX_SAFE_INTEGER : millisecondsOf(most)!;
  const upTo = most === undefined ? '' : ` to ${most}`;
  return z
    .union([z.string(), z.partialRecord(z.enum(units), z.unknown())])
    .transform((value, context) => {
      const length = millisecondsOf(value);
      return length !== undefined && length >= from && length <= to
        ? length
        : refuse(context);
    })
    .meta({
      accepted: `durations from ${least}${upTo}, such as '${example}'`,
    });
}

/** A duration in days; part of a day is kept as a whole one. */
export function days({ least, example }: Omit<DurationRange, 'most'>) {
  return duration({ least, example }).transform(length =>
    Math.ceil(length / DAY_MS),
  );
}

/** The zone whose calendar counts. */
export function timeZone() {
  return z
    .string()
    .transform((name, context) => {
      try {
        return ReportingZone.create(name);
      } catch {
        return refuse(context);
      }
    })
    .meta({ accepted: "IANA names of time zones such as 'Europe/Berlin'" });
}

/** A day of the calendar, as it is written. */
export function dayText() {
  return z
    .string()
    .refine(text => parseDay(text) !== undefined)
    .meta({ accepted: "days such as '2026-12-31', in quotes" });
}

/** A day of the calendar, as the number that the plugin counts with. */
export function calendarDay() {
  return dayText().transform(text => parseDay(text)!);
}

/** A day of the week, from 1 for Monday to 7 for Sunday. */
export function weekday() {
  return z
    .preprocess(inLowerCase, z.enum(weekdays))
    .transform(day => weekdays.indexOf(day) + 1)
    .meta({ accepted: weekdays.join(', ') });
}

/** A full hour of the reporting zone. */
export function hour() {
  return wholeNumber({ least: 0, most: 23 });
}

function millisecondsOf(value: unknown): number | undefined {
  try {
    const config = new ConfigReader({ value } as JsonObject);
    const length = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'value' }),
    );
    return Number.isFinite(length) ? Math.round(length) : undefined;
  } catch {
    return undefined;
  }
}

function inLowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
