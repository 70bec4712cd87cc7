import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/**
 * Does something of which the audit log has to know.
 *
 * @param act - gets a function that adds to what is logged of its success
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
