import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countEngines,
  countJest,
  countPlaywright,
  countTap,
  row,
  summarize,
} from '../lib/results.mjs';

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

const nothing = { rows: [], engines: [], complaints: [], durations: [] };
const passed = row('types', { passed: 1 });

function lastLine({ text }) {
  return text.split('\n').pop();
}

function whole(result) {
  return summarize({ ...nothing, ...result }, true);
}

function narrowed(result) {
  return summarize({ ...nothing, ...result }, false);
}

test('a clean run ends with its totals', () => {
  const summary = whole({
    rows: [passed, row('plugins/b', { passed: 82 })],
    engines: [row('stores on SQLite', { passed: 41 })],
  });
  assert.equal(summary.ok, true);
  assert.equal(lastLine(summary), '83 passed, 0 failed');
  assert.match(summary.text, /stores on SQLite: 41 passed/);
});

test('a failed test fails the run', () => {
  const summary = whole({ rows: [passed, row('lint', { failed: 2 })] });
  assert.equal(summary.ok, false);
  assert.equal(lastLine(summary), '1 passed, 2 failed');
});

test('a skipped test fails the whole run, with a sentence', () => {
  const rows = [row('journeys', { passed: 1, skipped: 1 })];
  const summary = whole({ rows });
  assert.equal(summary.ok, false);
  assert.equal(lastLine(summary), '1 passed, 0 failed, 1 skipped');
  assert.match(summary.text, /FAILED: tests were skipped/);
  assert.equal(narrowed({ rows }).ok, true);
});

test('a complaint counts as failed and is printed', () => {
  const summary = whole({ rows: [passed], complaints: ['no browser'] });
  assert.equal(summary.ok, false);
  assert.equal(lastLine(summary), '1 passed, 1 failed');
  assert.match(summary.text, /FAILED: no browser/);
});

test('an engine without a test is a complaint of a whole run', () => {
  const run = { rows: [passed], engines: [row('stores on PostgreSQL')] };
  const summary = whole(run);
  assert.equal(lastLine(summary), '1 passed, 1 failed');
  assert.match(summary.text, /FAILED: no test ran in "stores on PostgreSQL"/);
  assert.equal(narrowed(run).ok, true);
});

test('a stage that took too long is named, and fails nothing', () => {
  const durations = [
    { name: 'types', seconds: 12.4, budget: 60 },
    { name: 'lint', seconds: 121, budget: 120 },
  ];
  const summary = whole({ rows: [passed], durations });
  assert.equal(summary.ok, true);
  assert.deepEqual(summary.text.match(/SLOW.*/g), [
    'SLOW: lint took 121 s of its 120 s',
  ]);
});
