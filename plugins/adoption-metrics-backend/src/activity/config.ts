import { MAX_EVENTS_PER_BATCH } from 'backstage-plugin-adoption-metrics-common';
import { z } from 'zod';
import { names, section, wholeNumber } from '../configuration';

/** The configuration below `adoptionMetrics.ingest`. */
export const ingestConfig = section({
  events: wholeNumber({ least: MAX_EVENTS_PER_BATCH })
    .prefault(20_000)
    .describe('Maximum events per person and day'),
  batches: wholeNumber({ least: 100 })
    .prefault(10_000)
    .describe(
      'Maximum event batches per person and day; a browser sends at most one every five seconds',
    ),
  pageLoads: wholeNumber({ least: 100 })
    .prefault(3_000)
    .describe('Maximum page loads per person and day, out of `events`'),
  newNames: wholeNumber({ least: 0 })
    .prefault(40)
    .describe(
      'New plugin names that one person can add per day while fewer than three people use them; the same limit applies to pages and to actions. Further names count as `other`',
    ),
  knownNames: names('ids', "['techdocs', 'page:techdocs']")
    .prefault([])
    .describe(
      'IDs of plugins and pages, and actions, that never count as `other`',
    ),
});

/** Daily limits per person, and names that always have a place. */
export type IngestConfig = z.output<typeof ingestConfig>;
