import {
  ANY_PORTAL,
  THIS_PORTAL,
} from 'backstage-plugin-adoption-metrics-common';
import { isPortalId } from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import {
  calendarDay,
  choice,
  person,
  refuseKey,
  section,
  webAddress,
} from '../../configuration';

const reserved = [THIS_PORTAL, ANY_PORTAL];

/** How the people are called whom a portal reports. */
const mappings = ['ref', 'name', 'email', 'annotation'] as const;

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .meta({ accepted: `texts of 1 to ${most} characters` });

const portal = section({
  id: z
    .string()
    .refine(id => isPortalId(id) && !reserved.includes(id))
    .meta({
      accepted: `ids of lower-case letters, digits and dashes, except '${reserved.join(
        "' and '",
      )}'`,
    })
    .describe('Stands in the address to which its activity is posted'),
  title: words(100).describe('What the portal is called'),
  option: words(64)
    .optional()
    .meta({ otherwise: 'none' })
    .describe('Id of the option of the decision that it is'),
  since: calendarDay()
    .optional()
    .meta({ otherwise: 'the first day that is reported' })
    .describe('First day on which it was in use; no earlier day is taken'),
  url: webAddress('remove them, since everybody reads this address')
    .optional()
    .meta({ otherwise: 'none' })
    .describe('Where it is'),
  subject: words(255)
    .optional()
    .meta({
      accepted: 'subjects of tokens, as below backend.auth.externalAccess',
      otherwise: 'nobody may post its activity',
    })
    .describe('Subject of the service token that may post its activity'),
  mapBy: choice(mappings)
    .prefault('ref')
    .describe(
      'What the names are by which it reports people: full entity `ref`s, the `name` or `email` of a user of the catalog, or the value of an `annotation`',
    ),
  annotation: words(253)
    .optional()
    .meta({ otherwise: 'none' })
    .describe(
      'Annotation of users that holds their name there, such as `github.com/user-login`; with `mapBy: annotation`',
    ),
  names: z
    .record(z.string().min(1).max(800), person())
    .meta({
      accepted:
        "users by the names that they have there, such as { 'ada.l': 'user:default/ada' }",
      otherwise: 'none',
    })
    .prefault({})
    .describe('Users by the names that they have there, before all else'),
}).superRefine(({ mapBy, annotation }, context) => {
  if (mapBy === 'annotation' && annotation === undefined) {
    const fault =
      'is missing; accepted are annotations of users such as github.com/user-login';
    refuseKey(context, ['annotation'], fault);
  }
});

/** The configuration below `adoptionMetrics.decision.portals`. */
export const portalsConfig = z
  .array(portal)
  .max(20)
  .meta({ accepted: 'lists of up to 20 portals', otherwise: 'none' })
  .superRefine((portals, context) => {
    const ids = portals.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) < index);
    if (twice !== undefined) {
      refuseKey(
        context,
        [],
        `has '${twice}' twice; accepted are portals with ids of their own`,
      );
    }
  });

/** Another portal whose adoption is measured. */
export type PortalConfig = z.output<typeof portal>;
