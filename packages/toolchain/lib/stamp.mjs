import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A hash over names and contents; files that do not exist count as such. */
export function fingerprint(parts, files = []) {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${part}\0`);
  }
  for (const file of [...files].sort()) {
    hash.update(`${file}\0${readOptional(file) ?? 'missing'}\0`);
  }
  return hash.digest('hex');
}

/** Whether the work that `value` describes was finished before. */
export function isStamped(file, value) {
  return readOptional(file)?.trim() === value;
}

/** Call before the work starts, so that an interruption leaves no stamp. */
export function clearStamp(file) {
  rmSync(file, { force: true });
}

export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
}

function readOptional(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
