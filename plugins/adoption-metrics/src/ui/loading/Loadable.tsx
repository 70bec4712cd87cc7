import type { ReactNode } from 'react';
import { isForbidden } from '../../api';
import type { Loaded } from '../../api/useLoaded';
import { LoadFailure, NoPermission, StaleNotice } from './failures';

interface LoadableProps<T> {
  loaded: Loaded<T>;
  /** What is loaded, as the subject of a sentence: "The scorecard". */
  subject: string;
  /** As large as the content, so that nothing jumps. */
  skeleton: ReactNode;
  /** Wraps messages that take the place of the content. */
  frame?: (message: ReactNode) => ReactNode;
  children: (value: T) => ReactNode;
}

/**
 * Shows a value once it has arrived, and before that or instead of it what is
 * going on. A value stays in view when refreshing it fails.
 */
export function Loadable<T>(props: LoadableProps<T>) {
  const { loaded, subject, skeleton, children } = props;
  const { value, error, reload } = loaded;
  const frame = props.frame ?? (message => message);
  if (isForbidden(error)) {
    return <>{frame(<NoPermission />)}</>;
  }
  if (value !== undefined) {
    return (
      <>
        {error && <StaleNotice subject={subject} onRetry={reload} />}
        {children(value)}
      </>
    );
  }
  if (error) {
    return (
      <>
        {frame(
          <LoadFailure subject={subject} error={error} onRetry={reload} />,
        )}
      </>
    );
  }
  return <>{skeleton}</>;
}
