import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  runProcess,
  startProcess,
  stopGroup,
  whenLogged,
} from '../lib/processes.mjs';

const silent = { stdio: ['ignore', 'pipe', 'ignore'] };

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('the exit code and the signal of a command are reported', async () => {
  const coded = await runProcess(process.execPath, ['-e', 'process.exit(3)']);
  assert.equal(coded.code, 3);
  const killed = await runProcess('sh', ['-c', 'kill -TERM $$']);
  assert.equal(killed.signal, 'SIGTERM');
  const absent = await runProcess('a-command-that-does-not-exist', []);
  assert.equal(absent.code, 127);
});

test('stopping a command waits for its children and leaves none', async () => {
  const script = 'trap "" TERM; (trap "" TERM; sleep 1) & echo $!; wait';
  const child = startProcess('sh', ['-c', script], silent);
  const descendant = await new Promise(resolve => {
    child.stdout.once('data', chunk => resolve(Number(chunk)));
  });
  await stopGroup(child);
  assert.equal(isAlive(descendant), false);
});

test('a command gets one signal, although its whole group has to end', async () => {
  const script =
    'let n = 0; setInterval(() => {}, 1000);' +
    'process.on("SIGTERM", () => { n += 1; setTimeout(() => {' +
    'console.log(n); process.exit(); }, 500); }); console.log("started");';
  const child = startProcess(process.execPath, ['-e', script], silent);
  let output = '';
  const started = new Promise(resolve => {
    child.stdout.on('data', chunk => {
      output += chunk;
      resolve();
    });
  });
  await started;
  await stopGroup(child);
  await child.ended;
  assert.equal(output, 'started\n1\n');
});

test('a text in the output is noticed, even when it comes in pieces', async () => {
  const script =
    'process.stderr.write("created by an ");' +
    'setTimeout(() => console.error("older version"), 100);';
  const child = startProcess(process.execPath, ['-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await whenLogged([child.stdout, child.stderr], 'created by an older version');
  await child.ended;
});

test('a command that is asked twice to stop gets one signal', async () => {
  const script =
    'process.once("SIGTERM", () => setTimeout(() => process.exit(), 300));' +
    'setInterval(() => {}, 1000); console.log("started");';
  const child = startProcess(process.execPath, ['-e', script], silent);
  await whenLogged([child.stdout], 'started');
  await Promise.all([stopGroup(child), stopGroup(child)]);
  assert.deepEqual(await child.ended, { code: 0, signal: null });
});
