import { setImmediate as turn } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, HistorySource } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore, recordInstallation } from '../database';
import { HistoryPlayer, HistoryStage } from './HistoryPlayer';
import { PlayedHistory, SampleHistoryStore } from '../samples';

/**
 * After a longer downtime, the imported history continues until now. A shorter
 * one counts as an outage, which may be intended.
 */
const IDLE_MS = 3_600_000;

/** Extends an imported history to the present at every start. */
export class HistoryImporter {
  constructor(
    private readonly options: {
      source: HistorySource;
      stage: HistoryStage;
      store: SampleHistoryStore;
      settings: SettingsStore;
      clock: Clock;
      logger: LoggerService;
      lastBeatAt: number | undefined;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { source, store, settings, logger, clock } = this.options;
    const to = clock.now();
    const { from: start, until: from } = await this.#played(to);
    logger.info(`Importing '${source.label}'; metrics appear within a minute`);
    await recordInstallation(settings, start);
    await this.#play({ start, from, to }, signal);
    await store.write({ label: source.label, from: start, until: to });
    logger.info(`Imported '${source.label}'`);
  }

  // The start is stored first: resuming from a different one after an
  // interruption would mix two histories.
  async #played(now: number): Promise<PlayedHistory> {
    const { source, store } = this.options;
    const played = await store.read();
    if (played) {
      return played;
    }
    const start = source.startsAt(now);
    const nothing = { label: source.label, from: start, until: start };
    await store.write(nothing);
    return nothing;
  }

  async #play(
    interval: { start: number; from: number; to: number },
    signal: AbortSignal,
  ): Promise<void> {
    const { source, stage, lastBeatAt } = this.options;
    const idleSince = lastBeatAt ?? interval.from;
    const wasIdle = interval.to - idleSince > IDLE_MS;
    const player = new HistoryPlayer(source, stage, String(interval.from));
    let day: number | undefined;
    for await (const event of source.events(interval)) {
      signal.throwIfAborted();
      const eventDay = stage.zone.dayOf(event.at);
      if (day !== undefined && eventDay !== day) {
        await player.flush();
        // Lets the heartbeat start before the import is complete.
        await turn();
      }
      day = eventDay;
      const live = event.type === 'heartbeat' && event.at < idleSince;
      if (event.type !== 'heartbeat' || (wasIdle && !live)) {
        await player.play(event, signal);
      }
    }
    await player.end(interval.to);
  }
}
