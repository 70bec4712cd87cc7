import { CodedError, failureCodeOf, reasonOf } from '../../failures';
import { ScanSupersededError } from './RunningScan';

/** A step of a scan that failed: "cannot read the entities: …". */
class FailedStepError extends CodedError {}

/**
 * Takes a step of a scan, so that its failure names what was done.
 *
 * @param name - completes "cannot …"
 * @throws Error that says so, with the reason, and quotes no statement
 */
export async function step<T>(
  name: string,
  take: () => Promise<T>,
): Promise<T> {
  try {
    return await take();
  } catch (error) {
    throw failureOf(name, error);
  }
}

/** Names the failures of a source that is read bit by bit, as {@link step} does. */
export async function* stepwise<T>(
  name: string,
  source: AsyncIterable<T>,
): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    throw failureOf(name, error);
  }
}

function failureOf(name: string, error: unknown): unknown {
  const isNamed =
    error instanceof FailedStepError || error instanceof ScanSupersededError;
  return isNamed
    ? error
    : new FailedStepError(
        failureCodeOf(error),
        `cannot ${name}: ${reasonOf(error)}`,
      );
}
