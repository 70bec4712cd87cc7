import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { visibleText } from '../database';
import { CodedError, failureWords, withinLimit } from '../failures';
import { SECOND_MS } from '../time';

/** The timeout for Backstage's notifications plugin. */
const TIMEOUT_MS = 10 * SECOND_MS;

/**
 * Sends a notification. Its text does not mention anybody, even if a processor
 * forwards it to a chat. Backstage's client has no timeout, and only reports
 * the status of a failed request in its message.
 */
export async function notify(
  notifications: NotificationService,
  notification: NotificationSendOptions,
  signal: AbortSignal,
): Promise<void> {
  const { payload } = notification;
  try {
    await withinLimit(TIMEOUT_MS, signal, () =>
      notifications.send({ ...notification, payload: uncalling(payload) }),
    );
  } catch (error) {
    throw codedFailure(error);
  }
}

function codedFailure(error: unknown): unknown {
  const { message } = (error ?? {}) as { message?: unknown };
  const text = typeof message === 'string' ? message : '';
  const [, status] = /failed with status ([3-5]\d\d)$/.exec(text) ?? [];
  const isUnreachable = /fetch failed$/.test(text);
  const code = isUnreachable ? 'unreachable' : status && `http-${status}`;
  return code ? new CodedError(code, failureWords(code)) : error;
}

function uncalling<T extends NotificationSendOptions['payload']>(
  payload: T,
): T {
  const { title, description } = payload;
  return {
    ...payload,
    title: uncalled(title),
    ...(description !== undefined && { description: uncalled(description) }),
  };
}

// Breaks mentions such as `<!channel>`, `<@U012AB3CD>`, and `<at>` with a
// zero-width space.
function uncalled(text: string): string {
  return visibleText(text).replace(/<(?=[!@#/a-z])/gi, '<\u200b');
}
