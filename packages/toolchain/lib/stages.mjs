import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import chokidar from 'chokidar';
import {
  budgets,
  setUpBudget,
  sideStages,
  wholeBudgets,
} from './arguments.mjs';
import { browserVariable, ensureBrowser } from './browser.mjs';
import { testPackages } from './packages.mjs';
import { inProject, inToolchain, rootDirectory } from './paths.mjs';
import { connectionVariable, ensurePostgres } from './postgres.mjs';
import { isInterrupted, runProcess, runTypeScript } from './processes.mjs';
import { testReleases } from './releases.mjs';
import {
  countEngines,
  countJest,
  countPlaywright,
  countTap,
  duration,
  row,
  summarize,
} from './results.mjs';
import { holdBack, say, UserError } from './say.mjs';

/**
 * The stages of each command. They get the environment and arguments for their
 * tool, and return an exit code and rows of the summary.
 */
export const stages = {
  test: {
    toolchain: testToolchain,
    format: tool('formatting', 'prettier', '--check', '.'),
    types: tool('types', 'tsc'),
    lint: tool('lint', 'backstage-cli', 'repo', 'lint'),
    layers: tool('layers', 'depcruise', 'packages', 'plugins'),
    packages: testPackages,
    releases: testReleases,
    install: trial('install', 'install'),
    unit: testUnits,
    trial: trial('trial', 'kill-one'),
    journeys: testJourneys,
  },
  check: {
    types: tool('types', 'tsc'),
    lint: tool('lint', 'backstage-cli', 'repo', 'lint', '--since', trunk()),
    format: tool('formatting', 'prettier', '--check', '--cache', '.'),
    unit: testChanges,
  },
};

/** Runs all stages of `npm test`, even if one fails. Returns the exit code. */
export async function runTests(environment, options) {
  const { stages: wanted, whole, toolArguments } = options;
  const machine = [environment, toolArguments];
  return await runStages('test', { wanted, whole, machine });
}

/** Runs `npm run check`, repeatedly if files are watched. */
export async function runChecks(environment, { watch }) {
  const wanted = Object.keys(stages.check);
  const check = () =>
    runStages('check', { wanted, whole: false, machine: [environment, []] });
  if (!watch) {
    return await check();
  }
  const watcher = watchFiles();
  for (;;) {
    // Changes during a run count as well.
    const changed = once(watcher, 'all');
    await check();
    if (isInterrupted()) {
      return 1;
    }
    say('Waiting for a file to change; Ctrl-C ends this');
    await changed;
  }
}

function watchFiles() {
  return chokidar.watch(['packages', 'plugins'], {
    cwd: rootDirectory,
    ignored: /(^|\/)(node_modules|dist|dist-types)(\/|$)/,
    ignoreInitial: true,
  });
}

async function runStages(command, { wanted, whole, machine }) {
  const result = { rows: [], engines: [], complaints: [], durations: [] };
  const run = async name => {
    say(`${name} (stage ${wanted.indexOf(name) + 1} of ${wanted.length})`);
    const started = Date.now();
    const outcome = await runStage(name, stages[command][name], machine);
    const seconds = (Date.now() - started) / 1000;
    const took = { name, seconds, budget: budgets[command][name] };
    say(duration(took));
    result.rows.push(...outcome.rows);
    result.engines.push(...(outcome.engines ?? []));
    result.complaints.push(...outcome.complaints);
    result.durations.push(took);
  };
  if (whole) {
    result.durations.push(setUpDuration());
    const [before, after] = aroundSideStages(wanted);
    await Promise.all([
      inTurn(before, run),
      inTurn(sideStages, name =>
        holdBack(reportFile(`${name}.log`), () => run(name)),
      ),
    ]);
    await inTurn(after, run);
    result.durations.push({
      name: 'all',
      seconds: process.uptime(),
      budget: wholeBudgets[command],
    });
  } else {
    await inTurn(wanted, run);
  }
  if (isInterrupted()) {
    return 1;
  }
  const { text, ok } = summarize(result, whole);
  console.log(text);
  return ok ? 0 : 1;
}

/**
 * The stages that run in parallel with the waiting ones, and those that run
 * afterwards.
 */
function aroundSideStages(names) {
  const first = names.indexOf(sideStages[0]);
  return [names.slice(0, first), names.slice(first + sideStages.length)];
}

async function inTurn(names, run) {
  for (const name of names) {
    if (!isInterrupted()) {
      await run(name);
    }
  }
}

/** The time since `npm test` was called. */
function setUpDuration() {
  const took = {
    name: 'set-up',
    seconds: process.uptime(),
    budget: setUpBudget,
  };
  say(duration(took));
  return took;
}

/** If a stage cannot run, the run fails, but later stages still run. */
async function runStage(name, stage, machine) {
  try {
    const { code, rows, engines } = await stage(...machine);
    // A tool can fail although all tests passed, for example if it crashes at
    // the end.
    const explained = code === 0 || rows.some(({ failed }) => failed > 0);
    const complaint = `${name} ended with exit code ${code} although no test failed`;
    return { rows, engines, complaints: explained ? [] : [complaint] };
  } catch (error) {
    const reason = error instanceof UserError ? error.message : error.stack;
    return { rows: [], complaints: [`${name}: ${reason}`] };
  }
}

