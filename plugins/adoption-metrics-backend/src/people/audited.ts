import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** Does something that the audit log has to mention, with what came of it. */
export async function audited<T extends object>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  act: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent(options);
  try {
    const outcome = await act();
    await event.success({ meta: { outcome: outcome as JsonObject } });
    return outcome;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
