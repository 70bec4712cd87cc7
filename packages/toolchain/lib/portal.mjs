import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import getPort, { portNumbers } from 'get-port';
import { portOptions, storyNames, usualPorts } from './arguments.mjs';
import { inProject } from './paths.mjs';
import {
  isInterrupted,
  startProcess,
  stopGroup,
  whenLogged,
} from './processes.mjs';
import { UserError, say } from './say.mjs';

const directory = inProject('.portal');

/** What the backend says when it refuses a database of an older version. */
export const refusal = 'created by an older version';

/**
 * Runs the demo portal until it is stopped by a signal. Returns the exit code.
 */
export async function runPortal(environment, { sample, story, ports }) {
  await requireFreePorts(ports);
  do {
    const portalEnvironment = {
      ...preparePortal(environment, sample),
      ...portConfiguration(ports),
    };
    say('Starting the demo portal; Ctrl-C stops it');
    // The sign-in page offers people of the story.
    const args = storyConfiguration(story);
    const ended = await runPackages(portalEnvironment, args, ports);
    if (ended !== refusal && !isInterrupted()) {
      throw new UserError(
        `The ${ended} ended by itself; see its messages above.`,
      );
    }
  } while (!isInterrupted() && (await dropDatabases()));
  return 1;
}

/** Fails if one of the ports is in use. */
export async function requireFreePorts(uses) {
  for (const [use, port] of Object.entries(uses)) {
    if ((await getPort({ port })) !== port) {
      const free = await getPort({ port: portsAfter(port) });
      throw new UserError(
        `Port ${port} is taken, and the ${use} of the portal needs it. ` +
          'Stop the program that listens there (perhaps a portal that still runs), ' +
          `or choose another port: npm start -- --${portOptions[use]}=${free}`,
      );
    }
  }
}

function portsAfter(port) {
  return portNumbers(Math.min(port + 1, 65_435), Math.min(port + 100, 65_535));
}

const addressAt = port => `http://localhost:${port}`;

/**
 * Environment variables that change the ports of Backstage; empty for the
 * default ports.
 */
export function portConfiguration({ app, backend }) {
  if (app === usualPorts.app && backend === usualPorts.backend) {
    return {};
  }
  return {
    APP_CONFIG_app_baseUrl: addressAt(app),
    APP_CONFIG_backend_baseUrl: addressAt(backend),
    APP_CONFIG_backend_listen_port: String(backend),
    APP_CONFIG_backend_cors_origin: addressAt(app),
  };
}

function preparePortal(environment, sample) {
  const token = ensureToken(directory);
  mkdirSync(join(directory, 'database'), { recursive: true });
  const usual = environment.ADOPTION_METRICS_SAMPLE ?? 'true';
  return {
    ...environment,
    ADOPTION_METRICS_SAMPLE: sample ? usual : 'false',
    ADOPTION_METRICS_TOKEN: token,
  };
}

/**
 * The access token of the demo portal. Created once, readable by its owner
 * only, and kept for commands and dashboards that use it.
 */
export function ensureToken(portal) {
  mkdirSync(portal, { recursive: true, mode: 0o700 });
  const file = join(portal, 'token');
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') {
    const token = randomBytes(24).toString('hex');
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** Arguments that select the story; empty for the default. */
export function storyConfiguration(story) {
  if (story === storyNames[0]) {
    return [];
  }
  const files = [
    inProject('app-config.yaml'),
    inProject('packages/backend/stories', story, 'app-config.yaml'),
  ];
  return files.flatMap(file => ['--config', file]);
}

/**
 * Runs backend and app until one of them ends, or the backend refuses its
 * database. Returns the name of the package, or the refusal.
 *
 * Both have their own process: otherwise, the app's command would end before
 * the backend has run its shutdown hooks.
 */
async function runPackages(environment, args, ports) {
  const backend = startPackage('backend', environment, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  backend.stdout.pipe(process.stdout, { end: false });
  backend.stderr.pipe(process.stderr, { end: false });
  const app = startPackage('app', environment, args);
  const starting = new AbortController();
  announceWhenReady(ports, starting.signal);
  const ended = await Promise.race([
    backend.ended.then(() => 'backend'),
    app.ended.then(() => 'app'),
    whenLogged([backend.stdout, backend.stderr], refusal).then(() => refusal),
  ]);
  starting.abort();
  await Promise.all([backend, app].map(stopGroup));
  return ended;
}

function startPackage(name, environment, args, options) {
  return startProcess('backstage-cli', ['package', 'start', ...args], {
    cwd: inProject('packages', name),
    env: environment,
    ...options,
  });
}

/** Explains how to start over, and does so if the user agrees. */
async function dropDatabases() {
  const sentence = `The databases of the demo portal were ${refusal}. Drop them with \`rm -r .portal\``;
  if (!process.stdin.isTTY) {
    throw new UserError(`${sentence} and start again.`);
  }
  process.stdout.write(`\n==> ${sentence}: now, and start again? [y/N] `);
  const agreed = /^y(es)?$/i.test(await readLine(process.stdin));
  if (agreed) {
    rmSync(directory, { recursive: true, force: true });
  }
  return agreed;
}

async function readLine(input) {
  for await (const line of createInterface({ input })) {
    return line.trim();
  }
  return '';
}

async function announceWhenReady(ports, signal) {
  const appAddress = addressAt(ports.app);
  const backendAddress = addressAt(ports.backend);
  const readiness = `${backendAddress}/.backstage/health/v1/readiness`;
  // Nobody can sign in before the catalog has been read.
  const signIn = `${backendAddress}/api/auth/demo/refresh`;
  const person = { 'x-demo-person': 'user:default/priya.nair' };
  try {
    await Promise.all([
      untilReady('backend', readiness, signal),
      untilReady('app', appAddress, signal),
      untilReady('sign-in', signIn, signal, person),
    ]);
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    throw error;
  }
  const scorecard = `${backendAddress}/api/adoption-metrics/v1/scorecard`;
  console.log(`
==> The portal is ready: ${appAddress}
    Its scorecard as JSON, from this folder:
    curl -H "Authorization: Bearer $(cat .portal/token)" ${scorecard}
`);
}

/** Resolves when a URL responds with success. Prints reminders until then. */
async function untilReady(name, url, signal, headers) {
  const started = Date.now();
  const passed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const reminder = setInterval(
    () =>
      say(
        `Still waiting for the ${name} after ${passed()}; its messages are above`,
      ),
    60_000,
  );
  try {
    while (!(await answers(url, headers))) {
      await delay(500, undefined, { signal });
    }
  } finally {
    clearInterval(reminder);
  }
  say(`The ${name} is ready after ${passed()}`);
}

async function answers(url, headers) {
  try {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(url, { headers, signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
