import { readFileSync } from 'node:fs';
import { inProject } from 'toolchain/lib/paths.mjs';

/** Backstage's packages in a release such as `1.55`, with their exact versions. */
export function versionsOf(release: string): Record<string, string> {
  const file = inProject('packages/trials/releases', `${release}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
