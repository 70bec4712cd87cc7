import { createHmac, randomBytes } from 'node:crypto';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { writeCount } from 'backstage-plugin-adoption-metrics-common';
import { Knex } from 'knex';
import { retryTransient, SettingsStore } from '../../database';
import { IdentityRow, PEOPLE } from '../identities';

const GENERATED_SECRET = 'privacy.generated_secret';
const FINGERPRINT = 'privacy.secret_fingerprint';
const FORMER_FINGERPRINT = 'privacy.former_secret_fingerprint';

/** The configured secrets. */
export interface ConfiguredSecrets {
  /** Generated if it is undefined. */
  secret: string | undefined;
  /** The previous secret. */
  previousSecret: string | undefined;
}

/** The current secret, and the previous one. */
export interface Secrets {
  secret: string;
  /**
   * The secret of pseudonyms marked with `former_secret`, if it is configured.
   */
  former: string | undefined;
  /**
   * Called in every transaction that adds or looks for people.
   *
   * @throws ServiceUnavailableError if another replica already uses a newer
   * secret, so that people would not be found under this one
   */
  assertCurrent(tx: Knex): Promise<void>;
  /** Deletes a generated secret that is no longer used. */
  dropGenerated(): Promise<void>;
}

/**
 * Determines the secret: the configured one, or one that is generated once and
 * stored in the database. A new secret is accepted if no people are stored, or
 * if the previous one is configured; people are then marked to be linked.
 *
 * @throws ConflictError if people are stored under an unknown secret, because
 * everybody would be counted as a new person
 */
export async function resolveSecrets(options: {
  configured: ConfiguredSecrets;
  knex: Knex;
  settings: SettingsStore;
}): Promise<Secrets> {
  const { knex, settings, configured } = options;
  const secret =
    configured.secret ??
    (await settings.getOrSet(
      GENERATED_SECRET,
      randomBytes(32).toString('hex'),
    ));
  const generated = await settings.get(GENERATED_SECRET);
  const others = [configured.previousSecret, generated]
    .filter(other => other !== undefined)
    .filter(other => other !== secret);
  const fingerprint = fingerprintOf(secret);
  await retryTransient(() =>
    knex.transaction(tx =>
      adopt(tx, {
        fingerprint,
        others: others.map(fingerprintOf),
        isConfigured: configured.secret !== undefined,
      }),
    ),
  );
  const formerFingerprint = await settings.get(FORMER_FINGERPRINT);
  return {
    secret,
    former: others.find(other => fingerprintOf(other) === formerFingerprint),
    assertCurrent: tx => assertCurrent(tx, fingerprint),
    async dropGenerated() {
      if (configured.secret !== undefined) {
        await settings.remove(GENERATED_SECRET);
      }
    },
  };
}

/** The number of people who are stored under the previous secret. */
export async function countFormer(knex: Knex): Promise<number> {
  return countPeople(knex, { former_secret: true });
}

// Everyone who stores people locks the row of the fingerprint, so that nobody
// is stored under the old secret after this.
async function adopt(
  tx: Knex,
  known: { fingerprint: string; others: string[]; isConfigured: boolean },
): Promise<void> {
  const { fingerprint, others, isConfigured } = known;
  await tx('settings')
    .insert({ key: FINGERPRINT, value: fingerprint })
    .onConflict('key')
    .ignore();
  const stored = (await fingerprintRow(tx).forUpdate().first())?.value;
  if (stored === undefined || stored === fingerprint) {
    return;
  }
  const people = await countPeople(tx, { former_secret: false });
  if (people > 0 && !others.includes(stored)) {
    throw new ConflictError(describeConflict(people, isConfigured));
  }
  await fingerprintRow(tx).update({ value: fingerprint });
  if (people > 0) {
    await tx<IdentityRow>(PEOPLE).update({ former_secret: true });
    await tx('settings')
      .insert({ key: FORMER_FINGERPRINT, value: stored })
      .onConflict('key')
      .merge();
  }
}

async function assertCurrent(tx: Knex, fingerprint: string): Promise<void> {
  const row = await fingerprintRow(tx).forShare().first();
  if (row?.value !== fingerprint) {
    throw new ServiceUnavailableError(
      'Another replica stores people under a new adoptionMetrics.privacy.secret; restart this one with the same configuration',
    );
  }
}

function fingerprintRow(tx: Knex) {
  return tx<{ key: string; value: string }>('settings').where({
    key: FINGERPRINT,
  });
}

async function countPeople(
  tx: Knex,
  which: { former_secret: boolean },
): Promise<number> {
  const row = await tx<IdentityRow>(PEOPLE)
    .where(which)
    .count({ n: '*' })
    .first();
  return Number(row?.n);
}

function describeConflict(people: number, isConfigured: boolean): string {
  const who = writeCount(people, 'person is', 'people are');
  const under = isConfigured
    ? `${who} stored under another secret than adoptionMetrics.privacy.secret`
    : `adoptionMetrics.privacy.secret is not set, such as from an environment variable that is not set, but ${who} stored under one`;
  return (
    `${under}. Restore the former secret, or set ` +
    'adoptionMetrics.privacy.previousSecret to it as well: people are then linked ' +
    'to the new one. Without the former secret, no one can be recognized; empty ' +
    'the database of the plugin to start over'
  );
}

function fingerprintOf(secret: string): string {
  return createHmac('sha256', secret).update('fingerprint').digest('hex');
}
