import { z } from 'zod';
import {
  flag,
  secret,
  section,
  usersAndGroups,
  wholeNumber,
} from '../configuration';

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
      'Fields of catalog users and accepted values, such as `spec.profile.department: Engineering`; all must match',
    ),
  exclude: usersAndGroups()
    .prefault([])
    .describe(
      'Users that never count, such as `user:default/release-bot`, and groups whose members never count',
    ),
  headCount: wholeNumber({ least: 1 })
    .optional()
    .meta({ otherwise: 'counted from the catalog' })
    .describe('Number of developers to use instead of counting the catalog'),
});

/** Fields that identify individual people, or contain free text. */
const IDENTIFYING = [
  'spec.profile.displayName',
  'spec.profile.email',
  'spec.profile.picture',
];

const attribute = section({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/)
    .meta({ accepted: "ids of lower-case letters, digits and '-'" })
    .describe('Name of the attribute in the API, such as `location`'),
  title: z
    .string()
    .min(1)
    .max(64)
    .meta({ accepted: 'titles of up to 64 characters' })
    .describe('Name of the attribute in the UI, such as `Location`'),
  field: z
    .string()
    .regex(/^(spec(\.[\w-]+)+|metadata\.(labels|annotations)\.\S+)$/)
    .refine(field => !IDENTIFYING.includes(field))
    .meta({
      accepted:
        "fields of catalog users that many people share, such as 'spec.profile.location', 'metadata.labels.<name>' or 'metadata.annotations.<name>'",
    })
    .describe('Field of catalog users that contains it'),
  beforeTeams: flag()
    .prefault(false)
    .describe(
      'Whether to break down by this attribute first, and by team only as far as small groups stay protected',
    ),
});

const MOST_ATTRIBUTES = 10;

/** The configuration below `adoptionMetrics.activity`. */
export const activityConfig = section({
  attributes: z
    .array(attribute)
    .max(MOST_ATTRIBUTES)
    .refine(
      attributes =>
        new Set(attributes.map(({ id }) => id)).size === attributes.length,
    )
    .meta({
      accepted: `lists of up to ${MOST_ATTRIBUTES} entries with id, title and field, each id once`,
      otherwise: 'none',
    })
    .prefault([])
    .describe(
      'Fields of catalog users, such as their location, for breakdowns of active users',
    ),
});

/** A catalog field that active users are broken down by. */
export type AttributeConfig = z.output<typeof attribute>;

/** Who counts as a developer: the denominator of active users. */
export type DevelopersConfig = z.output<typeof developersConfig>;

/** Shorter secrets can be guessed. */
const SHORTEST_SECRET = 16;

/** The configuration below `adoptionMetrics.privacy`. */
export const privacyConfig = section({
  secret: secret({ least: SHORTEST_SECRET })
    .optional()
    .meta({ otherwise: 'generated, kept in the database' })
    .describe(
      'Key that pseudonymizes people. To change it, set `previousSecret` to the former key',
    ),
  previousSecret: secret({ least: SHORTEST_SECRET })
    .optional()
    .meta({ otherwise: 'none' })
    .describe(
      'The former secret, so that people stored under it are linked to the new one',
    ),
  minimumGroupSize: wholeNumber({ least: 1 })
    .prefault(5)
    .describe('Smallest group of people that a breakdown can show'),
});
