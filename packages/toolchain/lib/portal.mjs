import { mkdirSync } from 'node:fs';
import { storyNames } from './arguments.mjs';
import { backstageCli, inProject } from './paths.mjs';
import { requireFreePorts } from './ports.mjs';
import { isInterrupted, startProcess, stopEverything } from './processes.mjs';
import { untilReady } from './readiness.mjs';
import { UserError, say } from './say.mjs';
import { ensureToken } from './token.mjs';

const ports = { backend: 7007, app: 3000 };
const appAddress = `http://localhost:${ports.app}`;
const backendAddress = `http://localhost:${ports.backend}`;

// Nobody can sign in before the catalog has been read.
const signIn = {
  url: `${backendAddress}/api/auth/demo/refresh`,
  headers: { 'x-demo-person': 'user:default/priya.nair' },
};

/** Runs the demo portal until a signal stops it. */
export async function runPortal({ node, environment, sample, story }) {
  await requireFreePorts(ports);
  const portalEnvironment = preparePortal(environment, sample);
  say('Starting the demo portal; Ctrl-C stops it');
  const starting = new AbortController();
  // The sign-in page offers the people of the story.
  const args = storyConfiguration(story);
  const ended = Object.keys(ports).map(name =>
    startPackage(name, { node, environment: portalEnvironment, args }),
  );
  announceWhenReady(starting.signal);
  const name = await Promise.race(ended);
  starting.abort();
  await stopEverything();
  if (!isInterrupted()) {
    throw new UserError(`The ${name} ended by itself; see its messages above.`);
  }
}

function preparePortal(environment, sample) {
  const directory = inProject('.portal');
  const token = ensureToken(directory);
  mkdirSync(inProject('.portal/database'), { recursive: true });
  return {
    ADOPTION_METRICS_SAMPLE: 'true',
    ...environment,
    ...(sample ? {} : { ADOPTION_METRICS_SAMPLE: 'false' }),
    ADOPTION_METRICS_TOKEN: token,
  };
}

/** The arguments that tell a package the story, none for the first. */
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
 * Each package has its own command: started together, the app's command ends
 * the shared process before the backend could finish its shutdown hooks.
 */
async function startPackage(name, { node, environment, args }) {
  const command = [backstageCli, 'package', 'start', ...args];
  const child = startProcess(node, command, {
    cwd: inProject('packages', name),
    env: environment,
  });
  await child.ended;
  return name;
}

async function announceWhenReady(signal) {
  const readiness = `${backendAddress}/.backstage/health/v1/readiness`;
  try {
    await Promise.all([
      untilReady('backend', { url: readiness }, signal),
      untilReady('app', { url: appAddress }, signal),
      untilReady('sign-in', signIn, signal),
    ]);
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    throw error;
  }
  console.log(announcement());
}

function announcement() {
  const scorecard = `${backendAddress}/api/adoption-metrics/v1/scorecard`;
  return `
==> The portal is ready: ${appAddress}
    Its scorecard as JSON, from this folder:
    curl -H "Authorization: Bearer $(cat .portal/token)" ${scorecard}
`;
}
