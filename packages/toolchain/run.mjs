#!/usr/bin/env node
import {
  help,
  parseBenchArguments,
  parseCheckArguments,
  parsePackArguments,
  parseReleaseArguments,
  parseStartArguments,
  parseTestArguments,
  parseTrialArguments,
} from './lib/arguments.mjs';
import {
  isInterrupted,
  runTypeScript,
  stopEverything,
  stopOnSignals,
} from './lib/processes.mjs';
import { speakOnStandardError, UserError } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/** Modules that need packages are loaded only after these are installed. */
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
  trial: [parseTrialArguments, () => runTrials],
  pack: [
    parsePackArguments,
    async () => (await import('./lib/pack.mjs')).runPack,
  ],
  release: [
    parseReleaseArguments,
    async () => (await import('./lib/release.mjs')).runRelease,
  ],
};

async function runBenchmarks(environment, { names, json, trial }) {
  const flags = [...(json ? ['--json'] : []), ...(trial ? ['--trial'] : [])];
  return await runTypeScript('benchmarks', [...names, ...flags], environment);
}

async function runTrials(environment, { names, list, ...options }) {
  if (list) {
    console.log(names.join('\n'));
    return 0;
  }
  const flags = Object.entries(options)
    .filter(([, value]) => value)
    .map(([key, value]) => (value === true ? `--${key}` : `--${key}=${value}`));
  return await runTypeScript('trials', [...names, ...flags], environment);
}

async function main([name, ...args]) {
  if (args.includes('--help') || !commands[name]) {
    console.log(help);
    return commands[name] ? 0 : 1;
  }
  // Stopping the portal by hand is a success; interrupting tests is not.
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
