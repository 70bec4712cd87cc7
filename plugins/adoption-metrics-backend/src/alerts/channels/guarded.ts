import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import { withinLimit } from '../../failures';
import { SECOND_MS } from '../../time';

/** How long a channel may think about whether it has a use for a rule. */
const LIMIT_MS = 2 * SECOND_MS;

/**
 * A channel of a module, whose failures are its own: one that does not say
 * whether it has a use for a rule gets its alerts.
 */
export function guarded(channel: AlertChannel): AlertChannel {
  return {
    name: channel.name,
    send: (message, signal) => channel.send(message, signal),
    async reaches(rule) {
      const { signal } = new AbortController();
      try {
        return await withinLimit(
          LIMIT_MS,
          signal,
          async () => (await channel.reaches?.(rule)) ?? true,
        );
      } catch {
        return true;
      }
    },
  };
}
