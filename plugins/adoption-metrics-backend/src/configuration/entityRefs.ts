import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { refuse } from './setting';

const accepted =
  "entity refs of users and groups such as 'user:default/ada' or 'group:default/portal-team'";

/**
 * Entity refs of users and groups, normalized to full refs in lower case. The
 * default kind is user.
 */
export function usersAndGroups() {
  const entityRef = z.string().transform((text, context) => {
    const full = normalizedRef(text);
    return full && /^(user|group):/.test(full) ? full : refuse(context);
  });
  return z
    .array(entityRef.meta({ accepted }))
    .meta({ accepted: `lists of ${accepted}` });
}

/** The entity ref of a user, normalized to a full ref in lower case. */
export function person() {
  return z
    .string()
    .transform((text, context) => {
      const full = normalizedRef(text);
      return full?.startsWith('user:') ? full : refuse(context);
    })
    .meta({ accepted: "entity refs of users such as 'user:default/ada'" });
}

function normalizedRef(text: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
