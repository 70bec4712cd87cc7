import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * The access token of the demo portal: made once, readable by its owner only,
 * and kept so that commands and dashboards that use it outlive a restart.
 */
export function ensureToken(directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'token');
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') {
    writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, {
      mode: 0o600,
    });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}
