import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/**
 * Runs an act with an audit event.
 *
 * @param act - gets a function that adds metadata to the event of its success
 */
export async function recordAct<T>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  act: (add: (meta: JsonObject) => void) => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent(options);
  const meta: JsonObject = {};
  try {
    const outcome = await act(added => Object.assign(meta, added));
    await event.success({ meta });
    return outcome;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
