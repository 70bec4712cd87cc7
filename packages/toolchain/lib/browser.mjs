import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { rootDirectory } from './paths.mjs';
import { runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';

export const browserVariable = 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH';

const systemNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium: the one that the environment names, one that the
 * system has, Playwright's own, or on Debian one installed now.
 */
export async function ensureBrowser({ node, environment }) {
  const machine = { environment, isExecutable };
  const found =
    namedBrowser(machine) ?? systemBrowser(machine) ?? playwrightBrowser(node);
  if (found) {
    return found;
  }
  await installOnDebian();
  return systemBrowser(machine) ?? explainAbsence();
}

/** A browser that the environment names has to exist: no silent second choice. */
export function namedBrowser({ environment, isExecutable: exists }) {
  const path = environment[browserVariable];
  if (path && !exists(path)) {
    throw new UserError(`${browserVariable} names no program: ${path}`);
  }
  return path || undefined;
}

/** The first browser on the PATH, by the order of the names above. */
export function systemBrowser({ environment, isExecutable: exists }) {
  const directories = (environment.PATH ?? '').split(delimiter);
  const candidates = systemNames.flatMap(name =>
    directories.map(directory => join(directory, name)),
  );
  return [...candidates, ...macApplications].find(path => exists(path));
}

function playwrightBrowser(node) {
  const script =
    "console.log(require('@playwright/test').chromium.executablePath())";
  const { stdout } = spawnSync(node, ['-e', script], {
    cwd: rootDirectory,
    encoding: 'utf8',
  });
  const path = (stdout ?? '').trim();
  return path && isExecutable(path) ? path : undefined;
}

async function installOnDebian() {
  if (!canInstall()) {
    return;
  }
  say("No browser found: installing Debian's chromium with apt-get (once)");
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await runProcess('apt-get', ['update', '-q'], options);
  // Chromium's other recommendations belong to a desktop.
  const packages = ['chromium', 'fonts-liberation'];
  await runProcess(
    'apt-get',
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
    options,
  );
}

function canInstall() {
  return (
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function explainAbsence() {
  throw new UserError(
    `No browser for the journeys. Install one with \`npx playwright install chromium\`, or name one in ${browserVariable}.`,
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
