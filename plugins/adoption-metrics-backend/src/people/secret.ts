import { createHmac, randomBytes } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { SettingsStore } from '../database';

const GENERATED_SECRET = 'privacy.generated_secret';
const FINGERPRINT = 'privacy.secret_fingerprint';

/**
 * The secret behind all pseudonyms: the configured one, or one generated once
 * into the plugin's database.
 *
 * @throws ConflictError if people were stored under a different secret, since
 * everybody would then be counted as a new person.
 */
export async function resolveSecret(options: {
  configured: string | undefined;
  settings: SettingsStore;
}): Promise<string> {
  const secret =
    options.configured ??
    (await options.settings.getOrSet(
      GENERATED_SECRET,
      randomBytes(32).toString('hex'),
    ));
  await assertUnchanged(secret, options.settings);
  return secret;
}

async function assertUnchanged(secret: string, settings: SettingsStore) {
  const fingerprint = fingerprintOf(secret);
  const stored = await settings.getOrSet(FINGERPRINT, fingerprint);
  if (stored !== fingerprint) {
    throw new ConflictError(
      'adoptionMetrics.privacy.secret is not the secret under which people ' +
        'were stored so far; restore the former value, or empty the ' +
        "plugin's database to start over",
    );
  }
}

function fingerprintOf(secret: string): string {
  return createHmac('sha256', secret).update('fingerprint').digest('hex');
}
