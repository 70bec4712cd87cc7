import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** A place in the configuration: the section, and the full key in errors. */
export interface ConfigPlace {
  section: Config | undefined;
  /** Below the section. */
  path: string;
  /** As people write it, from the root. */
  key: string;
}

/** A number of ms between two bounds. */
export interface LengthRange {
  default: number;
  least: number;
  most: number;
  /** What is accepted, in words and with an example. */
  accepted: string;
}

/** @throws InputError that names the key, the fault and what is accepted. */
export function readLength(place: ConfigPlace, range: LengthRange): number {
  const { section, path, key } = place;
  if (!section?.has(path)) {
    return range.default;
  }
  const length = readDuration(section, path);
  if (length === undefined) {
    throw wrong(key, `${show(section, path)}, not a duration`, range.accepted);
  }
  if (length < range.least || length > range.most) {
    throw wrong(key, `${length / 1000} s`, range.accepted);
  }
  return length;
}

/** @throws InputError that names the key, the fault and what is accepted. */
export function readFlag(place: ConfigPlace, fallback: boolean): boolean {
  const { section, path, key } = place;
  const value = section?.getOptional(path) ?? fallback;
  if (typeof value !== 'boolean') {
    throw wrong(key, show(section!, path), 'true and false');
  }
  return value;
}

/**
 * One of several words, the first by default.
 *
 * @throws InputError that names the key, the fault and what is accepted.
 */
export function readChoice<T extends string>(
  { section, path, key }: ConfigPlace,
  choices: readonly [T, ...T[]],
): T {
  const value = section?.getOptional(path) ?? choices[0];
  const choice = choices.find(each => each === value);
  if (choice === undefined) {
    throw wrong(key, show(section!, path), choices.join(' and '));
  }
  return choice;
}

/** An error about the value of a key. */
export function wrong(key: string, fault: string, accepted: string) {
  return new InputError(`${key} is ${fault}; accepted are ${accepted}`);
}

/** A value of the configuration, for an error. */
export function show(section: Config, path: string): string {
  return JSON.stringify(section.get(path));
}

function readDuration(section: Config, path: string): number | undefined {
  try {
    const duration = readDurationFromConfig(section, { key: path });
    return Math.round(durationToMilliseconds(duration));
  } catch {
    return undefined;
  }
}
