import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const script = `
  import { runProcess } from '${new URL(
    '../lib/processes.mjs',
    import.meta.url,
  )}';
  import { holdBack, say, speakOnStandardError } from '${new URL(
    '../lib/say.mjs',
    import.meta.url,
  )}';
  if (process.argv.includes('--json')) {
    speakOnStandardError();
  }
  say('setting up');
  await runProcess(process.execPath, ['-e', 'console.log("installed")']);
  console.log('{}');
  if (process.argv.includes('beside')) {
    const file = '${join(tmpdir(), `say-${process.pid}.log`)}';
    let release;
    const released = new Promise(resolve => (release = resolve));
    const side = holdBack(file, async () => {
      say('side begins');
      await released;
      await runProcess(process.execPath, ['-e', 'console.error("side fails")']);
      say('side ends');
    });
    say('main goes on');
    release();
    await side;
  }
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

test('what runs beside other work has its messages in one piece', () => {
  assert.deepEqual(run('beside').stdout.split('\n').slice(-5, -1), [
    '==> main goes on',
    '==> side begins',
    'side fails',
    '==> side ends',
  ]);
});
