import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { isGuest, Pseudonymizer } from '../people';
import { BatchQueue } from './BatchQueue';
import { parseBatch } from './parseBatch';

/** Takes what a person's browser reports. */
export class EventIngest {
  constructor(
    private readonly options: {
      clock: Clock;
      pseudonymize: Pseudonymizer;
      queue: Pick<BatchQueue, 'submit'>;
    },
  ) {}

  /**
   * @param entityRef - the person, from the credentials and nowhere else
   * @throws InputError if the body is not a batch
   */
  async take(entityRef: string, body: unknown): Promise<BatchOutcome> {
    const receivedAt = this.options.clock.now();
    const batch = parseBatch(body, receivedAt);
    if (isGuest(entityRef)) {
      return refuseGuest(batch.batchId, body);
    }
    const pseudonym = this.options.pseudonymize(entityRef);
    return this.options.queue.submit({ ...batch, pseudonym, receivedAt });
  }
}

// Everybody who is a guest is the same person; counting that one would be worse
// than counting none.
function refuseGuest(batchId: string, body: unknown): BatchOutcome {
  const { events } = body as { events: unknown[] };
  const rejected = events.map((_event, index) => ({
    index,
    field: 'credentials',
    message: 'guests are not counted; sign in as a person',
  }));
  return { batchId, accepted: 0, rejected };
}
