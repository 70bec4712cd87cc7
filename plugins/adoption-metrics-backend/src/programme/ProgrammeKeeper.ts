import { ConflictError, NotFoundError } from '@backstage/errors';
import { isSameProgramme, Programme } from './Programme';
import { Act, ProgrammeStore } from './ProgrammeStore';

/** Replicas that start together disagree at most as often as there are some. */
const MOST_TRIES = 10;

const BY_CONFIGURATION = 'configuration';
const BY_HISTORY = 'history';

/** Sets, changes and ends the programme. */
export class ProgrammeKeeper {
  constructor(
    private readonly options: {
      programmes: ProgrammeStore;
      /** What the configuration sets, and nobody else can. */
      configured: Programme | undefined;
    },
  ) {}

  /**
   * Makes the programme that of the configuration: notes a change of it, and
   * ends one that was taken out of it. Safe on replicas that start together.
   */
  async adoptConfigured(at: number): Promise<void> {
    const { programmes, configured } = this.options;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const current = await programmes.current();
      const isRight = configured
        ? current?.source === 'configuration' &&
          isSameProgramme(current, configured)
        : current?.source !== 'configuration';
      const act = { at, by: BY_CONFIGURATION };
      if (isRight || (await programmes.replace(current?.id, configured, act))) {
        return;
      }
    }
  }

  /**
   * Takes the programme of a told history, unless there is one that somebody
   * has really set.
   */
  async adoptTold(programme: Programme, at: number): Promise<void> {
    const { programmes, configured } = this.options;
    if (!configured && !(await programmes.current())) {
      await programmes.replace(undefined, programme, { at, by: BY_HISTORY });
    }
  }

  /**
   * Sets the programme, or changes the one there is. Setting the same again
   * changes nothing.
   *
   * @throws ConflictError if the configuration sets it, or somebody else did
   *   at the same time
   */
  async set(programme: Programme, act: Act): Promise<void> {
    const current = await this.#changeable();
    if (current && isSameProgramme(current, programme)) {
      return;
    }
    await this.#replace(current?.id, programme, act);
  }

  /** @throws NotFoundError without a programme; ConflictError as for `set` */
  async end(act: Act): Promise<void> {
    const current = await this.#changeable();
    if (!current) {
      throw new NotFoundError('There is no programme to end');
    }
    await this.#replace(current.id, undefined, act);
  }

  async #changeable() {
    if (this.options.configured) {
      throw new ConflictError(
        'The programme is set by adoptionMetrics.deadline in the configuration; change it there',
      );
    }
    return this.options.programmes.current();
  }

  async #replace(
    expected: number | undefined,
    programme: Programme | undefined,
    act: Act,
  ): Promise<void> {
    const { programmes } = this.options;
    if (!(await programmes.replace(expected, programme, act))) {
      throw new ConflictError(
        'The programme was changed by somebody else at the same time; look at it and try again',
      );
    }
  }
}
