#!/usr/bin/env node
import {
  help,
  parseBenchArguments,
  parseCheckArguments,
  parsePackArguments,
  parseStartArguments,
  parseTestArguments,
} from './lib/arguments.mjs';
import { inProject } from './lib/paths.mjs';
import {
  isInterrupted,
  runProcess,
  stopEverything,
  stopOnSignals,
} from './lib/processes.mjs';
import { speakOnStandardError, UserError } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/** How arguments are read, and what loads packages only when they are there. */
const commands = {
  start: [
    parseStartArguments,
    async () => (await import('./lib/portal.mjs')).runPortal,
  ],
  test: [
    parseTestArguments,
    async () => (await import('./lib/stages.mjs')).runTests,
  ],
  check: [
    parseCheckArguments,
    async () => (await import('./lib/stages.mjs')).runChecks,
  ],
  bench: [parseBenchArguments, () => runBenchmarks],
  pack: [
    parsePackArguments,
    async () => (await import('./lib/pack.mjs')).runPack,
  ],
};

async function runBenchmarks(environment, { names, json, trial }) {
  const cwd = inProject('packages/benchmarks');
  const flags = [...(json ? ['--json'] : []), ...(trial ? ['--trial'] : [])];
  // How `backstage-cli` runs TypeScript.
  const transform = '@backstage/cli/config/nodeTransform.cjs';
  const { code } = await runProcess(
    'node',
    [
      '--enable-source-maps',
      '--require',
      transform,
      'src/main.ts',
      ...names,
      ...flags,
    ],
    // The results go to standard output, wherever messages go.
    { cwd, env: environment, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return code;
}

async function main([name, ...args]) {
  if (args.includes('--help') || !commands[name]) {
    console.log(help);
    return commands[name] ? 0 : 1;
  }
  // Stopping the portal by hand is how it is meant to end; tests are not done.
  stopOnSignals(name === 'start' ? 0 : 130);
  const [parse, load] = commands[name];
  const options = parse(args);
  if (options.json) {
    speakOnStandardError();
  }
  const environment = await setUp();
  const run = await load();
  return await run(environment, options);
}

let exitCode = 1;
try {
  exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isInterrupted()) {
    console.error(
      error instanceof UserError ? `\n==> ${error.message}` : error,
    );
  }
}
if (!isInterrupted()) {
  await stopEverything();
  process.exit(exitCode);
}
