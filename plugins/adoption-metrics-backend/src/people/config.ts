import { z } from 'zod';
import { secret, section, usersAndGroups, wholeNumber } from '../configuration';

const filter = z
  .record(z.string(), z.union([z.string().min(1), z.array(z.string().min(1))]))
  .meta({
    accepted:
      'catalog fields with a value or a list of values, such as { "spec.profile.department": "Engineering" }',
  });

/** The configuration below `adoptionMetrics.developers`. */
export const developersConfig = section({
  filter: filter
    .prefault({})
    .meta({ otherwise: 'all users' })
    .describe(
      'Fields of catalog users and accepted values, such as `spec.profile.department: Engineering`; all have to match',
    ),
  exclude: usersAndGroups()
    .prefault([])
    .describe(
      'Users that never count, such as `user:default/release-bot`, and groups of which nobody counts',
    ),
  headCount: wholeNumber({ least: 1 })
    .optional()
    .meta({ otherwise: 'counted from the catalog' })
    .describe("Number of developers to use instead of the catalog's"),
});

/** Who counts as a developer: the denominator of active users. */
export type DevelopersConfig = z.output<typeof developersConfig>;

/** Fewer characters can be guessed. */
const SHORTEST_SECRET = 16;

/** The configuration below `adoptionMetrics.privacy`. */
export const privacyConfig = section({
  secret: secret({ least: SHORTEST_SECRET })
    .optional()
    .meta({ otherwise: 'generated, kept in the database' })
    .describe(
      'Key of the pseudonyms under which people are stored. To change it, set `previousSecret` to the one before',
    ),
  previousSecret: secret({ least: SHORTEST_SECRET })
    .optional()
    .meta({ otherwise: 'none' })
    .describe(
      'The secret before this one, by which people who are stored under it are recognized and linked to the new one',
    ),
  minimumGroupSize: wholeNumber({ least: 1 })
    .prefault(5)
    .describe('Smallest number of people of whom a breakdown may speak'),
});
