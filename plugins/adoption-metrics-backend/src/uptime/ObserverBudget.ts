import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { insertMissing } from '../database';
import { TooManyRequestsError } from '../http';
import { DAY_MS, SECOND_MS } from '../time';

const TABLE = 'observer_days';

/** The largest average size of a check, in bytes. */
const BYTES_PER_CHECK = 200;

/** Amounts that are limited per day. */
type Amounts = Record<'checks' | 'bytes', number>;

/**
 * Limits what each observer can report per day (UTC), over all replicas, so
 * that a stolen or misused token cannot fill the database.
 */
export class ObserverBudget {
  readonly #limits: Amounts;
  /** The day on which exceeding the limit was last logged, by observer. */
  readonly #logged = new Map<string, number>();

  constructor(
    private readonly handles: {
      knex: Knex;
      clock: Clock;
      logger: LoggerService;
      checksPerDay: number;
    },
  ) {
    const { checksPerDay } = handles;
    this.#limits = {
      checks: checksPerDay,
      bytes: checksPerDay * BYTES_PER_CHECK,
    };
  }

  /**
   * Charges a report to its observer's daily limit.
   *
   * @throws TooManyRequestsError if the limit would be exceeded; nothing is
   * charged in that case
   */
  async spend(observer: string, wanted: Amounts): Promise<void> {
    const { knex, clock } = this.handles;
    const now = clock.now();
    const key = { observer, day: Math.floor(now / DAY_MS) };
    const { checks, bytes } = this.#limits;
    await insertMissing(knex, { table: TABLE, key: ['observer', 'day'] }, [
      { ...key, checks: 0, bytes: 0 },
    ]);
    const taken = await knex(TABLE)
      .where(key)
      .where('checks', '<=', checks - wanted.checks)
      .where('bytes', '<=', bytes - wanted.bytes)
      .increment(wanted);
    if (taken === 0) {
      await this.#refuse(key, wanted, now);
    }
  }

  async #refuse(
    key: { observer: string; day: number },
    wanted: Amounts,
    now: number,
  ): Promise<never> {
    const spent = await this.handles.knex(TABLE).where(key).first();
    const limits = this.#limits;
    const used = spent.checks + wanted.checks > limits.checks;
    const what = used
      ? `${limits.checks} checks`
      : `${limits.bytes} bytes of ids and details`;
    this.#log(key, what);
    const seconds = Math.ceil(((key.day + 1) * DAY_MS - now) / SECOND_MS);
    throw new TooManyRequestsError(
      `Observer '${key.observer}' has reached its limit of ${what} a day; try again after midnight UTC, in ${seconds} s. adoptionMetrics.uptime.checksPerDay sets the limit`,
      seconds,
    );
  }

  #log({ observer, day }: { observer: string; day: number }, what: string) {
    if (this.#logged.get(observer) !== day) {
      this.#logged.set(observer, day);
      this.handles.logger.warn(
        `Observer '${observer}' has reached its limit of ${what} a day; further reports are rejected today`,
      );
    }
  }
}
