import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock, HistorySource } from 'backstage-plugin-adoption-metrics-node';
import { SettingsStore } from '../../database';
import { recordInstallation } from '../../uptime';
import { HistoryPlayer, HistoryStage } from './HistoryPlayer';
import { SampleHistoryStore } from './SampleHistoryStore';

/**
 * A portal that was down for longer was not in use; the told history covers
 * that time. A shorter gap is an outage that somebody may want to see.
 */
const IDLE_MS = 3_600_000;

/** Extends a told history to the present, once per start. */
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
    const until = clock.now();
    const played = await store.read();
    const from = played?.from ?? source.startsAt(until);
    logger.info(`Playing '${source.label}'; the figures fill within a minute`);
    await recordInstallation(settings, from);
    await this.#play(
      { start: from, from: played?.until ?? from, to: until },
      signal,
    );
    await store.write({ label: source.label, from, until });
    logger.info(`Played '${source.label}'`);
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
