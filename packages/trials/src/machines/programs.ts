import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UserError } from 'toolchain/lib/say.mjs';

/** Where Debian puts servers, which is on the PATH of root only. */
const BESIDE_PATH = ['/usr/sbin', '/usr/local/sbin'];

/** The path of a program that has to be installed. */
export function findProgram(name: string): string {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...BESIDE_PATH,
  ];
  const found = folders
    .map(folder => join(folder, name))
    .find(path => existsSync(path));
  if (!found) {
    throw new UserError(
      `This trial needs ${name}, which is not on the PATH: install it with \`apt-get install ${name}\` or \`brew install ${name}\``,
    );
  }
  return found;
}
