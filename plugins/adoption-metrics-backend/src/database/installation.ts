import { SettingsStore } from './SettingsStore';

const INSTALLED_AT = 'installed_at';

/**
 * Remembers that the plugin was there at an instant in ms UTC, and returns the
 * earliest such instant. Called at every start, and with the beginning of any
 * imported history.
 */
export function recordInstallation(
  settings: SettingsStore,
  instant: number,
): Promise<number> {
  return settings.keepEarliest(INSTALLED_AT, instant);
}

/** When the plugin was installed, in ms UTC. */
export async function installationInstant(
  settings: SettingsStore,
): Promise<number | undefined> {
  const stored = await settings.get(INSTALLED_AT);
  return stored === undefined ? undefined : Number(stored);
}
