import { signedIn } from '../callers';
import { defineRoutes } from '../routes';
import {
  BatchOutcomeSchema,
  EventBatchSchema,
  EventEnvelopeSchema,
} from '../schemas';

/** Events from browsers. */
export const eventRoutes = defineRoutes({
  'POST /events': {
    id: 'postEvents',
    tag: 'Collection',
    summary: 'Report usage and page load times of the signed-in user',
    description:
      'Each event is validated separately: an invalid event does not affect others, and the response describes the first few faults. Unknown fields are dropped, because browsers may run older versions of the app. Answers 429 with `Retry-After` to a person who has reached the daily limit (`adoptionMetrics.ingest`) or sends too much at once; nothing of that batch is stored, and it may be sent again later.',
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
