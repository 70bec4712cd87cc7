import type { CollectedEvent } from 'backstage-plugin-adoption-metrics-common';
import { fastHash } from '../delivery/hash';
import type { Holdings } from '../delivery/holdings';
import type { InstalledPlugin } from './installedPlugins';

const PREFIX = 'adoption-metrics.installed.';
const DAY_MS = 24 * 3_600_000;

/** The backend forgets plugins that were not reported for four weeks. */
const AGAIN_AFTER_MS = 7 * DAY_MS;

/**
 * Reports installed plugins after sign-in: at most once a day per browser, and
 * only if they have changed or were last reported a week ago.
 */
export async function reportInstalled(options: {
  holdings: Pick<Holdings, 'identities' | 'storage'>;
  installedPlugins(): InstalledPlugin[];
  record(event: CollectedEvent): void;
  /** Wall clock, milliseconds since the epoch. */
  now(): number;
}): Promise<void> {
  const { holdings, installedPlugins, record, now } = options;
  const key = PREFIX + (await holdings.identities.ofDocument());
  const plugins = installedPlugins();
  const hash = fastHash(JSON.stringify(plugins));
  if (plugins.length > 0 && isDue(holdings.storage.get(key), hash, now())) {
    holdings.storage.set(key, `${now()} ${hash}`);
    const at = new Date(now()).toISOString();
    record({ type: 'installed-plugins', at, plugins });
  }
}

function isDue(last: string | undefined, hash: string, now: number): boolean {
  const [sentAt, sent] = last?.split(' ') ?? [];
  // If the clock was set back, the age is unknown.
  const age = Math.abs(now - Number(sentAt));
  return (
    last === undefined ||
    !(age < AGAIN_AFTER_MS) ||
    (sent !== hash && age >= DAY_MS)
  );
}
