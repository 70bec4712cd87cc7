import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { installationInstant, SettingsStore } from '../database';
import { ReportingZone } from '../time';
import { RollupStore } from './RollupStore';

/** Marks days to be measured again when data about them arrives late. */
export class LateDays {
  constructor(
    private readonly options: {
      rollups: RollupStore;
      settings: SettingsStore;
      clock: Clock;
      zone: ReportingZone;
    },
  ) {}

  /** Marks all past days since an instant in ms UTC. */
  async markSince(since: number): Promise<void> {
    const { rollups, settings, clock, zone } = this.options;
    const installed = await installationInstant(settings);
    const first = zone.dayOf(Math.max(since, installed ?? since));
    const days = [];
    for (let day = first; day < zone.dayOf(clock.now()); day++) {
      days.push(day);
    }
    await rollups.markLate(days);
  }
}
