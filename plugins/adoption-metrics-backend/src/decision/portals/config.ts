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
    .describe('ID of the portal in the API'),
  title: words(100).describe('Name of the portal'),
  option: words(64)
    .optional()
    .meta({ otherwise: 'none' })
    .describe('ID of the option that the portal represents in the decision'),
  since: calendarDay()
    .optional()
    .meta({ otherwise: 'the first day that is reported' })
    .describe('First day of use; earlier days are rejected'),
  url: webAddress('remove them, because everyone can read this URL')
    .optional()
    .meta({ otherwise: 'none' })
    .describe('URL of the portal'),
  subject: words(255)
    .optional()
    .meta({
      accepted: 'subjects of tokens, as in backend.auth.externalAccess',
      otherwise: 'no one can report its activity',
    })
    .describe('Subject of the service token that can report its activity'),
  mapBy: choice(mappings)
    .prefault('ref')
    .describe(
      'How reported people are matched to catalog users: by full entity `ref`, `name`, `email`, or the value of an `annotation`',
    ),
  annotation: words(253)
    .optional()
    .meta({ otherwise: 'none' })
    .describe(
      'Annotation of catalog users to match, such as `github.com/user-login`; with `mapBy: annotation`',
    ),
  names: z
    .record(z.string().min(1).max(800), person())
    .meta({
      accepted:
        "catalog users by reported name, such as { 'ada.l': 'user:default/ada' }",
      otherwise: 'none',
    })
    .prefault({})
    .describe('Catalog users by reported name; takes precedence over `mapBy`'),
}).superRefine(({ mapBy, annotation }, context) => {
  if (mapBy === 'annotation' && annotation === undefined) {
    const fault =
      'is missing; expected annotations of users such as github.com/user-login';
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
        `has '${twice}' twice; expected portals with ids of their own`,
      );
    }
  });

/** Another portal whose adoption is measured. */
export type PortalConfig = z.output<typeof portal>;
