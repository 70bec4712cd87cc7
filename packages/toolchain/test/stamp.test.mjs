import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import {
  clearStamp,
  fingerprint,
  isStamped,
  writeStamp,
} from '../lib/stamp.mjs';

let directory;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'stamp-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('finished work is recognised, until it is cleared', () => {
  const file = join(directory, 'below/stamp');
  assert.equal(isStamped(file, 'a'), false);
  writeStamp(file, 'a');
  assert.equal(isStamped(file, 'a'), true);
  assert.equal(isStamped(file, 'b'), false);
  clearStamp(file);
  assert.equal(isStamped(file, 'a'), false);
});

test('the fingerprint changes with a file, its absence and a part', () => {
  const file = join(directory, 'yarn.lock');
  const absent = fingerprint(['4.18.1'], [file]);
  writeFileSync(file, 'one');
  const one = fingerprint(['4.18.1'], [file]);
  writeFileSync(file, 'two');
  const two = fingerprint(['4.18.1'], [file]);
  const other = fingerprint(['4.18.2'], [file]);
  assert.equal(new Set([absent, one, two, other]).size, 4);
});

test('the order of the files does not matter', () => {
  const files = ['a', 'b'].map(name => join(directory, name));
  writeFileSync(files[0], 'one');
  writeFileSync(files[1], 'two');
  assert.equal(fingerprint([], files), fingerprint([], files.reverse()));
});
