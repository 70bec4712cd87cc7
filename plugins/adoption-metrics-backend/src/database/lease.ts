import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { SettingsStore } from './SettingsStore';

/** A lease that is older belongs to a replica that was killed. */
const LONGEST_MS = 10_000;
const LOOK_AGAIN_AFTER_MS = 100;
const FREE = '';

/**
 * Runs something while no other replica does. Needs neither another connection
 * nor synchronized clocks.
 */
export async function withLease<T>(
  settings: Pick<SettingsStore, 'get' | 'replace'>,
  name: string,
  act: () => Promise<T>,
): Promise<T> {
  const key = `lease.${name}`;
  const own = await acquire(settings, key);
  try {
    return await act();
  } finally {
    await settings.replace(key, own, FREE).catch(() => {});
  }
}

async function acquire(
  settings: Pick<SettingsStore, 'get' | 'replace'>,
  key: string,
): Promise<string> {
  const own = randomUUID();
  let held: string | undefined;
  let since = performance.now();
  for (;;) {
    const stored = await settings.get(key);
    if (stored !== held) {
      held = stored;
      since = performance.now();
    }
    const isFree = !stored || performance.now() - since >= LONGEST_MS;
    if (isFree && (await settings.replace(key, stored, own))) {
      return own;
    }
    await delay(LOOK_AGAIN_AFTER_MS);
  }
}
