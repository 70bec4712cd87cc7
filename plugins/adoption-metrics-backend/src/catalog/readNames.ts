import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** @throws InputError if the key holds anything but a list of names. */
export function readNames(config: Config, key: string): string[] | undefined {
  const value = config.getOptional(key);
  const valid =
    Array.isArray(value) &&
    value.every(item => item && typeof item === 'string');
  if (value !== undefined && !valid) {
    throw new InputError(
      `${key} is ${JSON.stringify(value)}; accepted is a list of names`,
    );
  }
  return value as string[] | undefined;
}
