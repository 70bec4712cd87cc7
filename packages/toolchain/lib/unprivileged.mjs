import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

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

/** A directory for temporary files that this user can reach. */
export function temporaryDirectoryFor(user) {
  const candidates = [tmpdir(), '/tmp', '/var/tmp'];
  return candidates.find(path => canEnter(path, user)) ?? candidates[0];
}

function canEnter(path, user) {
  return spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0;
}
