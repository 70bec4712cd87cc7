import {
  CloseReason,
  HeartbeatInterval,
  HeartbeatState,
  PERIODS_UNTIL_LAPSE,
  reaches,
} from './heartbeat';
import { HeartbeatStore } from './HeartbeatStore';

/**
 * How many database outages are held until the database is back. Only a process
 * that repeatedly stops responding has more than one; those that are dropped
 * count as down all the same, as gaps between heartbeats.
 */
const MOST_UNRECORDED = 1_000;

/** A time without a database, in ms UTC, both ends included. */
type Unrecorded = Pick<HeartbeatInterval, 'startedAt' | 'lastBeatAt'>;

/**
 * Turns the heartbeats of one process into intervals. A heartbeat more than two
 * periods after the last starts a new interval: a machine that slept was not up.
 * Where the clock goes back to an instant that was already recorded, a heartbeat
 * adds nothing; intervals of one process never overlap or shrink.
 */
export class HeartbeatRecorder {
  #intervals: HeartbeatInterval[] = [];
  #unrecorded: Unrecorded[] = [];
  #loaded = false;
  #lastTurn: Promise<void> = Promise.resolve();
  #closing = false;

  constructor(
    private readonly options: {
      store: Pick<HeartbeatStore, 'save' | 'ofInstance'>;
      /** Names this run of this process; at most 64 characters. */
      instanceId: string;
      /** The longest time between two heartbeats while all is well, in ms. */
      period: number;
    },
  ) {}

  /**
   * Records that the process is up at an instant (ms UTC). Does nothing once
   * the process is closing.
   *
   * @throws whatever the store throws; the heartbeat is lost then
   */
  beat(at: number): Promise<void> {
    return this.#closing
      ? Promise.resolve()
      : this.#inTurn(() => this.#record(at));
  }

  /**
   * Remembers that the database did not answer at an instant (ms UTC). It is
   * recorded with the next heartbeat that can be stored. A single failure between
   * two answers is not recorded: it may be the process as well as the database.
   */
  missDatabase(at: number): void {
    const last = this.#unrecorded.at(-1);
    if (last && at < last.lastBeatAt) {
      return;
    }
    if (last && this.#lastsUntil(last, at)) {
      last.lastBeatAt = at;
    } else {
      this.#unrecorded = [
        ...this.#unrecorded.slice(1 - MOST_UNRECORDED),
        { startedAt: at, lastBeatAt: at },
      ];
    }
  }

  /**
   * Records that the process shuts down cleanly at an instant (ms UTC). Time in
   * which it had already lapsed stays down.
   *
   * @throws whatever the store throws; closing may be tried again
   */
  close(at: number, reason: CloseReason): Promise<void> {
    this.#closing = true;
    return this.#inTurn(() => this.#close(at, reason));
  }

  // A slow heartbeat must not overwrite a later one, let alone the close.
  #inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.#lastTurn.then(task);
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  async #record(at: number): Promise<void> {
    await this.#load();
    if (this.#isClosed()) {
      return;
    }
    await this.#recordOutages(at);
    await this.#joinAfterClockSteps(at);
    const current = this.#upTimes().findLast(startedBy(at));
    if (!current || !reaches(current, at)) {
      const start = { startedAt: at, lastBeatAt: at };
      await this.#save({ ...this.#next('up'), ...start });
    } else if (at > current.lastBeatAt) {
      await this.#save({ ...current, lastBeatAt: at });
    }
    // Not before: a database may answer questions and refuse what is written.
    this.#unrecorded = this.#unrecorded.filter(isProven);
  }

  async #close(at: number, reason: CloseReason): Promise<void> {
    await this.#load();
    const current = this.#upTimes().findLast(startedBy(at));
    if (!current || this.#isClosed()) {
      return;
    }
    await this.#recordOutages(at);
    const stoppedAt = Math.max(at, current.lastBeatAt);
    const lastBeatAt = reaches(current, at) ? stoppedAt : current.lastBeatAt;
    const closed = { at: stoppedAt, reason };
    await this.#save({ ...current, lastBeatAt, closed });
    await this.#closeBeside(current, at, reason);
  }

  // Where the clock went back there is another interval, which would still
  // expect a heartbeat.
  async #closeBeside(
    closed: HeartbeatInterval,
    at: number,
    reason: CloseReason,
  ): Promise<void> {
    const others = this.#upTimes().filter(({ seq }) => seq !== closed.seq);
    for (const other of others.filter(each => reaches(each, at))) {
      await this.#save({ ...other, closed: { at: other.lastBeatAt, reason } });
    }
  }

  // The database responds again, so its outage ends at this instant.
  async #recordOutages(at: number): Promise<void> {
    const last = this.#unrecorded.at(-1);
    if (last && isProven(last)) {
      const end = this.#lastsUntil(last, at) ? at : last.lastBeatAt;
      last.lastBeatAt = Math.max(last.lastBeatAt, end);
    }
    for (const away of this.#unrecorded.filter(isProven)) {
      await this.#save({ ...this.#next('database'), ...away });
      this.#unrecorded = this.#unrecorded.filter(each => each !== away);
    }
  }

  #lastsUntil({ lastBeatAt }: Unrecorded, at: number): boolean {
    return at - lastBeatAt <= PERIODS_UNTIL_LAPSE * this.options.period;
  }

  // A clock that jumped ahead and back left an interval in the future. In the
  // end heartbeats get there, with less than a lapse between the two.
  async #joinAfterClockSteps(at: number): Promise<void> {
    const upTimes = this.#upTimes();
    const index = upTimes.findLastIndex(startedBy(at));
    const [previous, current] = [index - 1, index].map(i => upTimes[i]);
    const apart = previous && previous.lastBeatAt < current.startedAt;
    if (apart && reaches(previous, current.startedAt)) {
      await this.#save({ ...previous, lastBeatAt: current.startedAt });
    }
  }

  // History is imported in several batches, each by a new recorder.
  async #load(): Promise<void> {
    if (!this.#loaded) {
      this.#intervals = await this.options.store.ofInstance(
        this.options.instanceId,
      );
      this.#loaded = true;
    }
  }

  #isClosed(): boolean {
    return this.#intervals.some(({ closed }) => closed);
  }

  #upTimes(): HeartbeatInterval[] {
    return this.#intervals.filter(({ state }) => state === 'up');
  }

  #next(state: HeartbeatState) {
    const numbers = this.#intervals.map(({ seq }) => seq);
    return {
      instanceId: this.options.instanceId,
      seq: Math.max(-1, ...numbers) + 1,
      state,
      period: this.options.period,
    };
  }

  // Memory follows the database: a heartbeat that could not be stored proves
  // nothing about the time until the next one.
  async #save(interval: HeartbeatInterval): Promise<void> {
    await this.options.store.save(interval);
    const others = this.#intervals.filter(({ seq }) => seq !== interval.seq);
    this.#intervals = [...others, interval].sort(
      (a, b) => a.startedAt - b.startedAt,
    );
  }
}

// It failed twice, and did not answer in between.
function isProven({ startedAt, lastBeatAt }: Unrecorded): boolean {
  return startedAt < lastBeatAt;
}

function startedBy(instant: number) {
  return ({ startedAt }: HeartbeatInterval) => startedAt <= instant;
}
