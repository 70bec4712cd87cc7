import { AlertChannel } from 'backstage-plugin-adoption-metrics-node';
import { withinLimit } from '../../failures';
import { SECOND_MS } from '../../time';

/** Timeout for `reaches`. */
const LIMIT_MS = 2 * SECOND_MS;

/**
 * Wraps a module's channel. If it fails to say whether it sends alerts of a
 * rule, it gets them.
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
