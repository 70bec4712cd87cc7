import { CodedError, failureCodeOf, reasonOf } from '../../failures';
import { ScanSupersededError } from './RunningScan';

/** A failed step of a scan: "cannot read the entities: …". */
class FailedStepError extends CodedError {}

/**
 * Runs a step of a scan, and names it if it fails.
 *
 * @param name - completes "cannot …"
 * @throws Error with the name and a reason that is safe to show
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

/** The same as {@link step}, for a source that is read incrementally. */
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
