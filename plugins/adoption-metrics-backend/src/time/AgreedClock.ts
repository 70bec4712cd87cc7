import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { areClose, ComparedTime, compareWithDatabase } from './compareClocks';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './units';

/**
 * Without a database clock, a clock that was changed is trusted again after
 * this time, in ms: somebody has corrected it.
 */
const BELIEVED_AFTER_MS = 10 * MINUTE_MS;

/** At startup, a longer gap since the last stored time is suspicious, in ms. */
const LONGEST_GAP_MS = HOUR_MS;

/** An earlier time means that the clock has not been set yet, in ms UTC. */
const EARLIEST = Date.UTC(2026, 0, 1);

/** If the database takes longer to respond, its time is outdated, in ms. */
const LONGEST_ANSWER_MS = 2 * SECOND_MS;

/** What the clock of the process is compared with. */
export interface ClockWitnesses {
  /**
   * Advances steadily even if the clock is changed or the machine sleeps; in
   * ms.
   */
  steady(): number;
  /** The database's clock, in ms UTC; undefined if it has none of its own. */
  database?(): Promise<number>;
  /** The newest stored time at startup, in ms UTC. */
  stored?: number;
}

/**
 * The time that process and database agree on. If they differ, the more
 * plausible clock is used, and days are only closed once both agree that they
 * are over.
 *
 * If there is only one clock, as with SQLite, it is compared with the elapsed
 * time, and at startup with the last stored time.
 */
export class AgreedClock implements Clock {
  /** Offset from the steady clock; undefined until a time was trusted. */
  #setting: number | undefined;
  /** A different offset that is not trusted yet, and when it was first seen. */
  #doubted: { setting: number; since: number } | undefined;
  #quick = { at: -Infinity, since: 0 };
  #last: ComparedTime;
  #comparing: Promise<ComparedTime> | undefined;
  #resolveSet = () => {};
  /** Resolves once the clock shows a plausible time, not 1970. */
  readonly whenSet = new Promise<void>(resolve => {
    this.#resolveSet = resolve;
  });

  /**
   * @param witnesses - without any, the clock is always trusted
   */
  constructor(
    private readonly own: Clock,
    private readonly witnesses?: ClockWitnesses,
  ) {
    const at = own.now();
    this.#last = { own: at, at, passed: at };
    if (!witnesses) {
      this.#resolveSet();
    }
  }

  now(): number {
    const own = this.own.now();
    // Reading the steady clock takes microseconds, which is too slow for every
    // event.
    const quick = this.#quick.at + performance.now() - this.#quick.since;
    if (this.#setting === undefined || areClose(own, quick)) {
      return own;
    }
    const expected = this.#setting + this.witnesses!.steady();
    return areClose(own, expected) ? own : Math.round(expected);
  }

  /** The result of the last comparison. */
  get last(): ComparedTime {
    return this.#last;
  }

  /** Whether the clock shows a plausible time. */
  get isSet(): boolean {
    return !this.witnesses || this.#last.at >= EARLIEST;
  }

  /** Whether `now` can be relied on. */
  get isCertain(): boolean {
    return this.#last.off !== 'unknown';
  }

  /**
   * Compares the clocks.
   *
   * @throws whatever the database throws
   */
  compare(): Promise<ComparedTime> {
    this.#comparing ??= this.#compare().finally(() => {
      this.#comparing = undefined;
    });
    return this.#comparing;
  }

  async #compare(): Promise<ComparedTime> {
    if (!this.witnesses) {
      const own = this.own.now();
      this.#last = { own, at: own, passed: own };
      return this.#last;
    }
    const { steady, database } = this.witnesses;
    const begin = steady();
    const answered = await database?.();
    const end = steady();
    const isSlow = end - begin > LONGEST_ANSWER_MS;
    const own = this.own.now();
    if (database && isSlow && this.#setting !== undefined) {
      // The response is outdated; keep using what was known before.
      return this.#alone(own, end);
    }
    const result =
      answered === undefined
        ? this.#alone(own, end)
        : compareWithDatabase({
            own,
            database: answered + (end - begin) / 2,
            expected: this.#expected(end),
          });
    return this.#note(result, end);
  }

  #expected(steady: number): number | undefined {
    return this.#setting === undefined ? undefined : this.#setting + steady;
  }

  #alone(own: number, steady: number): ComparedTime {
    const expected = this.#expected(steady);
    if (this.#isBelieved({ own, steady, expected })) {
      this.#doubted = undefined;
      return { own, at: own, passed: own };
    }
    if (expected !== undefined) {
      const passed = Math.min(own, expected);
      return { own, at: expected, passed, off: 'process' };
    }
    const passed = Math.min(own, this.witnesses?.stored ?? own);
    return { own, at: own, passed, off: 'unknown' };
  }

  #isBelieved(given: {
    own: number;
    steady: number;
    expected: number | undefined;
  }): boolean {
    const { own, steady, expected } = given;
    if (own < EARLIEST) {
      return false;
    }
    return (
      (expected === undefined
        ? followsFrom(this.witnesses!.stored, own)
        : areClose(own, expected)) || this.#hasGoneOn(own - steady, steady)
    );
  }

  #hasGoneOn(setting: number, steady: number): boolean {
    if (!this.#doubted || !areClose(this.#doubted.setting, setting)) {
      this.#doubted = { setting, since: steady };
    }
    return steady - this.#doubted.since >= BELIEVED_AFTER_MS;
  }

  #note(result: ComparedTime, steady: number): ComparedTime {
    if (result.off !== 'unknown') {
      this.#setting = result.at - steady;
      this.#quick = { at: result.at, since: performance.now() };
    }
    if (result.at >= EARLIEST) {
      this.#resolveSet();
    }
    this.#last = result;
    return result;
  }
}

function followsFrom(stored: number | undefined, own: number): boolean {
  return (
    stored === undefined ||
    areClose(own, stored) ||
    (own > stored && own - stored <= LONGEST_GAP_MS)
  );
}
