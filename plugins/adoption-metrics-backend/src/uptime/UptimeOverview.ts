import {
  UptimeComponents,
  UptimeReport,
  uptimeWindowIds,
} from 'backstage-plugin-adoption-metrics-common';
import { breathe } from '../database';
import { DAY_MS, formatInstant, Interval } from '../time';
import {
  formatBurnRate,
  formatJudged,
  formatTimeline,
  formatTimes,
  optionalInstant,
  toSeconds,
} from './answers';
import { BurnRate, burnRatePairs, burnRates } from './burnRate';
import { Component } from './checks';
import { ComponentState } from './components';
import { ComponentStore } from './ComponentStore';
import { UptimeConfig } from './config';
import { UptimeHistory } from './UptimeHistory';
import { UptimeReporter } from './UptimeReporter';
import {
  ViewedComponent,
  viewComponent,
  viewProcesses,
} from './viewComponents';
import { isJudgeable } from './verdict';

/** Length of each window in ms. */
const windowLengths: Record<(typeof uptimeWindowIds)[number], number> = {
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
  '90d': 90 * DAY_MS,
  '365d': 365 * DAY_MS,
};

/** Reports uptime for display. Instants are in ms UTC. */
export class UptimeOverview {
  constructor(
    private readonly options: {
      reporter: UptimeReporter;
      components: ComponentStore;
      config: UptimeConfig;
      /** The share of time that the portal has to be up. */
      target: number;
    },
  ) {}

  /** Uptime in a range and in all trailing windows, with its evidence. */
  async report(range: Interval, now: number): Promise<UptimeReport> {
    const { target, reporter } = this.options;
    const history = await reporter.history(spanOf(range, now), now);
    const outside = await reporter.seenFromOutside(now);
    const isNew = !isJudgeable(history.observedSince, now);
    return {
      computedAt: formatInstant(now),
      target,
      observedSince: optionalInstant(history.observedSince),
      range: formatJudged(range, history.timesIn(range), { target, isNew }),
      windows: this.#judgeWindows(history, { now, isNew }),
      burnRates: burnRatesOf(history, now, target).map(formatBurnRate),
      timeline: formatTimeline(history.statesIn(range)),
      evidence: { ...outside, ...this.#settings() },
    };
  }

  #judgeWindows(
    history: UptimeHistory,
    { now, isNew }: { now: number; isNew: boolean },
  ): UptimeReport['windows'] {
    const { target } = this.options;
    return uptimeWindowIds.map(id => {
      const window = trailing(windowLengths[id], now);
      const times = history.timesIn(window);
      return { id, ...formatJudged(window, times, { target, isNew }) };
    });
  }

  #settings() {
    const { gaps, heartbeatPeriod } = this.options.config;
    return { gaps, heartbeatSeconds: toSeconds(heartbeatPeriod) };
  }

  /** The same for each component; yields one at a time, to save memory. */
  async components(range: Interval, now: number): Promise<UptimeComponents> {
    const { config, components, reporter } = this.options;
    const span = spanOf(range, now);
    const known = {
      now,
      maintenance: await reporter.maintenanceIn(span),
      certificateWarning: config.certificateWarning,
    };
    const seen = new Map<number, MeasuredComponent>();
    const see = async (component: Component, states: ComponentState[]) => {
      const viewed = viewComponent(component, states, known);
      seen.set(component.id, await measureAll(viewed, range, now));
    };
    for await (const { component, states } of components.eachDuring(span)) {
      await see(component, states);
    }
    const all = await components.list();
    for (const component of all.filter(({ id }) => !seen.has(id))) {
      await see(component, []);
    }
    return {
      computedAt: formatInstant(now),
      components: [
        await this.#processes(range, now),
        ...all.flatMap(({ id }) => seen.get(id) ?? []),
      ],
    };
  }

  async #processes(range: Interval, now: number): Promise<MeasuredComponent> {
    const { reporter } = this.options;
    const beats = await reporter.beats();
    const history = await reporter.history(spanOf(range, now), now, {
      processesOnly: true,
    });
    const viewed = viewProcesses(history, beats, now);
    return measureAll(viewed, range, now);
  }

  /** Current burn rates; empty while nothing can be judged yet. */
  async burnRates(now: number): Promise<BurnRate[]> {
    const { reporter, target } = this.options;
    const longest = Math.max(...burnRatePairs.map(({ long }) => long));
    const history = await reporter.history(trailing(longest, now), now);
    return isJudgeable(history.observedSince, now)
      ? burnRatesOf(history, now, target)
      : [];
  }
}

type MeasuredComponent = UptimeComponents['components'][0];

/** The smallest interval that contains the range and all windows. */
function spanOf(range: Interval, now: number): Interval {
  const { from } = trailing(windowLengths['365d'], now);
  return { from: Math.min(range.from, from), to: Math.max(range.to, now) };
}

/** Yields to the event loop after each window. */
async function measureAll(
  { facts, measure }: ViewedComponent,
  range: Interval,
  now: number,
): Promise<MeasuredComponent> {
  const windows = [];
  for (const id of uptimeWindowIds) {
    const window = trailing(windowLengths[id], now);
    windows.push({ id, ...formatTimes(window, measure(window)) });
    await breathe();
  }
  return { ...facts, range: formatTimes(range, measure(range)), windows };
}

function burnRatesOf(
  history: UptimeHistory,
  now: number,
  target: number,
): BurnRate[] {
  return burnRates(length => history.timesIn(trailing(length, now)), target);
}

function trailing(length: number, now: number): Interval {
  return { from: now - length, to: now };
}
