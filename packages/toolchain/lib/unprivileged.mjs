import { spawnSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { UserError } from './say.mjs';

/**
 * The user under whom to run a program that refuses to run as root: an existing
 * one without rights when we are root, else nobody but ourselves.
 */
export function unprivilegedUser() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function idOf(option) {
  const { status, stdout } = spawnSync('id', [option, 'nobody'], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) : 65534;
}

/**
 * A directory for temporary files that this user can reach.
 *
 * @param onDisk - not one in memory, which would make writing look cheap
 */
export function temporaryDirectoryFor(user, { onDisk = false } = {}) {
  const candidates = [tmpdir(), '/tmp', '/var/tmp'];
  if (!onDisk) {
    return candidates.find(path => canEnter(path, user)) ?? candidates[0];
  }
  const found = candidates.find(
    path => canEnter(path, user) && !isInMemory(path),
  );
  if (!found) {
    throw new UserError(
      `None of ${candidates.join(
        ', ',
      )} is a directory on disk; name one in TMPDIR`,
    );
  }
  return found;
}

/** The type that Linux reports for a file system in memory. */
const tmpfsType = 0x01021994;

function isInMemory(path) {
  return statfsSync(path).type === tmpfsType;
}

function canEnter(path, user) {
  return spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0;
}
