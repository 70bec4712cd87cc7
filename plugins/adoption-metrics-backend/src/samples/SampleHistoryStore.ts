import { Scorecard } from 'backstage-plugin-adoption-metrics-common';
import { SettingsStore } from '../database';
import { formatDay, ReportingZone } from '../time';

const KEY = 'sample_history';

/**
 * An imported history: its start, and how far it has been imported, in ms UTC.
 */
export interface PlayedHistory {
  label: string;
  from: number;
  until: number;
}

/** Stores which part of the past was imported from a history source. */
export class SampleHistoryStore {
  constructor(
    private readonly settings: SettingsStore,
    private readonly zone: ReportingZone,
  ) {}

  async read(): Promise<PlayedHistory | undefined> {
    const stored = await this.settings.get(KEY);
    return stored === undefined ? undefined : JSON.parse(stored);
  }

  async write(played: PlayedHistory): Promise<void> {
    await this.settings.set(KEY, JSON.stringify(played));
  }

  /** The imported history for the API; null if there is none. */
  async describe(): Promise<Scorecard['sampleHistory']> {
    const played = await this.read();
    if (!played) {
      return null;
    }
    const { label, from, until } = played;
    return {
      label,
      from: formatDay(this.zone.dayOf(from)),
      to: formatDay(this.zone.dayOf(until)),
    };
  }
}
