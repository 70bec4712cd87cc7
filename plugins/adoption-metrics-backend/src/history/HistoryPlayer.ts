import { BatchOutcome } from 'backstage-plugin-adoption-metrics-common';
import {
  HistoryEvent,
  HistorySource,
} from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { SubmittedBatch, EventIngest } from '../activity';
import { CatalogScanner, EntityListReader } from '../catalog';
import { AttributeConfig, DeveloperCollector } from '../people';
import { ImportedPortalDay } from '../decision';
import { importedOrganization } from './importedOrganization';
import { ReportingZone, SettableClock } from '../time';
import {
  HeartbeatStore,
  HeartbeatRecorder,
  PERIODS_UNTIL_LAPSE,
} from '../uptime';

type EventOf<T extends HistoryEvent['type']> = Extract<
  HistoryEvent,
  { type: T }
>;

/** The code that processes live data, on a settable clock. */
export interface HistoryStage {
  clock: SettableClock;
  zone: ReportingZone;
  knex: Knex;
  kinds: string[];
  attributes: AttributeConfig[];
  developers: DeveloperCollector;
  scanner: CatalogScanner;
  createIngest(
    submit: (batch: SubmittedBatch) => Promise<BatchOutcome>,
  ): EventIngest;
  commit(batches: SubmittedBatch[]): Promise<BatchOutcome[]>;
  /** Sets a deadline that starts at the current time of the clock. */
  setDeadline(given: { goal: number; length: string }): Promise<void>;
  /** Writes about the day or incident at the current time of the clock. */
  annotate(given: { text: string; by: string }): Promise<void>;
  noteIncident(given: { text: string; by: string }): Promise<void>;
  /** Records who used another portal on the day of the clock. */
  recordPortal(given: ImportedPortalDay): Promise<void>;
}

/**
 * Replays one day of an imported history. Batches and heartbeats of a day each
 * share a transaction.
 */
export class HistoryPlayer {
  readonly #batches: SubmittedBatch[] = [];
  readonly #beats: Array<EventOf<'heartbeat'>> = [];
  readonly #lastBeats = new Map<string, number>();
  readonly #ingest: EventIngest;

  constructor(
    private readonly source: HistorySource,
    private readonly stage: HistoryStage,
    /** Distinguishes imported processes of this run from earlier ones. */
    private readonly runId: string,
  ) {
    this.#ingest = stage.createIngest(async batch => {
      this.#batches.push(batch);
      const { batchId, rejected, faults } = batch;
      return { batchId, accepted: 0, rejected, faults };
    });
  }

  async play(event: HistoryEvent, signal: AbortSignal): Promise<void> {
    const { attributes, clock, zone, developers, scanner, kinds } = this.stage;
    clock.set(event.at);
    switch (event.type) {
      case 'activity':
        await this.#ingest.take(event.entityRef, event.batch);
        break;
      case 'heartbeat':
        this.#take(event);
        break;
      case 'developers':
        await developers.collect(
          importedOrganization(event, attributes),
          zone.dayOf(event.at),
        );
        break;
      case 'deadline':
        await this.stage.setDeadline(event);
        break;
      case 'annotation':
        await this.stage.annotate(event);
        break;
      case 'incident-note':
        await this.stage.noteIncident(event);
        break;
      case 'portal-activity':
        await this.stage.recordPortal(event);
        break;
      default:
        await scanner.scan({
          reader: new EntityListReader(event.entities, kinds),
          signal,
        });
    }
  }

  /** Stores pending data. */
  async flush(): Promise<void> {
    const batches = this.#batches.splice(0);
    if (batches.length > 0) {
      await this.stage.commit(batches);
    }
    const beats = this.#beats.splice(0);
    await this.stage.knex.transaction(tx => this.#record(beats, tx));
  }

  /**
   * Closes imported processes that are still running, so that they do not count
   * as live. Processes that stopped responding have crashed, and are not
   * closed.
   */
  async end(at: number): Promise<void> {
    const silent = at - PERIODS_UNTIL_LAPSE * this.source.heartbeatPeriod;
    for (const [instanceId, lastBeatAt] of this.#lastBeats) {
      if (lastBeatAt >= silent) {
        const closed = 'shutdown';
        this.#beats.push({ type: 'heartbeat', at, instanceId, closed });
      }
    }
    await this.flush();
  }

  #take(event: EventOf<'heartbeat'>): void {
    this.#beats.push(event);
    if (event.closed) {
      this.#lastBeats.delete(event.instanceId);
    } else {
      this.#lastBeats.set(event.instanceId, event.at);
    }
  }

  async #record(beats: Array<EventOf<'heartbeat'>>, tx: Knex): Promise<void> {
    const recorders = new Map<string, HeartbeatRecorder>();
    for (const { at, closed, ...beat } of beats) {
      const instanceId = `${beat.instanceId}@${this.runId}`;
      const recorder =
        recorders.get(instanceId) ??
        new HeartbeatRecorder({
          store: new HeartbeatStore(tx),
          instanceId,
          period: this.source.heartbeatPeriod,
        });
      recorders.set(instanceId, recorder);
      await (closed ? recorder.close(at, closed) : recorder.beat(at));
    }
  }
}
