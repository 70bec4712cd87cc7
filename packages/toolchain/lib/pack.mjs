import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { once } from './download.mjs';
import { inProject, rootDirectory } from './paths.mjs';
import { isInterrupted, runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';

/** Where the packed plugins are put; ignored by git. */
export const packagesFolder = inProject('dist-packages');

/** Builds the plugins and packs each as npm would get it; the exit code. */
export async function runPack(environment) {
  rmSync(packagesFolder, { recursive: true, force: true });
  mkdirSync(packagesFolder);
  const run = runner(environment);
  say('Declaring types');
  await run(rootDirectory, 'tsc', '--incremental', 'false');
  for (const { name, directory } of plugins()) {
    say(`Packing ${name}`);
    const file = `${packagesFolder}/${name}.tgz`;
    await run(directory, 'backstage-cli', 'package', 'build');
    await run(directory, 'yarn', 'pack', '--out', file);
    const kilobytes = Math.round(statSync(file).size / 1000);
    say(`dist-packages/${name}.tgz, ${kilobytes} KB`);
  }
  return 0;
}

/** Packs the plugins unless nothing of them has changed since. */
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

/** The packages that are published, by their folders. */
export function plugins() {
  return readdirSync(inProject('plugins')).map(folder => {
    const directory = inProject('plugins', folder);
    const manifest = readFileSync(`${directory}/package.json`, 'utf8');
    return { directory, name: JSON.parse(manifest).name };
  });
}

function runner(env) {
  return async (cwd, command, ...args) => {
    const { code } = await runProcess(command, args, { cwd, env });
    if (code !== 0 && !isInterrupted()) {
      const line = [command, ...args].join(' ');
      throw new UserError(`'${line}' ended with exit code ${code} in ${cwd}`);
    }
  };
}
