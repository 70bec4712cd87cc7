import { isInterrupted } from './processes.mjs';
import { UserError, say } from './say.mjs';
import { stages } from './stages.mjs';
import { summarise } from './summary.mjs';

/** Runs the stages one after the other, all of them; the exit code. */
export async function runTests({ stages: wanted, whole, ...machine }) {
  const result = { whole, rows: [], engines: [], complaints: [] };
  for (const [index, name] of wanted.entries()) {
    say(`${name} (stage ${index + 1} of ${wanted.length})`);
    const {
      rows,
      engines = [],
      complaints = [],
    } = await runStage(name, machine);
    result.rows.push(...rows);
    result.engines.push(...engines);
    result.complaints.push(...complaints);
    if (isInterrupted()) {
      return 1;
    }
  }
  const { text, ok } = summarise(withAbsences(result));
  console.log(text);
  return ok ? 0 : 1;
}

/** A stage that cannot run fails the whole run, but not the stages after it. */
async function runStage(name, machine) {
  const started = Date.now();
  try {
    return await stages[name](machine);
  } catch (error) {
    const reason = error instanceof UserError ? error.message : error.stack;
    return { rows: [], complaints: [`${name}: ${reason}`] };
  } finally {
    say(`${name} took ${Math.round((Date.now() - started) / 1000)} s`);
  }
}

/** What a whole run must contain, so that nothing drops out in silence. */
export function withAbsences(result) {
  if (!result.whole) {
    return result;
  }
  const empty = [...result.rows, ...result.engines].filter(
    ({ passed, failed, skipped }) => passed + failed + skipped === 0,
  );
  return {
    ...result,
    complaints: [
      ...result.complaints,
      ...empty.map(({ name }) => `no test ran in "${name}"`),
    ],
  };
}
