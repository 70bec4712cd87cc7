import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { downloadPackage } from './download.mjs';
import { readNpmSettings, yarnEnvironment } from './npmSettings.mjs';
import { inProject, inToolchain, rootDirectory } from './paths.mjs';
import { isInterrupted, runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';
import { clearStamp, fingerprint, isStamped, writeStamp } from './stamp.mjs';
import { yarnVersion } from './versions.mjs';
import { packageFiles } from './workspaces.mjs';

const stampFile = inProject('node_modules/.toolchain-installed');
const interruptedFile = inToolchain('install-interrupted');

/** Installs the packages of `yarn.lock`, unless nothing changed since. */
export async function ensurePackages({ node, environment }) {
  const yarn = await downloadPackage({
    name: '@yarnpkg/cli-dist',
    version: yarnVersion,
    title: 'Yarn',
    folder: 'yarn',
  });
  if (!isStamped(stampFile, installFingerprint())) {
    await install([node, join(yarn, 'bin/yarn.js')], environment);
  }
  return inToolchain('yarn/node_modules/.bin');
}

async function install([node, yarn], environment) {
  removeInterrupted();
  say('Installing the packages of yarn.lock (two or three minutes, once)');
  clearStamp(stampFile);
  writeStamp(interruptedFile, 'an installation was started');
  const { code, signal } = await runProcess(node, [yarn, 'install'], {
    cwd: rootDirectory,
    env: { ...environment, ...yarnSettings(environment) },
  });
  if (!signal && !isInterrupted()) {
    clearStamp(interruptedFile);
  }
  if (code !== 0) {
    throw new UserError('`yarn install` failed; its messages are above.');
  }
  writeStamp(stampFile, installFingerprint());
}

function yarnSettings(environment) {
  return {
    YARN_GLOBAL_FOLDER:
      environment.YARN_GLOBAL_FOLDER ?? inToolchain('yarn-cache'),
    ...yarnEnvironment(readNpmSettings(), environment),
  };
}

/** Yarn takes half-written packages for whole ones, so start again. */
function removeInterrupted() {
  if (existsSync(interruptedFile)) {
    say('The last installation was interrupted: starting it again');
    rmSync(inProject('node_modules'), { recursive: true, force: true });
  }
}

function installFingerprint() {
  const files = [
    inProject('yarn.lock'),
    inProject('.yarnrc.yml'),
    ...packageFiles(),
  ];
  return fingerprint([yarnVersion, process.platform, process.arch], files);
}
