import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { browserVariable, ensureBrowser } from './browser.mjs';
import {
  countEngines,
  countJest,
  countPlaywright,
  countTap,
  row,
} from './counts.mjs';
import {
  backstageCli,
  inProject,
  inToolchain,
  rootDirectory,
} from './paths.mjs';
import { connectionVariable, ensurePostgres } from './postgres.mjs';
import { runProcess } from './processes.mjs';
import { UserError } from './say.mjs';

const journeysReport = inProject('e2e-test-report/results.json');

/**
 * What `npm test` runs, cheap things first. Each stage takes the machine that
 * `setUp` made and returns its rows of the summary, and complaints if any.
 */
export const stages = {
  toolchain: machine => testToolchain(machine),
  format: machine =>
    check('formatting', machine, ['prettier/bin-prettier.js', '--check', '.']),
  types: machine => check('types', machine, ['typescript/bin/tsc']),
  lint: machine =>
    check('lint', machine, [
      '@backstage/cli/bin/backstage-cli',
      'repo',
      'lint',
    ]),
  unit: machine => testUnits(machine),
  journeys: machine => testJourneys(machine),
};

async function check(name, machine, [script, ...args]) {
  const path = inProject('node_modules', script);
  const code = await runNode(machine, [path, ...args]);
  return { rows: [row(name, code === 0 ? { passed: 1 } : { failed: 1 })] };
}

/** The dispatcher has to run on the Node.js that called it, so test it there. */
async function testToolchain({ environment, toolArguments }) {
  const report = reportFile('toolchain.tap');
  const directory = inProject('packages/toolchain/test');
  const files = readdirSync(directory).map(name => `${directory}/${name}`);
  const machine = { node: process.execPath, environment, toolArguments };
  const code = await runNode(machine, [
    '--test',
    ...['--test-reporter=dot', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
    ...files,
  ]);
  const counted = countTap('toolchain', read(report));
  return {
    rows: [counted],
    complaints: unexplained('toolchain', code, [counted]),
  };
}

async function testUnits({ node, environment, toolArguments }) {
  const report = reportFile('jest.json');
  const connection = await ensurePostgres(reportFile('postgres.log'));
  const withDatabase = {
    ...environment,
    [connectionVariable]: connection,
    // With CI set, the test utilities would look for a Docker engine.
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  };
  const args = ['repo', 'test', '--ci', '--watchAll=false', '--json'];
  const code = await runNode(
    { node, environment: withDatabase, toolArguments },
    [backstageCli, ...args, `--outputFile=${report}`],
  );
  const result = JSON.parse(read(report));
  const rows = countJest(result, rootDirectory);
  return {
    rows,
    engines: countEngines(result),
    complaints: unexplained('unit tests', code, rows),
  };
}

async function testJourneys({ node, environment, toolArguments }) {
  const browser = await ensureBrowser({ node, environment });
  const machine = {
    node,
    environment: { ...environment, [browserVariable]: browser },
  };
  await buildApp(machine);
  rmSync(journeysReport, { force: true });
  const script = inProject('node_modules/@playwright/test/cli.js');
  const code = await runNode({ ...machine, toolArguments }, [script, 'test']);
  const counted = countPlaywright('journeys', JSON.parse(read(journeysReport)));
  return {
    rows: [counted],
    complaints: unexplained('journeys', code, [counted]),
  };
}

async function buildApp({ node, environment }) {
  const directory = inProject('packages/app');
  const code = await runNode({ node, environment, directory }, [
    backstageCli,
    ...['package', 'build'],
  ]);
  if (code !== 0) {
    throw new UserError('The app of the demo portal could not be built.');
  }
}

async function runNode(
  { node, environment, directory, toolArguments = [] },
  args,
) {
  const { code } = await runProcess(node, [...args, ...toolArguments], {
    cwd: directory ?? rootDirectory,
    env: environment,
  });
  return code;
}

function reportFile(name) {
  mkdirSync(inToolchain('reports'), { recursive: true });
  rmSync(inToolchain('reports', name), { force: true });
  return inToolchain('reports', name);
}

function read(report) {
  try {
    return readFileSync(report, 'utf8');
  } catch {
    throw new UserError(`The tests ended without their report ${report}`);
  }
}

/** A tool can fail although each of its tests passed, as by a crash at its end. */
function unexplained(name, code, rows) {
  const explained = rows.some(({ failed }) => failed > 0);
  return code !== 0 && !explained
    ? [`the ${name} ended with exit code ${code} although no test failed`]
    : [];
}
