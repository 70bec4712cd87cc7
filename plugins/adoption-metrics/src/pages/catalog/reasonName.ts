import type { Translate } from '../../ui/format';

const known = [
  'orphan',
  'processing-error',
  'source-error',
  'owner-missing',
  'owner-unknown',
  'relation-dangling',
  'unchanged',
  'unverified',
] as const;

/** Why an entity is stale; a rule of the portal's own goes by its id. */
export function reasonName(reason: string, t: Translate): string {
  const builtIn = known.find(each => each === reason);
  return builtIn ? t(`catalog.entities.reasons.${builtIn}`) : reason;
}
