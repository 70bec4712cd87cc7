/** A line of the summary: what ran, and how it went. */
export function row(name, counts = {}) {
  return { name, passed: 0, failed: 0, skipped: 0, ...counts };
}

const outcomes = { passed: 'passed', failed: 'failed' };

/** Counts tests by their status; whatever neither passed nor failed was skipped. */
export function countStatuses(name, statuses) {
  const result = row(name);
  for (const status of statuses) {
    result[outcomes[status] ?? 'skipped'] += 1;
  }
  return result;
}

/** The rows of a Jest report: one for each package, in order of their names. */
export function countJest(report, root) {
  const packages = new Map();
  for (const file of report.testResults) {
    const name = packageOf(file.name, root);
    packages.set(name, [...(packages.get(name) ?? []), ...statusesOf(file)]);
  }
  return [...packages.keys()]
    .sort()
    .map(name => countStatuses(name, packages.get(name)));
}

/** Jest lists no tests for a file that it could not load. */
function statusesOf(file) {
  const statuses = file.assertionResults.map(({ status }) => status);
  const couldNotRun = file.status === 'failed' && !statuses.includes('failed');
  return couldNotRun ? [...statuses, 'failed'] : statuses;
}

function packageOf(path, root) {
  return path
    .slice(root.length + 1)
    .split('/')
    .slice(0, 2)
    .join('/');
}

const engines = {
  SQLITE_3: 'stores on SQLite',
  POSTGRES_18: 'stores on PostgreSQL',
};

/** The tests of a Jest report whose name carries the id of a database engine. */
export function countEngines(report) {
  const tests = report.testResults.flatMap(file => file.assertionResults);
  return Object.entries(engines).map(([id, name]) =>
    countStatuses(
      name,
      tests.filter(test => test.fullName.includes(id)).map(test => test.status),
    ),
  );
}

/** The row of a Playwright report; a test that passed on a retry has failed. */
export function countPlaywright(name, { stats, errors = [] }) {
  return row(name, {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

/** The row of a report in the Test Anything Protocol, by its closing lines. */
export function countTap(name, text) {
  const closing = key =>
    Number(new RegExp(`^# ${key} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return row(name, {
    passed: closing('pass'),
    failed: closing('fail') + closing('cancelled'),
    skipped: closing('skipped') + closing('todo'),
  });
}
