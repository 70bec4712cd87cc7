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
 * Starts a command as the leader of its own process group. A Ctrl-C in the
 * terminal then reaches only the dispatcher, which passes it on once: a backend
 * that gets a second signal skips its shutdown hooks.
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

/** Runs a command to its end: its exit code, and the signal that ended it. */
export async function runProcess(command, args, options = {}) {
  const child = startProcess(command, args, options);
  const result = await child.ended;
  groups.delete(child);
  return result;
}

/** Runs `src/main.ts` of a package as `backstage-cli` runs TypeScript; its exit code. */
export async function runTypeScript(packageName, args, environment) {
  const [messages, errors] = outputs();
  // The results go to standard output, wherever messages go.
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

/** Resolves as soon as a line of one of the streams contains the text. */
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

/** Work to do before the dispatcher ends, latest first. */
export function atEnd(work) {
  endings.unshift(work);
}

/** Stops every process group that was started and does the work of `atEnd`. */
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

/** Stops a command and all that it started; once, however often it is asked. */
export function stopGroup(child) {
  child.stopping ??= stopOnce(child);
  return child.stopping;
}

/** Asks the leader to stop, waits for the whole group, then insists. */
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
 * Ends the dispatcher on a signal. Repeated signals are ignored, because npm
 * and the terminal both deliver the same Ctrl-C.
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

/** npm ends on a signal without passing it on to the script that it runs. */
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

/** Whether a signal asked the dispatcher to stop. */
export function isInterrupted() {
  return interrupted;
}
