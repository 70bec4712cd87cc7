import assert from 'node:assert/strict';
import { test } from 'node:test';
import { row } from '../lib/counts.mjs';
import { summarise } from '../lib/summary.mjs';
import { withAbsences } from '../lib/tests.mjs';

const passed = row('types', { passed: 1 });

function lastLine({ text }) {
  return text.split('\n').pop();
}

test('a clean run ends with its totals', () => {
  const summary = summarise({
    whole: true,
    rows: [passed, row('plugins/b', { passed: 82 })],
    engines: [row('stores on SQLite', { passed: 41 })],
  });
  assert.equal(summary.ok, true);
  assert.equal(lastLine(summary), '83 passed, 0 failed');
  assert.match(summary.text, /stores on SQLite: 41 passed/);
});

test('a failed test fails the run', () => {
  const summary = summarise({
    whole: true,
    rows: [passed, row('lint', { failed: 2 })],
  });
  assert.equal(summary.ok, false);
  assert.equal(lastLine(summary), '1 passed, 2 failed');
});

test('a skipped test fails the whole run, with a sentence', () => {
  const rows = [row('journeys', { passed: 1, skipped: 1 })];
  const summary = summarise({ whole: true, rows });
  assert.equal(summary.ok, false);
  assert.equal(lastLine(summary), '1 passed, 0 failed, 1 skipped');
  assert.match(summary.text, /FAILED: tests were skipped/);
  assert.equal(summarise({ whole: false, rows }).ok, true);
});

test('a complaint counts as failed and is printed', () => {
  const summary = summarise({
    whole: true,
    rows: [passed],
    complaints: ['no browser'],
  });
  assert.equal(summary.ok, false);
  assert.equal(lastLine(summary), '1 passed, 1 failed');
  assert.match(summary.text, /FAILED: no browser/);
});

test('an engine without a test is a complaint of a whole run', () => {
  const run = {
    whole: true,
    rows: [passed],
    engines: [row('stores on PostgreSQL')],
    complaints: [],
  };
  assert.deepEqual(withAbsences(run).complaints, [
    'no test ran in "stores on PostgreSQL"',
  ]);
  assert.deepEqual(withAbsences({ ...run, whole: false }).complaints, []);
});
