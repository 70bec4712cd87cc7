import { relative } from 'node:path';

/** A row of the summary: what ran, and its result. */
export function row(name, { passed = 0, failed = 0, skipped = 0 } = {}) {
  return { name, passed, failed, skipped };
}

/** Counts tests by status. Anything but passed and failed counts as skipped. */
function countStatuses(name, statuses) {
  const result = row(name);
  for (const status of statuses) {
    result[['passed', 'failed'].includes(status) ? status : 'skipped'] += 1;
  }
  return result;
}

/** The rows of a Jest report: one per package, sorted by name. */
export function countJest(report, root) {
  const packages = {};
  for (const file of report.testResults) {
    const [parent, name] = relative(root, file.name).split('/');
    const statuses = (packages[`${parent}/${name}`] ??= []);
    statuses.push(...statusesOf(file));
  }
  return Object.keys(packages)
    .sort()
    .map(name => countStatuses(name, packages[name]));
}

/** Jest lists no tests for a file that could not be loaded. */
function statusesOf(file) {
  const statuses = file.assertionResults.map(({ status }) => status);
  const couldNotRun = file.status === 'failed' && !statuses.includes('failed');
  return couldNotRun ? [...statuses, 'failed'] : statuses;
}

const engines = {
  SQLITE_3: 'stores on SQLite',
  POSTGRES_18: 'stores on PostgreSQL',
};

/** Tests of a Jest report with a database engine in their name. */
export function countEngines(report) {
  const tests = report.testResults.flatMap(file => file.assertionResults);
  return Object.entries(engines).map(([id, name]) =>
    countStatuses(
      name,
      tests.filter(test => test.fullName.includes(id)).map(test => test.status),
    ),
  );
}

/**
 * The row of a Playwright report. A test that passed on a retry counts as
 * failed.
 */
export function countPlaywright(name, { stats, errors = [] }) {
  return row(name, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

/** The row of a TAP report, from its last lines. */
export function countTap(name, text) {
  const closing = key =>
    Number(new RegExp(`^# ${key} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return row(name, {
    passed: closing('pass'),
    failed: closing('fail') + closing('cancelled'),
    skipped: closing('skipped') + closing('todo'),
  });
}

/** The duration of a stage and its budget, in seconds. */
export function duration({ name, seconds, budget }) {
  return `${name} took ${Math.round(seconds)} s of its ${budget} s`;
}

/**
 * The end of a run in plain lines. `rows` are what ran, `engines` the part of
 * them that ran on each database, `complaints` sentences that fail the run,
 * `durations` how long each stage took; too long is no failure.
 * In a whole run nothing may be absent or skipped; a narrowed one skips on
 * demand.
 */
export function summarize(
  { rows, engines: ofThese, complaints, durations },
  whole,
) {
  const sum = key => rows.reduce((total, each) => total + each[key], 0);
  const failures = [
    ...complaints,
    ...(whole ? [...rows, ...ofThese].filter(isEmpty) : []).map(
      ({ name }) => `no test ran in "${name}"`,
    ),
  ];
  const failed = sum('failed') + failures.length;
  const skipped = sum('skipped');
  if (whole && skipped > 0) {
    failures.push('tests were skipped, and every test has to run');
  }
  const width = Math.max(...[...rows, ...ofThese].map(r => r.name.length));
  const line = r => `  ${`${r.name}:`.padEnd(width + 1)} ${counts(r)}`;
  const lines = [
    '\nSummary',
    ...rows.map(line),
    ...(ofThese.length > 0 ? ['Of these, by database'] : []),
    ...ofThese.map(line),
    ...overBudget(durations).map(each => `SLOW: ${duration(each)}`),
    ...failures.map(text => `FAILED: ${text}`),
    counts({ passed: sum('passed'), failed, skipped }),
  ];
  return { text: lines.join('\n'), ok: failed + failures.length === 0 };
}

function isEmpty({ passed, failed, skipped }) {
  return passed + failed + skipped === 0;
}

function counts({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

function overBudget(durations) {
  return durations.filter(({ seconds, budget }) => seconds > budget);
}
