import { installationInstant, SettingsStore } from '../database';
import { Interval } from '../time';
import {
  Availability,
  GapPolicy,
  measureAvailability,
  UptimeEvidence,
} from './availability';
import { isSilent } from './checks';
import { ComponentStore } from './ComponentStore';
import { HeartbeatStore } from './HeartbeatStore';
import { excludedTimes } from './maintenance';
import { MaintenanceStore } from './MaintenanceStore';

/** How the portal is seen from outside. */
export interface OutsideView {
  /** No component that counts has ever been seen up. */
  seenFromInsideOnly: boolean;
  /** Components that count and whose checks have stopped, by name. */
  silent: string[];
}

/** What is known of a window, with which any part of it can be measured. */
export type KnownUptime = Required<
  Pick<UptimeEvidence, 'componentStates' | 'maintenance'>
> &
  UptimeEvidence;

/** Measures uptime from what is stored. Instants are ms UTC. */
export class UptimeReporter {
  constructor(
    private readonly options: {
      store: HeartbeatStore;
      settings: SettingsStore;
      components: ComponentStore;
      maintenance: MaintenanceStore;
      /** How time without any heartbeat counts. */
      gaps: GapPolicy;
      /** Whether maintenance that was declared late is excluded too. */
      excludeLate: boolean;
    },
  ) {}

  /**
   * The availability in a half-open window, as far as it lies before `now`.
   */
  async measure(window: Interval, now: number): Promise<Availability> {
    return measureAvailability(await this.evidence(window, now));
  }

  /** The same for several windows, from one reading of what is stored. */
  async measureAll(windows: Interval[], now: number): Promise<Availability[]> {
    const known = await this.evidence(enclosing(windows), now);
    return windows.map(window => measureAvailability({ ...known, window }));
  }

  /** Whether anybody checks the portal from outside at the instant `now`. */
  async seenFromOutside(now: number): Promise<OutsideView> {
    const components = await this.options.components.list();
    const seen = components.filter(
      ({ counts, firstSuccessAt }) => counts && firstSuccessAt !== undefined,
    );
    return {
      seenFromInsideOnly: seen.length === 0,
      silent: seen.filter(each => isSilent(each, now)).map(({ name }) => name),
    };
  }

  /** What is known of a window, as far as it lies before `now`. */
  async evidence(window: Interval, now: number): Promise<KnownUptime> {
    const { store, settings, components, maintenance } = this.options;
    const [installedAt, firstBeatAt, heartbeats, componentStates, declared] =
      await Promise.all([
        installationInstant(settings),
        store.firstBeatAt(),
        store.during(window),
        components.objections(window),
        maintenance.during(window),
      ]);
    return {
      window,
      now,
      installedAt,
      firstBeatAt,
      heartbeats,
      componentStates,
      maintenance: excludedTimes(declared, this.options),
      gaps: this.options.gaps,
    };
  }
}

function enclosing(windows: Interval[]): Interval {
  return {
    from: Math.min(...windows.map(({ from }) => from)),
    to: Math.max(...windows.map(({ to }) => to)),
  };
}
