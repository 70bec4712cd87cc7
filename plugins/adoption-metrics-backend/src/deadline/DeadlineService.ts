import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Deadline,
  hasSameRecipients,
  isSameDeadline,
  StoredDeadline,
} from './Deadline';
import { Act } from './deadlineLog';
import { DeadlineStore } from './DeadlineStore';

/** Retries if replicas that start at the same time conflict. */
const MOST_TRIES = 10;

const BY_CONFIGURATION = 'configuration';
const BY_HISTORY = 'history';

/** Sets, changes, and removes the deadline. */
export class DeadlineService {
  constructor(
    private readonly options: {
      deadlines: DeadlineStore;
      /** The configured deadline, which the API cannot change. */
      configured: Deadline | undefined;
    },
  ) {}

  /**
   * Adopts the configured deadline: records changes, and ends one that was
   * removed. Safe on replicas that start at the same time.
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
   * Adopts the deadline of an imported history, unless there already is one.
   */
  async adoptImported(deadline: Deadline, at: number): Promise<void> {
    const { deadlines, configured } = this.options;
    if (!configured && !(await deadlines.current())) {
      await deadlines.replace(undefined, deadline, { at, by: BY_HISTORY });
    }
  }

  /**
   * Sets or changes the deadline. Setting the same one changes nothing, and
   * changed recipients do not affect its weeks.
   *
   * @throws ConflictError if it is configured, or was changed at the same time
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

  /**
   * @throws NotFoundError without a deadline; ConflictError as for `set`
   */
  async end(act: Act): Promise<void> {
    const current = await this.changeable();
    if (!current) {
      throw new NotFoundError('There is no deadline to remove');
    }
    await this.#replace(current.id, undefined, act);
  }

  /**
   * The deadline that can be changed; undefined if there is none.
   *
   * @throws ConflictError if it is configured
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

/**
 * @throws ConflictError if somebody else was faster
 */
function assertFirst(isFirst: boolean): void {
  if (!isFirst) {
    throw new ConflictError(
      'Someone else changed the deadline at the same time; reload it and try again',
    );
  }
}
