import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { isGuest, NameShapes, Pseudonymizer } from '../people';
import { BatchQueue } from './BatchQueue';
import { EventEnvelope, parseBatch } from './parseBatch';

/** Takes the batches that browsers send. */
export class EventIngest {
  readonly #shapes = new NameShapes();

  constructor(
    private readonly options: {
      clock: Clock;
      pseudonymize: Pseudonymizer;
      queue: Pick<BatchQueue, 'submit'>;
      /** Called with the pseudonym of a person whose batch could not be stored. */
      noteFailure?(pseudonym: string): void;
    },
  ) {}

  /**
   * @param entityRef - the person, from the credentials and nowhere else
   * @throws ServiceUnavailableError while too much is waiting already
   */
  async take(entityRef: string, sent: EventEnvelope): Promise<BatchOutcome> {
    if (isGuest(entityRef)) {
      return refuseGuest(sent);
    }
    const receivedAt = this.options.clock.now();
    const batch = parseBatch(sent, receivedAt);
    const pseudonym = this.options.pseudonymize(entityRef);
    this.#shapes.note(entityRef);
    const shape = this.#shapes.shapeOf(entityRef);
    try {
      return await this.options.queue.submit({
        ...batch,
        pseudonym,
        shape,
        receivedAt,
      });
    } catch (error) {
      this.options.noteFailure?.(pseudonym);
      throw error;
    }
  }
}

// All guests are the same person; counting that one would be worse than counting
// none.
function refuseGuest({ batchId, events }: EventEnvelope): BatchOutcome {
  const rejected = events.map((_event, index) => ({
    index,
    field: 'credentials',
    message: 'guests are not counted; sign in with your own account',
  }));
  return { batchId, accepted: 0, rejected };
}
