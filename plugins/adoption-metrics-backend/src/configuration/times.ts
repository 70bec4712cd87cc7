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

/** Bounds of a duration, both inclusive, as users write them. */
interface DurationRange {
  least: string;
  most?: string;
  /** A valid duration, such as `15s`. */
  example: string;
}

/** A duration in one of Backstage's formats, in ms. */
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

/** A duration in days, rounded up. */
export function days({ least, example }: Omit<DurationRange, 'most'>) {
  return duration({ least, example }).transform(length =>
    Math.ceil(length / DAY_MS),
  );
}

/** The reporting time zone. */
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

/** A calendar day, as text. */
export function dayText() {
  return z
    .string()
    .refine(text => parseDay(text) !== undefined)
    .meta({ accepted: "days such as '2026-12-31', in quotes" });
}

/** A calendar day, as a `Day`. */
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

/** A full hour in the reporting time zone. */
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
