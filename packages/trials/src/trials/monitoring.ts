import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from 'toolchain/lib/paths.mjs';
import { findProgram } from '../machines/programs';
import { Finding, Trial } from '../Trial';

/** What `npm test` skips where Prometheus is not installed. */
const TEST = 'telemetry/monitoring.test';

/** The part of jest's report that is read. */
interface Report {
  numPassedTests: number;
  numPendingTests: number;
  testResults: Array<{
    assertionResults: Array<{ status: string; fullName: string }>;
  }>;
}

async function runTest(file: string): Promise<Report> {
  const child = spawn(
    inProject('node_modules/.bin/backstage-cli'),
    [
      'repo',
      'test',
      '--watchAll=false',
      '--json',
      `--outputFile=${file}`,
      TEST,
    ],
    {
      cwd: inProject('.'),
      env: { ...process.env, PROMETHEUS: 'required' },
      stdio: 'ignore',
    },
  );
  await once(child, 'exit');
  return JSON.parse(readFileSync(file, 'utf8'));
}

export const monitoring: Trial = {
  does: 'Prometheus scrapes a portal. promtool checks and tests the alerting rules, and each expression of the dashboard is queried.',
  async run(): Promise<Finding[]> {
    // Both are of Debian's package `prometheus`.
    findProgram('prometheus');
    const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-trial-'));
    try {
      const report = await runTest(join(directory, 'report.json'));
      const failed = report.testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === 'failed');
      return [
        {
          what: 'expressions and rules that work',
          value: report.numPassedTests,
          goal: '>= 30',
        },
        {
          what: 'expressions and rules that fail',
          value: failed.length,
          goal: '= 0',
          detail: failed.map(({ fullName }) => fullName).join('; '),
        },
        {
          what: 'expressions and rules not tried',
          value: report.numPendingTests,
          goal: '= 0',
        },
      ];
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
