import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { once } from '../lib/download.mjs';

let directory;
let times;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'once-'));
  times = 0;
});
afterEach(() => rmSync(directory, { recursive: true }));

function work(fingerprint, fail = false) {
  return once(
    join(directory, 'below/stamp'),
    () => fingerprint,
    async () => {
      times += 1;
      if (fail) {
        throw new Error('interrupted');
      }
    },
  );
}

test('finished work is not done again, until its fingerprint changes', async () => {
  await work('a');
  await work('a');
  assert.equal(times, 1);
  await work('b');
  assert.equal(times, 2);
});

test('work that was interrupted is done again', async () => {
  await work('a');
  await assert.rejects(work('b', true));
  await work('a');
  assert.equal(times, 3);
});

test('work may change what its fingerprint is made of', async () => {
  const lock = { text: 'old' };
  const install = async () => {
    times += 1;
    lock.text = 'new';
  };
  const stamp = join(directory, 'stamp');
  await once(stamp, () => lock.text, install);
  await once(stamp, () => lock.text, install);
  assert.equal(times, 1);
});
