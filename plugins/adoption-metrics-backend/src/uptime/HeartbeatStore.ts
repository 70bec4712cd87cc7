import { Knex } from 'knex';
import { StatementRunner, toOptionalNumber } from '../database';
import { Interval, SECOND_MS } from '../time';
import {
  CloseReason,
  HeartbeatInterval,
  HeartbeatState,
  PERIODS_UNTIL_LAPSE,
} from './heartbeat';

const TABLE = 'heartbeats';

/**
 * How long to wait for the database, in ms. Without a timeout, a dead
 * connection would stop heartbeats forever.
 */
export const ANSWER_TIMEOUT = 5 * SECOND_MS;

interface HeartbeatRow {
  instance_id: string;
  seq: number;
  state: HeartbeatState;
  started_at: number | string;
  last_beat_at: number | string;
  period_ms: number | string;
  closed_at: number | string | null;
  close_reason: string | null;
}

/** Stores heartbeat intervals of all backend processes. */
export class HeartbeatStore {
  /**
   * @param beats - runs statements for heartbeats. Defaults to the pool
   */
  constructor(
    private readonly knex: Knex,
    private readonly beats: StatementRunner = {
      run: async statement => statement(knex),
    },
  ) {}

  /**
   * @throws unless the database responds in time
   */
  async ping(): Promise<void> {
    await this.beats.run(knex => knex.raw('select 1').timeout(ANSWER_TIMEOUT));
  }

  /**
   * Stores or extends an interval. A closed or longer interval stays unchanged.
   */
  async save(interval: HeartbeatInterval): Promise<void> {
    // A statement that timed out may still be executed later, after newer ones.
    await this.beats.run(knex =>
      knex(TABLE)
        .insert(rowOf(interval))
        .onConflict(['instance_id', 'seq'])
        .merge()
        .whereNull(`${TABLE}.closed_at`)
        .whereRaw('?? <= ??', [
          `${TABLE}.last_beat_at`,
          'excluded.last_beat_at',
        ])
        .timeout(ANSWER_TIMEOUT),
    );
  }

  /** All intervals of one process, by start. */
  async ofInstance(instanceId: string): Promise<HeartbeatInterval[]> {
    const rows = await this.beats.run(knex =>
      knex<HeartbeatRow>(TABLE)
        .where('instance_id', instanceId)
        .orderBy('started_at')
        .timeout(ANSWER_TIMEOUT),
    );
    return rows.map(intervalOf);
  }

  /**
   * Intervals that may overlap a window, and the last one that ended before it,
   * which explains an outage at its start.
   */
  async during(window: Interval): Promise<HeartbeatInterval[]> {
    const [overlapping, before] = await Promise.all([
      this.#overlapping(window),
      this.#lastEndedBefore(window.from),
    ]);
    return [...before, ...overlapping].map(intervalOf);
  }

  /** The number of intervals in or close to a window. */
  async countDuring({ from, to }: Interval): Promise<number> {
    const row = await this.knex(TABLE)
      .where('started_at', '<', to)
      .where(endOfDoubt(this.knex), '>=', from)
      .count('* as n')
      .first();
    return Number(row?.n);
  }

  /** The first heartbeat, in ms UTC; undefined if there is none. */
  async firstBeatAt(): Promise<number | undefined> {
    const row = await this.knex(TABLE)
      .where('state', 'up')
      .min('started_at as at')
      .first();
    return toOptionalNumber(row?.at);
  }

  /**
   * The newest heartbeat of any process, in ms UTC; undefined if there is none.
   */
  async newestBeatAt(): Promise<number | undefined> {
    const row = await this.beats.run(knex =>
      knex(TABLE)
        .where('state', 'up')
        .max('last_beat_at as at')
        .first()
        .timeout(ANSWER_TIMEOUT),
    );
    return toOptionalNumber(row?.at);
  }

  #overlapping({ from, to }: Interval): Promise<HeartbeatRow[]> {
    return this.knex<HeartbeatRow>(TABLE)
      .where('started_at', '<', to)
      .where(endOfDoubt(this.knex), '>=', from)
      .orderBy('started_at');
  }

  #lastEndedBefore(instant: number): Promise<HeartbeatRow[]> {
    return this.knex<HeartbeatRow>(TABLE)
      .where(endOfDoubt(this.knex), '<', instant)
      .orderBy('last_beat_at', 'desc')
      .orderByRaw('case when closed_at is null then 0 else 1 end')
      .limit(1);
  }
}

// Until when the process may have been up, according to its heartbeats.
function endOfDoubt(knex: Knex): Knex.Raw {
  return knex.raw('last_beat_at + ? * period_ms', [PERIODS_UNTIL_LAPSE]);
}

function rowOf(interval: HeartbeatInterval): HeartbeatRow {
  return {
    instance_id: interval.instanceId,
    seq: interval.seq,
    state: interval.state,
    started_at: interval.startedAt,
    last_beat_at: interval.lastBeatAt,
    period_ms: interval.period,
    closed_at: interval.closed?.at ?? null,
    close_reason: interval.closed?.reason ?? null,
  };
}

function intervalOf(row: HeartbeatRow): HeartbeatInterval {
  const closedAt = toOptionalNumber(row.closed_at);
  return {
    instanceId: row.instance_id,
    seq: row.seq,
    state: row.state,
    startedAt: Number(row.started_at),
    lastBeatAt: Number(row.last_beat_at),
    period: Number(row.period_ms),
    ...(closedAt !== undefined && {
      closed: { at: closedAt, reason: row.close_reason as CloseReason },
    }),
  };
}
