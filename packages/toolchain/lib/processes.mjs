import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { inProject } from './paths.mjs';
import { outputs } from './say.mjs';

const graceMilliseconds = 20_000;
const groups = new Set();
const endings = [];
let interrupted = false;
let stopping;

/**
 * Starts a command in its own process group. Ctrl-C then only reaches this
 * process, which forwards it once: a backend that gets a second signal skips
 * its shutdown hooks.
 */
export function startProcess(command, args, options = {}) {
  const { stopSignal = 'SIGTERM', ...spawnOptions } = options;
  const child = spawn(command, args, {
    stdio: ['ignore', ...outputs()],
    ...spawnOptions,
    detached: true,
  });
  child.stopSignal = stopSignal;
  groups.add(child);
  child.ended = new Promise(resolve => {
    child.once('error', error => resolve({ code: 127, error }));
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal }));
  });
  return child;
}

/** Runs a command, and returns its exit code, and the signal that ended it. */
export async function runProcess(command, args, options = {}) {
  const child = startProcess(command, args, options);
  const result = await child.ended;
  groups.delete(child);
  return result;
}

/**
 * Runs `src/main.ts` of a package with the loader of `backstage-cli`. Returns
 * the exit code.
 */
export async function runTypeScript(packageName, args, environment) {
  const [messages, errors] = outputs();
  // Results go to standard output, regardless of messages.
  const results = errors === 'inherit' ? 'inherit' : messages;
  const transform = '@backstage/cli/config/nodeTransform.cjs';
  const { code } = await runProcess(
    'node',
    ['--enable-source-maps', '--require', transform, 'src/main.ts', ...args],
    {
      cwd: inProject('packages', packageName),
      env: environment,
      stdio: ['ignore', results, errors],
    },
  );
  return code;
}

/** Resolves when the text appears in one of the streams. */
export function whenLogged(streams, text) {
  return new Promise(resolve => {
    for (const input of streams) {
      createInterface({ input }).on('line', line => {
        if (line.includes(text)) {
          resolve();
        }
      });
    }
  });
}

/** Registers work to do before this process ends, latest first. */
export function atEnd(work) {
  endings.unshift(work);
}

/** Stops all process groups, and runs the work of `atEnd`. */
export function stopEverything() {
  stopping ??= stopAll();
  return stopping;
}

async function stopAll() {
  await Promise.all([...groups].map(stopGroup));
  for (const ending of endings) {
    await ending();
  }
}

/** Stops a command and everything that it started. Can be called repeatedly. */
export function stopGroup(child) {
  child.stopping ??= stopOnce(child);
  return child.stopping;
}

/** Asks the leader to stop, waits for the group, and finally kills it. */
async function stopOnce(child) {
  if (child.pid === undefined) {
    return;
  }
  child.kill(child.stopSignal);
  const deadline = Date.now() + graceMilliseconds;
  while (signalGroup(child, 0) && Date.now() < deadline) {
    await delay(100);
  }
  signalGroup(child, 'SIGKILL');
  groups.delete(child);
}

function signalGroup(child, signal) {
  try {
    return process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code === 'ESRCH') {
      return false;
    }
    throw error;
  }
}

/**
 * Ends this process on a signal. Ignores repeated ones, because npm and the
 * terminal both forward Ctrl-C.
 */
export function stopOnSignals(exitCode) {
  const stop = async () => {
    interrupted = true;
    await stopEverything();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }
  if (process.env.npm_lifecycle_event) {
    whenOrphaned(stop);
  }
}

/** npm does not always forward signals to its script. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      stop();
    }
  }, 500);
  timer.unref();
}

/** Whether a signal has been received. */
export function isInterrupted() {
  return interrupted;
}
