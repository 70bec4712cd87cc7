import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inToolchain } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';

/**
 * Runs work unless it has already been completed with the same fingerprint. An
 * interrupted run is repeated.
 */
export async function once(stampFile, fingerprint, work) {
  const finished = existsSync(stampFile) && readFileSync(stampFile, 'utf8');
  if (finished === fingerprint()) {
    return;
  }
  rmSync(stampFile, { force: true });
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, fingerprint());
}

/**
 * Installs npm packages into a separate folder below `.toolchain`, and returns
 * that folder. Does not run install scripts.
 */
export async function downloadPackages({ dependencies, title, folder }) {
  const directory = inToolchain(folder);
  const manifest = JSON.stringify({ private: true, dependencies });
  await once(
    join(directory, '.installed'),
    () => manifest,
    async () => {
      say(`Fetching ${title} into .toolchain/${folder} (once)`);
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, 'package.json'), manifest);
      await npmInstall(directory);
    },
  );
  return directory;
}

async function npmInstall(directory) {
  const [command, ...first] = npmCommand(process.env);
  const options = '--no-package-lock --ignore-scripts --no-audit --no-fund';
  const { code } = await runProcess(
    command,
    [...first, 'install', '--prefix', directory, ...options.split(' ')],
    { cwd: directory },
  );
  if (code !== 0) {
    throw new UserError('`npm install` failed; its messages are above.');
  }
}

/**
 * The command that runs npm. `npm_execpath` is the npm that started this
 * process, with the user's configuration; Yarn sets it to itself.
 */
export function npmCommand({ npm_execpath: path = '' }) {
  return /npm-cli\.[cm]?js$/.test(path) ? [process.execPath, path] : ['npm'];
}
