import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { visibleText } from '../database';
import { CodedError, failureWords, withinLimit } from '../failures';
import { SECOND_MS } from '../time';

/** How long the plugin of notifications may take. */
const TIMEOUT_MS = 10 * SECOND_MS;

/**
 * Sends a notification in the portal, whose text calls nobody even where
 * a module passes it on to a chat. The client of Backstage has no time limit
 * of its own, and says in its text alone what it was answered.
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

// `<!channel>`, `<@U012AB3CD>` and `<at>`: a zero-width space parts them.
function uncalled(text: string): string {
  return visibleText(text).replace(/<(?=[!@#/a-z])/gi, '<\u200b');
}
