import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { z } from 'zod';
import { SettingsStore } from '../database';
import { reasonOf } from '../failures';
import { GaugeGroup, Observation } from './Gauge';

const SNAPSHOT = 'telemetry.snapshot';
const CLAIM = 'telemetry.claim';

/** For how long a snapshot is reused, in ms. */
const FRESH_MS = 60_000;

/** A replica that takes longer is assumed to have failed, in ms. */
const CLAIM_MS = 30_000;

/** Older snapshots are not used at all, in ms. */
const USABLE_MS = 10 * 60_000;

const snapshotSchema = z.object({
  /** In ms UTC. */
  at: z.number(),
  observations: z.array(
    z.object({
      gauge: z.string(),
      value: z.union([z.number(), z.object({ since: z.number() })]),
      attributes: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

type Snapshot = z.infer<typeof snapshotSchema>;

/**
 * Reads the gauges of all folders. However often replicas are scraped, only one
 * of them reads once a minute and stores a snapshot for all, so that they
 * report the same.
 */
export class SnapshotReader {
  #failing = false;

  constructor(
    private readonly options: {
      settings: Pick<SettingsStore, 'get' | 'set' | 'replace'>;
      clock: Clock;
      logger: Pick<LoggerService, 'warn' | 'info'>;
      groups: GaugeGroup[];
    },
  ) {}

  /** Never throws; empty while nothing is known. */
  async read(): Promise<Observation[]> {
    try {
      return await this.#read();
    } catch (error) {
      this.#note(error);
      return [];
    }
  }

  async #read(): Promise<Observation[]> {
    const { settings, clock } = this.options;
    const now = clock.now();
    const stored = parse(await settings.get(SNAPSHOT));
    if (stored && isWithin(FRESH_MS, stored.at, now)) {
      return stored.observations;
    }
    if (await this.#claim(now)) {
      return this.#renew(now);
    }
    const usable = stored && isWithin(USABLE_MS, stored.at, now);
    return usable ? stored.observations : [];
  }

  async #claim(now: number): Promise<boolean> {
    const { settings } = this.options;
    const claimed = await settings.get(CLAIM);
    const isHeld =
      claimed !== undefined && isWithin(CLAIM_MS, Number(claimed), now);
    return !isHeld && settings.replace(CLAIM, claimed, String(now));
  }

  async #renew(now: number): Promise<Observation[]> {
    const { settings, groups } = this.options;
    const readings = await Promise.allSettled(
      groups.map(group => group.read()),
    );
    // A group that fails does not affect the others.
    const observations = readings.flatMap(reading =>
      reading.status === 'fulfilled' ? reading.value : [],
    );
    this.#note(readings.find(isRejected)?.reason);
    const snapshot: Snapshot = { at: now, observations };
    await settings.set(SNAPSHOT, JSON.stringify(snapshot));
    return observations;
  }

  #note(error: unknown): void {
    const failing = error !== undefined;
    if (failing === this.#failing) {
      return;
    }
    this.#failing = failing;
    const { logger } = this.options;
    if (failing) {
      logger.warn(
        `Some OpenTelemetry gauges cannot be read: ${reasonOf(error)}`,
      );
    } else {
      logger.info('All OpenTelemetry gauges can be read again');
    }
  }
}

function isRejected(
  reading: PromiseSettledResult<unknown>,
): reading is PromiseRejectedResult {
  return reading.status === 'rejected';
}

// The time may be in the future if a clock was ahead.
function isWithin(limit: number, at: number, now: number): boolean {
  return Math.abs(now - at) < limit;
}

/** Another version may have stored a different format. */
function parse(stored: string | undefined): Snapshot | undefined {
  return stored === undefined
    ? undefined
    : snapshotSchema.safeParse(JSON.parse(stored)).data;
}
