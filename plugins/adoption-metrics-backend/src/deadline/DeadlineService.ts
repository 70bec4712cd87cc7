import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Deadline,
  hasSameRecipients,
  isSameDeadline,
  StoredDeadline,
} from './Deadline';
import { Act } from './deadlineLog';
import { DeadlineStore } from './DeadlineStore';

/** Replicas that start together disagree at most as often as there are some. */
const MOST_TRIES = 10;

const BY_CONFIGURATION = 'configuration';
const BY_HISTORY = 'history';

/** Sets, changes, and removes the deadline. */
export class DeadlineService {
  constructor(
    private readonly options: {
      deadlines: DeadlineStore;
      /** The deadline of the configuration, which nobody else can change. */
      configured: Deadline | undefined;
    },
  ) {}

  /**
   * Makes the deadline that of the configuration: records a change of it, and
   * ends one that was removed from it. Safe on replicas that start together.
   */
  async adoptConfigured(at: number): Promise<void> {
    const { deadlines, configured } = this.options;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const current = await deadlines.current();
      const isRight = configured
        ? current?.source === 'configuration' &&
          isSameDeadline(current, configured)
        : current?.source !== 'configuration';
      const act = { at, by: BY_CONFIGURATION };
      if (isRight || (await deadlines.replace(current?.id, configured, act))) {
        return;
      }
    }
  }

  /**
   * Adopts the deadline of an imported history, unless somebody set one.
   */
  async adoptImported(deadline: Deadline, at: number): Promise<void> {
    const { deadlines, configured } = this.options;
    if (!configured && !(await deadlines.current())) {
      await deadlines.replace(undefined, deadline, { at, by: BY_HISTORY });
    }
  }

  /**
   * Sets the deadline, or changes the one there is. Setting the same again
   * changes nothing, and other recipients leave its weeks as they are.
   *
   * @throws ConflictError if the configuration sets it, or somebody else did
   *   at the same time
   */
  async set(deadline: Deadline, act: Act): Promise<void> {
    const current = await this.changeable();
    if (!current || !isSameDeadline(current, deadline)) {
      await this.#replace(current?.id, deadline, act);
    } else if (!hasSameRecipients(current, deadline)) {
      const { recipients = [] } = deadline;
      const { deadlines } = this.options;
      assertFirst(await deadlines.setRecipients(current.id, recipients, act));
    }
  }

  /** @throws NotFoundError without a deadline; ConflictError as for `set` */
  async end(act: Act): Promise<void> {
    const current = await this.changeable();
    if (!current) {
      throw new NotFoundError('There is no deadline to remove');
    }
    await this.#replace(current.id, undefined, act);
  }

  /**
   * The deadline that may be changed; undefined if there is none yet.
   *
   * @throws ConflictError if the configuration sets it
   */
  async changeable(): Promise<StoredDeadline | undefined> {
    if (this.options.configured) {
      throw new ConflictError(
        'The deadline is set by adoptionMetrics.deadline in the configuration; change it there',
      );
    }
    return this.options.deadlines.current();
  }

  async #replace(
    expected: number | undefined,
    deadline: Deadline | undefined,
    act: Act,
  ): Promise<void> {
    const { deadlines } = this.options;
    assertFirst(await deadlines.replace(expected, deadline, act));
  }
}

/** @throws ConflictError if another person or replica was faster */
function assertFirst(isFirst: boolean): void {
  if (!isFirst) {
    throw new ConflictError(
      'Someone else changed the deadline at the same time; reload it and try again',
    );
  }
}
