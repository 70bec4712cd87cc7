import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { RE2JS } from 're2js';

/**
 * How much matching is done on the main thread, in instructions of the pattern
 * times characters of the text: usually at most ten milliseconds.
 */
const MOST_IN_PLACE = 5_000_000;

/**
 * Memory limit of a worker, in megabytes: enough for a megabyte of text and any
 * pattern.
 */
const MOST_MEMORY = 64;

/**
 * Whether a pattern matches anywhere in a text. Matching takes linear time, but
 * that can still be seconds for a complex pattern and a megabyte of text, so
 * long runs use a worker thread, which can be aborted.
 *
 * @throws AbortError if the signal is aborted
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
