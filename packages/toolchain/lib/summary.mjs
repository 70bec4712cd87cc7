/**
 * The end of a test run in plain lines. `rows` are what ran, `engines` the part
 * of them that ran on each database, `complaints` sentences that fail the run.
 * In a whole run nothing may be skipped; a narrowed one skips on demand.
 */
export function summarise({ rows, engines = [], complaints = [], whole }) {
  const total = addUp(rows, complaints);
  const width = Math.max(
    0,
    ...[...rows, ...engines].map(({ name }) => name.length),
  );
  const line = row => `  ${`${row.name}:`.padEnd(width + 1)} ${counts(row)}`;
  const lines = ['', 'Summary', ...rows.map(line)];
  if (engines.length > 0) {
    lines.push('Of these, by database', ...engines.map(line));
  }
  lines.push(...complaints.map(text => `FAILED: ${text}`));
  const skipped = whole && total.skipped > 0;
  if (skipped) {
    lines.push('FAILED: tests were skipped, and every test has to run');
  }
  lines.push(totals(total));
  return { text: lines.join('\n'), ok: total.failed === 0 && !skipped };
}

function addUp(rows, complaints) {
  const sum = key => rows.reduce((total, row) => total + row[key], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed') + complaints.length,
    skipped: sum('skipped'),
  };
}

function counts({ passed, failed, skipped }) {
  const parts = [`${passed} passed`];
  if (failed > 0) {
    parts.push(`${failed} failed`);
  }
  if (skipped > 0) {
    parts.push(`${skipped} skipped`);
  }
  return parts.join(', ');
}

function totals({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
