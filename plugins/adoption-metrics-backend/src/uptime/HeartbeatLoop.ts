import {
  LoggerService,
  RootHealthService,
} from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { describeDatabaseError } from '../database';
import { HeartbeatRecorder } from './HeartbeatRecorder';
import { HeartbeatStore } from './HeartbeatStore';
import { SECOND_MS } from '../time';
import { isReady } from './readiness';

/** How soon to check again while the backend is not up, in ms. */
const CHECK_AGAIN_AFTER = SECOND_MS;

type Observation =
  | { state: 'up' }
  | { state: 'not-ready' }
  | { state: 'database-unreachable'; error: unknown };

/**
 * Records heartbeats of this process while the backend is ready and the database
 * responds. Otherwise it checks again every second, so that the end of an outage
 * shows promptly. An outage of the database is recorded once it is back.
 */
export class HeartbeatLoop {
  readonly #stopped = new AbortController();
  #state: Observation['state'] = 'not-ready';
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: {
      recorder: HeartbeatRecorder;
      store: Pick<HeartbeatStore, 'ping'>;
      health: Pick<RootHealthService, 'getReadiness'>;
      clock: Clock;
      logger: LoggerService;
      /** Time between two heartbeats, in ms; the same as the recorder's. */
      period: number;
    },
  ) {}

  /** Starts the heartbeat; returns at once. To be called once. */
  start(): void {
    this.#schedule(0);
  }

  /**
   * Stops the heartbeat and closes this process's interval. Called in the
   * shutdown hook, while the database is still open. Never throws; an interval
   * that stays open counts as a crash, which is logged.
   */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    const { recorder, clock, logger } = this.options;
    try {
      await recorder.close(clock.now(), 'shutdown');
    } catch (error) {
      logger.warn(
        `This shutdown will appear as a crash because its time could not be stored: ${describeDatabaseError(
          error,
        )}`,
      );
    }
  }

  #schedule(delay: number): void {
    this.#timer = setTimeout(() => this.#checkAndReschedule(), delay);
    this.#timer.unref();
  }

  async #checkAndReschedule(): Promise<void> {
    const observation = await this.#check();
    if (this.#stopped.signal.aborted) {
      return;
    }
    this.#reportChange(observation);
    const { period } = this.options;
    const isUp = observation.state === 'up';
    this.#schedule(isUp ? period : Math.min(period, CHECK_AGAIN_AFTER));
  }

  // During shutdown, the recorder ignores heartbeats.
  async #check(): Promise<Observation> {
    const { store, recorder, clock, health } = this.options;
    if (!(await isReady(health))) {
      return { state: 'not-ready' };
    }
    const lookedAt = clock.now();
    try {
      await store.ping();
      await recorder.beat(clock.now());
      return { state: 'up' };
    } catch (error) {
      recorder.missDatabase(lookedAt);
      return { state: 'database-unreachable', error };
    }
  }

  #reportChange(observation: Observation): void {
    if (observation.state === this.#state) {
      return;
    }
    this.#state = observation.state;
    const { logger } = this.options;
    switch (observation.state) {
      case 'up':
        logger.info('Recording heartbeats');
        break;
      case 'not-ready':
        logger.info('Heartbeats paused: the backend is not ready');
        break;
      default:
        logger.warn(
          `Heartbeats paused: the database does not respond: ${describeDatabaseError(
            observation.error,
          )}`,
        );
    }
  }
}
