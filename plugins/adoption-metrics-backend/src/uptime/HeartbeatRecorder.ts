import {
  CloseReason,
  HeartbeatInterval,
  HeartbeatState,
  PERIODS_UNTIL_LAPSE,
  reaches,
} from './heartbeat';
import { HeartbeatStore } from './HeartbeatStore';

/**
 * How many database outages are remembered until the database is back. Only a
 * process that repeatedly hangs has more than one. Outages beyond that still
 * count as down, as gaps between heartbeats.
 */
const MOST_UNRECORDED = 1_000;

/** A database outage, in ms UTC, both ends inclusive. */
type Unrecorded = Pick<HeartbeatInterval, 'startedAt' | 'lastBeatAt'>;

/**
 * Turns heartbeats of one process into intervals. A heartbeat more than two
 * periods after the last one starts a new interval, for example after the
 * machine slept. If the clock goes back, heartbeats in recorded time are
 * ignored, so that intervals of a process never overlap or shrink.
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
      /** Identifies this run of the process; at most 64 characters. */
      instanceId: string;
      /** The expected time between heartbeats, in ms. */
      period: number;
    },
  ) {}

  /**
   * Records a heartbeat, in ms UTC. Does nothing while closing.
   *
   * @throws errors of the store; the heartbeat is lost in that case
   */
  beat(at: number): Promise<void> {
    return this.#closing
      ? Promise.resolve()
      : this.#inTurn(() => this.#record(at));
  }

  /**
   * Notes that the database did not respond, in ms UTC. Stored with the next
   * heartbeat that succeeds. A single failure is ignored, because it may be
   * caused by the process.
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
   * Records a clean shutdown, in ms UTC. A gap before it still counts as down.
   *
   * @throws errors of the store; closing can be retried
   */
  close(at: number, reason: CloseReason): Promise<void> {
    this.#closing = true;
    return this.#inTurn(() => this.#close(at, reason));
  }

  // Heartbeats are stored in order, so that a slow one does not overwrite a
  // later one or the shutdown.
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
    // Only removed once stored: a database may answer queries but reject
    // writes.
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

  // After the clock went back, there is a second interval that would expect
  // heartbeats.
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

  // The database responds again, so the outage is over.
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

  // A clock that jumped ahead and back left an interval in the future. Join it
  // once heartbeats reach it.
  async #joinAfterClockSteps(at: number): Promise<void> {
    const upTimes = this.#upTimes();
    const index = upTimes.findLastIndex(startedBy(at));
    const [previous, current] = [index - 1, index].map(i => upTimes[i]);
    const apart = previous && previous.lastBeatAt < current.startedAt;
    if (apart && reaches(previous, current.startedAt)) {
      await this.#save({ ...previous, lastBeatAt: current.startedAt });
    }
  }

  // History is imported in several batches, each with a new recorder.
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

  // Keeps memory in sync with the database: a heartbeat that was not stored
  // proves nothing.
  async #save(interval: HeartbeatInterval): Promise<void> {
    await this.options.store.save(interval);
    const others = this.#intervals.filter(({ seq }) => seq !== interval.seq);
    this.#intervals = [...others, interval].sort(
      (a, b) => a.startedAt - b.startedAt,
    );
  }
}

// The database failed at least twice without a response in between.
function isProven({ startedAt, lastBeatAt }: Unrecorded): boolean {
  return startedAt < lastBeatAt;
}

function startedBy(instant: number) {
  return ({ startedAt }: HeartbeatInterval) => startedAt <= instant;
}
