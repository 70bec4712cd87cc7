import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  UptimeComponents,
  UptimeReport,
  uptimeWindowIds,
} from 'backstage-plugin-adoption-metrics-common';
import { DAY_MS, formatInstant, intersect, Interval } from '../time';
import {
  formatBurnRate,
  formatJudged,
  formatTimeline,
  formatTimes,
  optionalInstant,
  toSeconds,
} from './answers';
import {
  answersSince,
  measureAvailability,
  measureTimes,
} from './availability';
import { BurnRate, burnRatePairs, burnRates } from './burnRate';
import { ComponentStore } from './ComponentStore';
import { UptimeConfig } from './config';
import { PERIODS_UNTIL_LAPSE } from './heartbeat';
import { StateTimes } from './stateTimes';
import { KnownUptime, UptimeReporter } from './UptimeReporter';
import {
  ViewedComponent,
  viewComponent,
  viewProcesses,
} from './viewComponents';

/** Length of each window in ms. */
const windowLengths: Record<(typeof uptimeWindowIds)[number], number> = {
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  '30d': 30 * DAY_MS,
  '90d': 90 * DAY_MS,
  '365d': 365 * DAY_MS,
};

/** Reports uptime to people. Instants are ms UTC. */
export class UptimeOverview {
  constructor(
    private readonly options: {
      reporter: UptimeReporter;
      components: ComponentStore;
      config: UptimeConfig;
      /** The least share of time that the portal has to be up. */
      target: number;
    },
  ) {}

  /** Uptime of a range and of each trailing window, with its evidence. */
  async report(range: Interval, now: number): Promise<UptimeReport> {
    const { target, reporter } = this.options;
    const known = await this.#know(range, now);
    const measured = measureAvailability({ ...known, window: range });
    const outside = await reporter.seenFromOutside(now);
    return {
      computedAt: formatInstant(now),
      target,
      observedSince: optionalInstant(answersSince(known)),
      range: formatJudged(range, measured, target),
      windows: this.#judgeWindows(known),
      burnRates: burnRatesOf(known, target).map(formatBurnRate),
      timeline: formatTimeline(measured.states),
      evidence: { ...outside, ...this.#settings() },
    };
  }

  #judgeWindows(known: KnownUptime): UptimeReport['windows'] {
    return uptimeWindowIds.map(id => {
      const window = trailing(windowLengths[id], known.now);
      const times = measureWithin(known, window);
      return { id, ...formatJudged(window, times, this.options.target) };
    });
  }

  #settings() {
    const { gaps, heartbeatPeriod } = this.options.config;
    return { gaps, heartbeatSeconds: toSeconds(heartbeatPeriod) };
  }

  /** The same component by component, of which one is held at a time. */
  async components(range: Interval, now: number): Promise<UptimeComponents> {
    const { config, components } = this.options;
    const known = await this.#know(range, now);
    const answers = [await measureAll(viewProcesses(known), range, now)];
    for (const component of await components.list()) {
      const states = await components.during(component, known.window);
      const { certificateWarning } = config;
      const viewed = viewComponent(component, states, {
        ...known,
        certificateWarning,
      });
      answers.push(await measureAll(viewed, range, now));
    }
    return { computedAt: formatInstant(now), components: answers };
  }

  /** How fast the error budget burns. */
  async burnRates(now: number): Promise<BurnRate[]> {
    const { reporter, target } = this.options;
    const longest = Math.max(...burnRatePairs.map(({ long }) => long));
    const known = await reporter.evidence(trailing(longest, now), now);
    return burnRatesOf(known, target);
  }

  // Everything that the range and the windows need is read once.
  #know(range: Interval, now: number): Promise<KnownUptime> {
    const longest = trailing(windowLengths['365d'], now);
    const from = Math.min(range.from, longest.from);
    return this.options.reporter.evidence(
      { from, to: Math.max(range.to, now) },
      now,
    );
  }
}

/** Lets others have their turn after each window. */
async function measureAll(
  { facts, measure }: ViewedComponent,
  range: Interval,
  now: number,
): Promise<UptimeComponents['components'][0]> {
  const windows = [];
  for (const id of uptimeWindowIds) {
    const window = trailing(windowLengths[id], now);
    windows.push({ id, ...formatTimes(window, measure(window)) });
    await nextTurn();
  }
  return { ...facts, range: formatTimes(range, measure(range)), windows };
}

function burnRatesOf(known: KnownUptime, target: number): BurnRate[] {
  return burnRates(
    length => measureWithin(known, trailing(length, known.now)),
    target,
  );
}

function trailing(length: number, now: number): Interval {
  return { from: now - length, to: now };
}

// Evidence that ended before a short window needs no second look.
function measureWithin(known: KnownUptime, window: Interval): StateTimes {
  const { heartbeats, componentStates, maintenance } = known;
  return measureTimes({
    ...known,
    window,
    heartbeats: heartbeats.filter(
      ({ startedAt, lastBeatAt, period }) =>
        startedAt < window.to &&
        lastBeatAt + PERIODS_UNTIL_LAPSE * period >= window.from,
    ),
    componentStates: componentStates.filter(
      ({ from, to, silence }) =>
        from < window.to && to + silence >= window.from,
    ),
    maintenance: maintenance.filter(each => intersect(each, window)),
  });
}