/** A stage with a single result. */
function tool(name, ...command) {
  return async (environment, toolArguments) => {
    const code = await execute([...command, ...toolArguments], environment);
    const counted = row(name, code === 0 ? { passed: 1 } : { failed: 1 });
    return { code, rows: [counted] };
  };
}

/** The toolchain has to run on the Node.js that called it. */
async function testToolchain(environment, toolArguments) {
  const report = reportFile('toolchain.tap');
  const directory = inProject('packages/toolchain/test');
  const code = await execute(
    [
      ...[process.execPath, '--test'],
      ...['--test-reporter=dot', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
      ...readdirSync(directory).map(name => `${directory}/${name}`),
      ...toolArguments,
    ],
    environment,
  );
  return { code, rows: [countTap('toolchain', read(report))] };
}

async function testUnits(environment, toolArguments) {
  const connection = await ensurePostgres(reportFile('postgres.log'));
  const withDatabase = { ...environment, [connectionVariable]: connection };
  return await runJest(withDatabase, toolArguments);
}

/**
 * Runs tests in the folders with changes, on SQLite. Including dependents would
 * often select most tests.
 */
async function testChanges(environment) {
  const folders = changedFolders();
  if (folders.length === 0) {
    return { code: 0, rows: [] };
  }
  const withoutDatabase = { ...environment, [connectionVariable]: undefined };
  const files = folders.map(folder => `${folder}/[^/]+$`);
  const { code, rows } = await runJest(withoutDatabase, files);
  return { code, rows };
}

/** Folders with source changes since `main`, committed or not. */
function changedFolders() {
  const [base] = git('merge-base', 'HEAD', trunk());
  const files = [
    ...git('diff', '--name-only', base),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  const sources = files.filter(file => file.includes('/src/'));
  return [...new Set(sources.map(dirname))];
}

async function runJest(environment, args) {
  const file = reportFile('jest.json');
  const command = ['backstage-cli', 'repo', 'test', '--ci', '--watchAll=false'];
  const code = await execute(
    [...command, ...workers(args), '--json', `--outputFile=${file}`, ...args],
    // With CI set, Backstage's test utilities would look for Docker.
    { ...environment, BACKSTAGE_TEST_DISABLE_DOCKER: '1' },
  );
  const report = JSON.parse(read(file));
  const rows = countJest(report, rootDirectory);
  return { code, rows, engines: countEngines(report) };
}

/**
 * Many tests wait for a database or a timer. On machines with many cores,
 * Jest's default number of workers is sufficient.
 */
function workers(args) {
  const chosen = args.some(arg =>
    /^(-i|-w|--runInBand|--maxWorkers)/.test(arg),
  );
  const cores = availableParallelism();
  return chosen || cores > 3 ? [] : [`--maxWorkers=${cores + 1}`];
}

/** Runs a trial in its short form. Long forms are run by name. */
function trial(stage, name) {
  return async (environment, toolArguments) => {
    const args = [name, '--short', ...toolArguments];
    const code = await runTypeScript('trials', args, environment);
    const counted = row(stage, code === 0 ? { passed: 1 } : { failed: 1 });
    return { code, rows: [counted] };
  };
}

async function testJourneys(environment, toolArguments) {
  const browser = await ensureBrowser(environment);
  const withBrowser = { ...environment, [browserVariable]: browser };
  const build = ['backstage-cli', 'package', 'build'];
  if ((await execute(build, withBrowser, inProject('packages/app'))) !== 0) {
    throw new UserError('The app of the demo portal could not be built.');
  }
  const report = inProject('e2e-test-report/results.json');
  rmSync(report, { force: true });
  const test = ['playwright', 'test', ...toolArguments];
  const code = await execute(test, withBrowser);
  return {
    code,
    rows: [countPlaywright('journeys', JSON.parse(read(report)))],
  };
}

async function execute([command, ...args], env, cwd = rootDirectory) {
  const { code } = await runProcess(command, args, { cwd, env });
  return code;
}

/**
 * The branch to compare with. A clone may only have `main` as a remote branch.
 */
function trunk() {
  const [main] = git('rev-parse', '--verify', '--quiet', 'main');
  return main ? 'main' : 'origin/main';
}

/** The output lines of a git command. */
function git(...args) {
  const options = { cwd: rootDirectory, encoding: 'utf8' };
  return spawnSync('git', args, options).stdout.split('\n').filter(Boolean);
}

function reportFile(name) {
  const file = inToolchain('reports', name);
  mkdirSync(inToolchain('reports'), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

function read(report) {
  try {
    return readFileSync(report, 'utf8');
  } catch {
    throw new UserError(`The tests ended without their report ${report}`);
  }
}
