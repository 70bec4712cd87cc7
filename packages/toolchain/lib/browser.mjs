import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import which from 'which';
import { runProcess } from './processes.mjs';
import { UserError, say } from './say.mjs';

export const browserVariable = 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH';

const systemBrowsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of Chromium: from the environment, the system, Playwright, or, on
 * Debian, installed now.
 */
export async function ensureBrowser(environment) {
  const found =
    namedBrowser(environment) ??
    systemBrowser(environment) ??
    find(chromium.executablePath(), environment);
  if (found) {
    return found;
  }
  await installOnDebian();
  return systemBrowser(environment) ?? explainAbsence();
}

/**
 * If the environment names a browser, it has to exist. There is no fallback.
 */
export function namedBrowser(environment) {
  const named = environment[browserVariable];
  if (!named) {
    return undefined;
  }
  const path = find(named, environment);
  if (!path) {
    throw new UserError(`${browserVariable} names no program: ${named}`);
  }
  return path;
}

/** The first browser on the PATH, in the order of the names above. */
export function systemBrowser(environment) {
  return systemBrowsers.map(name => find(name, environment)).find(Boolean);
}

function find(program, { PATH }) {
  return which.sync(program, { path: PATH, nothrow: true }) ?? undefined;
}

async function installOnDebian() {
  if (!canInstall()) {
    return;
  }
  say("No browser found: installing Debian's chromium with apt-get (once)");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProcess('apt-get', ['update', '-q'], { env });
  // Other packages that Chromium recommends are for desktops.
  const options = ['-q', '-y', '--no-install-recommends'];
  const packages = ['chromium', 'fonts-liberation'];
  await runProcess('apt-get', ['install', ...options, ...packages], { env });
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
