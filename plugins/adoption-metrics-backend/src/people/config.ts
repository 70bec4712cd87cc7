import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { normalizeConfiguredRef } from '../access';

/** Who counts as a developer: the denominator of active users. */
export interface DevelopersConfig {
  /** Catalog filter on `User` entities; all of them without one. */
  filter: Record<string, string | string[]>;
  /** Entity refs of users, and of groups with all in them, that never count. */
  exclude: string[];
  /** A number of developers that replaces the catalog's. */
  headCount: number | undefined;
}

/** @throws InputError naming the key that is wrong. */
export function readDevelopersConfig(config: Config): DevelopersConfig {
  const developers = config.getOptionalConfig('adoptionMetrics.developers');
  return {
    filter: readFilter(developers?.getOptional('filter')),
    exclude: (developers?.getOptionalStringArray('exclude') ?? []).map(
      readExcluded,
    ),
    headCount: readHeadCount(developers?.getOptionalNumber('headCount')),
  };
}

/**
 * The secret behind all pseudonyms, if one is configured.
 *
 * @throws InputError if it is too short to keep anything secret.
 */
export function readPrivacySecret(config: Config): string | undefined {
  const secret = config.getOptionalString('adoptionMetrics.privacy.secret');
  if (secret !== undefined && secret.length < 16) {
    throw new InputError(
      'adoptionMetrics.privacy.secret is too short, use at least 16 characters',
    );
  }
  return secret;
}

/**
 * The smallest number of people of whom a breakdown may speak.
 *
 * @throws InputError if it is not a whole number from 1.
 */
export function readPrivacyFloor(config: Config): number {
  const floor = config.getOptionalNumber('adoptionMetrics.privacy.floor') ?? 5;
  if (!Number.isInteger(floor) || floor < 1) {
    throw new InputError(
      `adoptionMetrics.privacy.floor is ${floor}, use a whole number from 1`,
    );
  }
  return floor;
}

function readExcluded(ref: string): string {
  const key = 'adoptionMetrics.developers.exclude';
  const example = "'user:default/release-bot' or 'group:default/contractors'";
  const entityRef = normalizeConfiguredRef(ref, { key, example });
  if (!/^(user|group):/.test(entityRef)) {
    throw new InputError(
      `${key} holds '${ref}', use refs of users and groups such as ${example}`,
    );
  }
  return entityRef;
}

function readFilter(value: unknown): Record<string, string | string[]> {
  const filter = value ?? {};
  const valid =
    typeof filter === 'object' &&
    !Array.isArray(filter) &&
    Object.values(filter)
      .flat()
      .every(item => typeof item === 'string');
  if (!valid) {
    throw new InputError(
      'adoptionMetrics.developers.filter must map catalog fields to a value ' +
        'or a list of values, such as { "spec.profile.department": "Engineering" }',
    );
  }
  return filter as Record<string, string | string[]>;
}

function readHeadCount(headCount: number | undefined): number | undefined {
  if (
    headCount !== undefined &&
    (!Number.isInteger(headCount) || headCount < 1)
  ) {
    throw new InputError(
      `adoptionMetrics.developers.headCount is ${headCount}, use a whole number from 1`,
    );
  }
  return headCount;
}
