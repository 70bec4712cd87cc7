import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { inProject } from 'toolchain/lib/paths.mjs';
import { stopEverything, stopOnSignals } from 'toolchain/lib/processes.mjs';
import { say, speakOnStandardError, UserError } from 'toolchain/lib/say.mjs';
import { Occasion, record, writeSection } from './record';
import { trials } from './registry';
import { formatTable, isHeld } from './table';

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
    },
  });
}

/** Runs trials one after the other; whether nothing was lost. */
async function run(args: string[]): Promise<boolean> {
  const { positionals, values } = readArguments(args);
  let held = true;
  for (const name of positionals) {
    const { does, run: start } = trials[name];
    const { pgbouncer, short } = values;
    const title = pgbouncer ? `${name} --pgbouncer` : name;
    say(`${title}: ${does}`);
    const findings = await start({
      pgbouncer,
      short,
      minutes: Number(values.minutes),
      note: text => say(`  ${title}: ${text}`),
    });
    const table = formatTable(findings);
    process.stdout.write(`\n## \`${title}\`\n\n${table}\n\n`);
    const broken = findings.filter(finding => !isHeld(finding));
    for (const { what, value, detail } of broken) {
      say(`${title}: ${what}: ${value} (${detail ?? 'no details'})`);
    }
    held &&= broken.length === 0;
    if (values.write) {
      const section = writeSection({ name: title, does, table }, occasion());
      const page = inProject('docs/trials.md');
      writeFileSync(page, record(readFileSync(page, 'utf8'), title, section));
    }
  }
  return held;
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
  } catch (error) {
    const { message, stack } = error as Error;
    say(error instanceof UserError ? message : `${stack}`);
    return 1;
  } finally {
    await stopEverything();
  }
}

main().then(code => process.exit(code));
