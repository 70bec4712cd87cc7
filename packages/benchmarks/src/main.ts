import { stopEverything, stopOnSignals } from 'toolchain/lib/processes.mjs';
import { say, speakOnStandardError } from 'toolchain/lib/say.mjs';
import { describeEnvironment } from './environment';
import { isMet, Result } from './figure';
import { formatJson, formatRow } from './format';
import { benchmarks } from './registry';

const INTERRUPTED = 130;

interface RunOptions {
  names: string[];
  json: boolean;
  trial: boolean;
}

// The dispatcher of `npm run bench` has checked the arguments.
function readArguments(args: string[]): RunOptions {
  const names = args.filter(argument => !argument.startsWith('-'));
  return {
    names,
    json: args.includes('--json'),
    trial: args.includes('--trial'),
  };
}

/** Runs the benchmarks one after the other; whether every goal was met. */
async function run({ names, json, trial }: RunOptions): Promise<boolean> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const explain = json ? say : print;
  describeEnvironment().forEach(explain);
  if (trial) {
    explain('A trial: small and short, its figures mean little');
  }
  let met = true;
  for (const bench of names) {
    const benchmark = benchmarks[bench];
    const note = (text: string) => explain(`  ${bench}: ${text}`);
    for await (const figure of benchmark({ trial, note })) {
      const result: Result = { bench, ...figure };
      print(json ? formatJson(result) : formatRow(result));
      met &&= isMet(result) !== false;
    }
  }
  return met;
}

async function main(): Promise<number> {
  speakOnStandardError();
  stopOnSignals(INTERRUPTED);
  try {
    return (await run(readArguments(process.argv.slice(2)))) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    return 1;
  } finally {
    await stopEverything();
  }
}

main().then(code => process.exit(code));
