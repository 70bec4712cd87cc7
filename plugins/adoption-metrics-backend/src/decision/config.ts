import { z } from 'zod';
import { amount, choice, flag, section } from '../configuration';

const KEY = 'adoptionMetrics.conditions';

/** Who runs a portal: its owners, or a provider. */
const hostings = ['self-hosted', 'managed'] as const;

/** The configuration below `adoptionMetrics.conditions`. */
export const conditionsConfig = section({
  team: amount()
    .optional()
    .meta({ otherwise: 'unknown' })
    .describe('People who work on the portal, in full-time equivalents'),
  hosting: choice(hostings)
    .optional()
    .meta({ otherwise: 'unknown' })
    .describe('Who runs it'),
  sponsor: flag()
    .optional()
    .meta({ otherwise: 'unknown' })
    .describe('Whether it has an executive sponsor'),
  months: amount()
    .optional()
    .meta({ otherwise: 'unknown' })
    .describe('Months after the launch in which leadership expects 30%'),
});

/** What nobody can measure of a portal, as far as it is configured. */
export type ConfiguredConditions = z.output<typeof conditionsConfig>;

/** Why a condition is unknown that nobody can measure. */
export function notConfigured(key: keyof ConfiguredConditions): string {
  return `Unknown: ${KEY}.${key} is not configured.`;
}
