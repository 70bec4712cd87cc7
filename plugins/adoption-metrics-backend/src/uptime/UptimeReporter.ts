import { breathe, installationInstant, SettingsStore } from '../database';
import { Interval, partsOf } from '../time';
import {
  answersSince,
  Availability,
  GapPolicy,
  measureAvailability,
  statesOf,
  UptimeEvidence,
} from './availability';
import { isSilent } from './checks';
import { ComponentStore } from './ComponentStore';
import { HeartbeatStore } from './HeartbeatStore';
import { excludedTimes } from './maintenance';
import { MaintenanceStore } from './MaintenanceStore';
import { UptimeHistory } from './UptimeHistory';

/**
 * How many items of evidence are evaluated before yielding to the event loop.
 */
const MOST_AT_ONCE = 4_000;

/** With more parts, queries would dominate. */
const MOST_PARTS = 500;

/** Whether and how the portal is checked from outside. */
export interface OutsideView {
  /** Whether no counting component has ever been up. */
  seenFromInsideOnly: boolean;
  /** Names of counting components whose checks have stopped. */
  silent: string[];
}

/** Measures uptime from stored evidence. Instants are in ms UTC. */
export class UptimeReporter {
  constructor(
    private readonly options: {
      store: HeartbeatStore;
      settings: SettingsStore;
      components: ComponentStore;
      maintenance: MaintenanceStore;
      /** How time without heartbeats counts. */
      gaps: GapPolicy;
      /** Whether to exclude maintenance that was declared late. */
      excludeLate: boolean;
      /** Defaults to {@link MOST_AT_ONCE}. */
      mostAtOnce?: number;
    },
  ) {}

  /** Availability in a half-open window, up to `now`. */
  async measure(window: Interval, now: number): Promise<Availability> {
    return measureAvailability(await this.#evidence(window, now));
  }

  /** Availability in several windows, from a single read. */
  async measureAll(windows: Interval[], now: number): Promise<Availability[]> {
    const known = await this.#evidence(enclosing(windows), now);
    return windows.map(window => measureAvailability({ ...known, window }));
  }

  /**
   * States over a window, up to `now`. Long windows with many states are read
   * in parts, to keep the process responsive.
   *
   * @param options.processesOnly - whether to use heartbeats only
   */
  async history(
    window: Interval,
    now: number,
    { processesOnly = false } = {},
  ): Promise<UptimeHistory> {
    const parts = [];
    let observedSince: number | undefined;
    for (const part of partsOf(window, await this.#countParts(window))) {
      const evidence = await this.#evidence(part, now, window.to);
      const componentStates = processesOnly ? [] : evidence.componentStates;
      parts.push(statesOf({ ...evidence, componentStates }));
      observedSince = answersSince(evidence);
      await breathe();
    }
    return new UptimeHistory(parts, { now, observedSince });
  }

  /**
   * The first and newest heartbeats, in ms UTC; undefined if there are none.
   */
  async beats() {
    const { store } = this.options;
    const [first, newest] = await Promise.all([
      store.firstBeatAt(),
      store.newestBeatAt(),
    ]);
    return { first, newest };
  }

  /** Excluded maintenance in a window. */
  async maintenanceIn(window: Interval): Promise<Interval[]> {
    const declared = await this.options.maintenance.during(window);
    return excludedTimes(declared, this.options);
  }

  async #countParts(window: Interval): Promise<number> {
    const { store, components, mostAtOnce = MOST_AT_ONCE } = this.options;
    const counts = await Promise.all([
      store.countDuring(window),
      components.countObjections(window),
    ]);
    const pieces = counts.reduce((sum, count) => sum + count, 0);
    return Math.min(Math.max(1, Math.ceil(pieces / mostAtOnce)), MOST_PARTS);
  }

  /** Whether the portal is being checked from outside at `now`. */
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

  /**
   * Evidence for a window, up to `now`.
   *
   * @param until - end of the whole requested time; the newest state before it
   * may still last
   */
  async #evidence(
    window: Interval,
    now: number,
    until = window.to,
  ): Promise<UptimeEvidence> {
    const { store, settings, components } = this.options;
    const [installedAt, firstBeatAt, heartbeats, componentStates, maintenance] =
      await Promise.all([
        installationInstant(settings),
        store.firstBeatAt(),
        store.during(window),
        components.objections(window, until),
        this.maintenanceIn(window),
      ]);
    return {
      window,
      now,
      installedAt,
      firstBeatAt,
      heartbeats,
      componentStates,
      maintenance,
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
