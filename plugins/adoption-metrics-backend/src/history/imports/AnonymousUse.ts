import { ImportedUse } from 'backstage-plugin-adoption-metrics-node';
import { isGuest } from '../../people';

/** A person's actions in one plugin on a day, without their name. */
export interface AnonymousUse extends Omit<ImportedUse, 'entityRef'> {
  pseudonym: string;
}

/** Why somebody's activity is not imported; undefined if it is. */
export function refusalOf(
  entityRef: string,
): 'guest' | 'not-a-user' | undefined {
  if (isGuest(entityRef)) {
    return 'guest';
  }
  return /^user:[^:/\s]+\/[^:/\s]+$/i.test(entityRef)
    ? undefined
    : 'not-a-user';
}

const OTHER = 'other';

/** Limits plugin and action names to those that browsers may report. */
export function withKnownNames<
  T extends Pick<ImportedUse, 'pluginId' | 'action'>,
>(use: T): T {
  const { pluginId, action } = use;
  return {
    ...use,
    pluginId: /^[A-Za-z0-9][A-Za-z0-9:/._-]{0,127}$/.test(pluginId)
      ? pluginId
      : OTHER,
    action: /^[A-Za-z][A-Za-z-]{0,63}$/.test(action) ? action : OTHER,
  };
}
