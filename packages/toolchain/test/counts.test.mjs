import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countEngines,
  countJest,
  countPlaywright,
  countTap,
  row,
} from '../lib/counts.mjs';

function file(name, statuses, status = 'passed') {
  const assertionResults = Object.entries(statuses).map(
    ([fullName, result]) => ({ fullName, status: result }),
  );
  return { name, status, assertionResults };
}

const report = {
  testResults: [
    file('/clone/plugins/b/src/store.test.ts', {
      'store, SQLITE_3 saves': 'passed',
      'store, POSTGRES_18 saves': 'failed',
      'store, POSTGRES_18 reads': 'passed',
    }),
    file('/clone/packages/a/src/one.test.ts', {
      one: 'passed',
      two: 'pending',
      three: 'todo',
    }),
    file('/clone/plugins/b/src/other.test.ts', { other: 'passed' }),
  ],
};

test('the tests of each package are added up', () => {
  assert.deepEqual(countJest(report, '/clone'), [
    row('packages/a', { passed: 1, skipped: 2 }),
    row('plugins/b', { passed: 3, failed: 1 }),
  ]);
});

test('a test file that does not load counts as failed', () => {
  const broken = file('/clone/plugins/b/src/broken.test.ts', {}, 'failed');
  assert.deepEqual(countJest({ testResults: [broken] }, '/clone'), [
    row('plugins/b', { failed: 1 }),
  ]);
});

test('the tests of each database are counted, none as none', () => {
  assert.deepEqual(countEngines(report), [
    row('stores on SQLite', { passed: 1 }),
    row('stores on PostgreSQL', { passed: 1, failed: 1 }),
  ]);
  assert.deepEqual(countEngines({ testResults: [] }), [
    row('stores on SQLite'),
    row('stores on PostgreSQL'),
  ]);
});

test('journeys: flaky ones and errors outside of tests have failed', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  assert.deepEqual(countPlaywright('journeys', { stats, errors: [{}] }), {
    name: 'journeys',
    passed: 4,
    failed: 3,
    skipped: 2,
  });
});

test('the closing lines of a TAP report are read', () => {
  const text =
    '# tests 9\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 2\n';
  assert.deepEqual(countTap('toolchain', text), {
    name: 'toolchain',
    passed: 3,
    failed: 2,
    skipped: 4,
  });
});
