import { z } from 'zod';

// Without bounds, because Backstage does not start with an invalid frontend
// configuration. The collector reports invalid values instead.
const visible = { visibility: 'frontend' };

/**
 * The configuration below `adoptionMetrics.collector`, for Backstage and the
 * docs. The frontend reads it without this schema.
 *
 * @public
 */
export const collectorConfig = z.object({
  enabled: z
    .boolean()
    .default(true)
    .meta({ ...visible, accepted: 'true or false' })
    .describe('Whether browsers report interactions and page loads'),
  origins: z
    .array(z.string().meta(visible))
    .optional()
    .meta({
      accepted: "lists of origins such as ['https://portal.example.com']",
      otherwise: 'the origin of `app.baseUrl`',
    })
    .describe(
      'Origins whose use counts; use at any other origin is not reported. Backstage replaces the origin of `app.baseUrl` with the visited one where app and backend share it, so name the origins here if the same installation also answers at addresses that must not count',
    ),
  pageLoadSampling: z
    .number()
    .default(1)
    .meta({ ...visible, accepted: 'numbers from 0 to 1' })
    .describe(
      'Share of documents whose navigations and page loads are reported; interactions are never sampled',
    ),
  automatedBrowsers: z
    .boolean()
    .default(false)
    .meta({ ...visible, accepted: 'true or false' })
    .describe(
      'Whether automated browsers are reported too; checks and tests are not people',
    ),
});
