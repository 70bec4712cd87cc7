import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootDirectory = fileURLToPath(
  new URL('../../..', import.meta.url),
).replace(/[\\/]$/, '');

/** A path inside the project. */
export function inProject(...segments) {
  return join(rootDirectory, ...segments);
}

/** The folder for Node.js, Yarn, caches, and reports; ignored by git. */
export function inToolchain(...segments) {
  return inProject('.toolchain', ...segments);
}
