import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const script = `
  import { runProcess } from '${new URL(
    '../lib/processes.mjs',
    import.meta.url,
  )}';
  import { say, speakOnStandardError } from '${new URL(
    '../lib/say.mjs',
    import.meta.url,
  )}';
  if (process.argv.includes('--json')) {
    speakOnStandardError();
  }
  say('setting up');
  await runProcess(process.execPath, ['-e', 'console.log("installed")']);
  console.log('{}');
`;

function run(...args) {
  return spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, '--', ...args],
    { encoding: 'utf8' },
  );
}

test('standard output can be kept for results alone', () => {
  const { stdout, stderr } = run('--json');
  assert.equal(stdout, '{}\n');
  assert.equal(stderr, '==> setting up\ninstalled\n');
});

test('messages are on standard output otherwise', () => {
  assert.equal(run().stdout, '==> setting up\ninstalled\n{}\n');
});
