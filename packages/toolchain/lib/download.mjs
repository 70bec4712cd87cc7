import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './caller.mjs';
import { inToolchain } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';
import { clearStamp, fingerprint, isStamped, writeStamp } from './stamp.mjs';

/**
 * Installs one npm package in its own folder below `.toolchain`, once, and
 * returns the folder of the package. Install scripts are not run.
 */
export async function downloadPackage({ name, version, title, folder }) {
  const directory = await downloadPackages({
    dependencies: { [name]: version },
    title: `${title} ${version}`,
    folder,
  });
  return join(directory, 'node_modules', name);
}

/** The same for several packages; returns the folder in which they are. */
export async function downloadPackages({ dependencies, title, folder }) {
  const directory = inToolchain(folder);
  const stampFile = join(directory, '.installed');
  const stamp = fingerprint(Object.entries(dependencies).flat());
  if (!isStamped(stampFile, stamp)) {
    say(`Fetching ${title} into .toolchain/${folder} (once)`);
    clearStamp(stampFile);
    await npmInstall(directory, dependencies);
    writeStamp(stampFile, stamp);
  }
  return directory;
}

async function npmInstall(directory, dependencies) {
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ private: true, dependencies }),
  );
  const [command, ...first] = npmCommand(process.env);
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  const { code } = await runProcess(
    command,
    [
      ...first,
      'install',
      '--prefix',
      directory,
      '--no-package-lock',
      ...options,
    ],
    { cwd: directory },
  );
  if (code !== 0) {
    throw new UserError(
      `npm could not install ${Object.keys(
        dependencies,
      )}; its messages are above.`,
    );
  }
}
