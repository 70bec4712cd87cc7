import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'adoptionMetrics.conditions';

/** Who runs a portal: its owners, or somebody they pay. */
export const hostings = ['self-hosted', 'managed'] as const;

/** What nobody can measure of a portal, as far as it is configured. */
export interface ConfiguredConditions {
  /** People who work on it, in full-time equivalents. */
  team?: number;
  hosting?: (typeof hostings)[number];
  /** Whether somebody in the leadership stands up for it. */
  sponsor?: boolean;
  /** Months after the launch that the leadership gives it. */
  months?: number;
}

/** Why something is unknown that nobody can measure. */
export function notConfigured(key: keyof ConfiguredConditions): string {
  return `Not known: ${KEY}.${key} is not configured.`;
}

/** @throws InputError naming the key, what is wrong and what is accepted. */
export function readConditions(config: Config): ConfiguredConditions {
  return {
    team: readAmount(config, `${KEY}.team`),
    hosting: readHosting(config, `${KEY}.hosting`),
    sponsor: config.getOptionalBoolean(`${KEY}.sponsor`),
    months: readAmount(config, `${KEY}.months`),
  };
}

function readAmount(config: Config, key: string): number | undefined {
  const amount = config.getOptionalNumber(key);
  if (amount !== undefined && !(amount >= 0)) {
    throw new InputError(`${key} is ${amount}, use a number from 0 on`);
  }
  return amount;
}

function readHosting(config: Config, key: string) {
  const text = config.getOptionalString(key);
  const hosting = hostings.find(each => each === text);
  if (text !== undefined && !hosting) {
    throw new InputError(
      `${key} is '${text}', accepted are ${hostings.join(', ')}`,
    );
  }
  return hosting;
}
