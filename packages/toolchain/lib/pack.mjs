import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { once } from './download.mjs';
import { inProject, rootDirectory } from './paths.mjs';
import { isInterrupted, runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';

/** The folder for packed plugins; ignored by git. */
export const packagesFolder = inProject('dist-packages');

/**
 * Builds and packs the plugins as they would be published. Returns the exit
 * code.
 */
export async function runPack(environment) {
  rmSync(packagesFolder, { recursive: true, force: true });
  mkdirSync(packagesFolder);
  const run = runner(environment);
  say('Declaring types');
  await run(rootDirectory, 'tsc');
  say('Building');
  await run(rootDirectory, 'backstage-cli', 'repo', 'build');
  for (const { name, directory, file } of plugins()) {
    dropSourceMaps(`${directory}/dist`);
    await run(directory, 'yarn', 'pack', '--out', file);
    const kilobytes = Math.round(statSync(file).size / 1000);
    say(`dist-packages/${name}.tgz, ${kilobytes} KB`);
  }
  return 0;
}

/** Packs the plugins, unless nothing has changed since the last time. */
export async function ensurePacked(environment) {
  const stamp = join(packagesFolder, '.packed');
  await once(stamp, sourcesFingerprint, () => runPack(environment));
}

function sourcesFingerprint() {
  const folder = inProject('plugins');
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true }).sort()) {
    const path = join(folder, entry);
    const isMade = /(^|[\\/])(node_modules|dist)([\\/]|$)/.test(entry);
    if (!isMade && statSync(path).isFile()) {
      hash.update(entry).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

/** The folders of published packages. */
export function plugins() {
  return readdirSync(inProject('plugins')).map(folder => {
    const directory = inProject('plugins', folder);
    const json = readFileSync(`${directory}/package.json`, 'utf8');
    const manifest = JSON.parse(json);
    const { name } = manifest;
    const file = `${packagesFolder}/${name}.tgz`;
    return { directory, name, file, manifest };
  });
}

/** Extracts a packed package into a folder. */
export async function unpack(file, directory, environment) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const options = ['-xzf', file, '--strip-components=1', '-C', directory];
  await runner(environment)(rootDirectory, 'tar', ...options);
}

/**
 * Backstage's CLI always adds source maps, which contain the sources and are
 * more than half of a package. Removes them, and the references to them.
 */
function dropSourceMaps(directory) {
  for (const name of readdirSync(directory, { recursive: true })) {
    const file = join(directory, name);
    if (name.endsWith('.map')) {
      rmSync(file);
    } else if (name.endsWith('.js')) {
      const code = readFileSync(file, 'utf8');
      writeFileSync(file, code.replace(/^\/\/# sourceMappingURL=.*\n?/gm, ''));
    }
  }
}

/** Runs commands in a folder, and throws if one fails. */
export function runner(env) {
  return async (cwd, command, ...args) => {
    const { code } = await runProcess(command, args, { cwd, env });
    if (code !== 0 && !isInterrupted()) {
      const line = [command, ...args].join(' ');
      throw new UserError(`'${line}' ended with exit code ${code} in ${cwd}`);
    }
  };
}
