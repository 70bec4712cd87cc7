#!/usr/bin/env node
import {
  help,
  parseBenchArguments,
  parseStartArguments,
  parseTestArguments,
} from './lib/arguments.mjs';
import { benchmarkNames, runBenchmarks } from './lib/benchmarks.mjs';
import { runPortal } from './lib/portal.mjs';
import {
  stopEverything,
  stopOnSignals,
  isInterrupted,
} from './lib/processes.mjs';
import { speakOnStandardError, UserError } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';
import { runTests } from './lib/tests.mjs';

async function start(args) {
  const options = parseStartArguments(args);
  await runPortal({ ...(await setUp()), ...options });
  return 0;
}

async function test(args) {
  const options = parseTestArguments(args);
  return await runTests({ ...(await setUp()), ...options });
}

async function bench(args) {
  const options = parseBenchArguments(args, benchmarkNames());
  if (options.json) {
    speakOnStandardError();
  }
  return await runBenchmarks({ ...(await setUp()), ...options });
}

const commands = { start, test, bench };

async function main([command, ...args]) {
  if (args.includes('--help') || !commands[command]) {
    console.log(help);
    return commands[command] ? 0 : 1;
  }
  // Stopping the portal by hand is how it is meant to end; tests are not done.
  stopOnSignals(command === 'start' ? 0 : 130);
  return await commands[command](args);
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
