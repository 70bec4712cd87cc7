import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { inProject } from 'toolchain/lib/paths.mjs';
import { stopEverything, stopOnSignals } from 'toolchain/lib/processes.mjs';
import { say, speakOnStandardError, UserError } from 'toolchain/lib/say.mjs';
import { Occasion, record, writeSection } from './record';
import { trials } from './registry';
import { formatResult, formatTable, isHeld } from './table';
import { Finding, Trial, TrialOptions } from './Trial';

const INTERRUPTED = 130;
const GIBIBYTE = 2 ** 30;

// The dispatcher of `npm run trial` has checked the arguments.
function readArguments(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      pgbouncer: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '30' },
      only: { type: 'string' },
    },
  });
}

/** Runs trials one after the other, all of them even when one fails; whether nothing was lost. */
async function run(args: string[]): Promise<boolean> {
  const { positionals, values } = readArguments(args);
  const { pgbouncer, short, write, only } = values;
  const minutes = Number(values.minutes);
  let held = true;
  for (const name of positionals) {
    const title = titleOf(name, { pgbouncer, only });
    const note = (text: string) => say(`${title}: ${text}`);
    const options = { pgbouncer, short, minutes, only, note };
    try {
      const findings = await runTrial(title, trials[name], options);
      held &&= findings.every(isHeld);
      if (write) {
        writeDown(title, trials[name], findings);
      }
    } catch (error) {
      const { message, stack } = error as Error;
      note(error instanceof UserError ? message : `${stack}`);
      held = false;
    }
  }
  return held;
}

function titleOf(
  name: string,
  { pgbouncer, only }: { pgbouncer: boolean; only?: string },
): string {
  const through = pgbouncer ? ', through pgbouncer' : '';
  return `${name}${through}${only ? `, ${only}` : ''}`;
}

async function runTrial(
  title: string,
  trial: Trial,
  options: TrialOptions,
): Promise<Finding[]> {
  options.note(trial.does);
  const findings = await trial.run(options);
  process.stdout.write(`\n## ${title}\n\n${formatTable(findings)}\n\n`);
  const broken = findings.filter(finding => !isHeld(finding));
  for (const { what, value, detail = 'no details' } of broken) {
    options.note(`${what}: ${value} (${detail})`);
  }
  return findings;
}

/** Puts a result into the page of all of them. */
function writeDown(name: string, { does }: Trial, findings: Finding[]): void {
  const result = formatResult(findings);
  const section = writeSection({ name, does, result }, occasion());
  const page = inProject('docs/trials.md');
  writeFileSync(page, record(readFileSync(page, 'utf8'), name, section));
}

function occasion(): Occasion {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: inProject(), encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', ':!docs/trials.md') !== '';
  const commit = git('rev-parse', '--short=12', 'HEAD');
  const memory = Math.round(totalmem() / GIBIBYTE);
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: changed ? `${commit} with changes` : commit,
    machine: `${cpus().length} cores, ${memory} GiB`,
  };
}

async function main(): Promise<number> {
  speakOnStandardError();
  stopOnSignals(INTERRUPTED);
  try {
    return (await run(process.argv.slice(2))) ? 0 : 1;
  } finally {
    await stopEverything();
  }
}

main().then(code => process.exit(code));
