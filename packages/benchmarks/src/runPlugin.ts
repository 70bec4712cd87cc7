import { inProject } from 'toolchain/lib/paths.mjs';
import { Backend } from './backend/Backend';
import { ours } from './systems/ours';

const TIMEOUT_MS = 60 * 60_000;

/**
 * Runs a plugin of this package in the place of ours until it is ready.
 *
 * @param file - relative to `src`
 * @param benchmark - what it finds below `benchmark` in its configuration
 */
export async function runPlugin(
  file: string,
  { database, benchmark }: { database: object; benchmark: object },
): Promise<void> {
  const backend = await Backend.start({
    system: {
      package: `./src/${file}`,
      directory: inProject('packages/benchmarks'),
      pluginId: ours.pluginId,
    },
    settings: { benchmark },
    database,
    timeoutMs: TIMEOUT_MS,
  });
  await backend.stop();
}
