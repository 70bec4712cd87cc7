import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { RE2JS } from 're2js';

/**
 * How much matching the process does itself, in instructions of the pattern
 * times characters of the text: some ten milliseconds' worth, rarely more.
 */
const MOST_IN_PLACE = 5_000_000;

/** Enough for a megabyte of text and the states of any pattern, in megabytes. */
const MOST_MEMORY = 64;

/**
 * Whether a pattern matches anywhere in a text. Time is linear in the text, but
 * still seconds for a contrived pattern and a megabyte: what may take long has a
 * thread of its own, which ends with the signal.
 *
 * @throws AbortError when the signal comes first
 */
export async function matches(
  pattern: RE2JS,
  text: string,
  signal: AbortSignal,
): Promise<boolean> {
  return pattern.programSize() * text.length <= MOST_IN_PLACE
    ? pattern.test(text)
    : matchesApart(pattern.pattern(), text, signal);
}

const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { RE2JS } = require(workerData.engine);
  const pattern = RE2JS.compile(workerData.pattern);
  parentPort.postMessage(pattern.test(workerData.text));
`;

async function matchesApart(
  pattern: string,
  text: string,
  signal: AbortSignal,
): Promise<boolean> {
  const worker = new Worker(program, {
    eval: true,
    workerData: { engine: require.resolve('re2js'), pattern, text },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  try {
    const [isMatch] = await once(worker, 'message', { signal });
    return isMatch;
  } finally {
    await worker.terminate();
  }
}
