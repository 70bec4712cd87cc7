import { MAX_EVENTS_PER_BATCH } from 'backstage-plugin-adoption-metrics-common';
import { z } from 'zod';
import { names, section, wholeNumber } from '../configuration';

/** The configuration below `adoptionMetrics.ingest`. */
export const ingestConfig = section({
  events: wholeNumber({ least: MAX_EVENTS_PER_BATCH })
    .prefault(20_000)
    .describe('Most events that one person may report a day'),
  batches: wholeNumber({ least: 100 })
    .prefault(10_000)
    .describe(
      'Most batches of events that one person may send a day; a browser sends one every five seconds at most',
    ),
  pageLoads: wholeNumber({ least: 100 })
    .prefault(3_000)
    .describe(
      'Most page loads among the events that one person may report a day',
    ),
  newNames: wholeNumber({ least: 0 })
    .prefault(40)
    .describe(
      'Names of plugins that one person may add a day, as long as fewer than three people use them; also of pages, and of actions. Further ones count as `other`',
    ),
  knownNames: names('ids', "['techdocs', 'page:techdocs']")
    .prefault([])
    .describe(
      'Ids of plugins and pages, and actions, that never count as `other`',
    ),
});

/** What one person may report a day, and names that are known beforehand. */
export type IngestConfig = z.output<typeof ingestConfig>;
