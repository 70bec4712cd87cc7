import { Config } from '@backstage/config';
import { normalizeConfiguredRef } from './entityRef';

/** Who may do what. */
export interface AccessConfig {
  /** Whether the permission framework decides. */
  permissionsEnabled: boolean;
  /** Entity refs of users and groups that may do what is privileged. */
  administrators: string[];
}

/** @throws InputError naming the key that is wrong. */
export function readAccessConfig(config: Config): AccessConfig {
  const key = 'adoptionMetrics.administrators';
  return {
    permissionsEnabled:
      config.getOptionalBoolean('permission.enabled') ?? false,
    administrators: (config.getOptionalStringArray(key) ?? []).map(ref =>
      normalizeConfiguredRef(ref, {
        key,
        example: "'user:default/ada' or 'group:default/portal-team'",
      }),
    ),
  };
}
