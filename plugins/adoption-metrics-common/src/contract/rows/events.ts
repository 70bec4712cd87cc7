import { signedIn } from '../callers';
import { defineRoutes } from '../routes';
import {
  BatchOutcomeSchema,
  EventBatchSchema,
  EventEnvelopeSchema,
} from '../schemas';

/** What browsers report. */
export const eventRoutes = defineRoutes({
  'POST /events': {
    id: 'postEvents',
    tag: 'Collection',
    summary: 'Report what the signed-in person did and how fast pages were',
    description:
      'Each event is judged alone: one that is wrong does not cost its neighbors, and the answer says of the first few what is wrong. Fields that an event does not know are dropped, since browsers keep old bundles. Answers 429 with `Retry-After` to a person who has used up the budget of the day (`adoptionMetrics.ingest`) or sends too much at once; nothing of that batch is stored, and it may be sent again later.',
    caller: signedIn,
    body: EventBatchSchema,
    envelope: EventEnvelopeSchema,
    answer: BatchOutcomeSchema,
    errors: [429],
    example: {
      body: {
        batchId: '5f0c2f1e-8f0b-4a53-9f0e-0d7f7a4c2b11',
        events: [
          {
            type: 'interaction',
            at: '2026-03-02T12:00:00.000Z',
            action: 'navigate',
            pluginId: 'catalog',
          },
        ],
      },
      answer: {
        batchId: '5f0c2f1e-8f0b-4a53-9f0e-0d7f7a4c2b11',
        accepted: 1,
        rejected: 0,
        faults: [],
      },
    },
  },
});
