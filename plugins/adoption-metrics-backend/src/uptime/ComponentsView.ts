import { UptimeComponents } from 'backstage-plugin-adoption-metrics-common';
import { Interval } from '../time';
import { optionalInstant } from './answers';
import { measureTimes, pastOf } from './availability';
import { Component, isSilent } from './checks';
import { ComponentState, measureComponent, provenStates } from './components';
import { PROCESSES } from './incidents';
import { StateTimes } from './stateTimes';
import { KnownUptime } from './UptimeReporter';

type Facts = Omit<UptimeComponents['components'][0], 'range' | 'windows'>;

/** A component, and how to measure it. */
export interface ViewedComponent {
  facts: Facts;
  measure(window: Interval): StateTimes;
}

/** Shows what is known of the portal component by component. */
export class ComponentsView {
  readonly #states = new Map<number, ComponentState[]>();

  constructor(
    private readonly known: KnownUptime,
    /** How long before it expires a certificate is warned of, in ms. */
    private readonly certificateWarning: number,
  ) {
    for (const state of provenStates(known.componentStates, known.now)) {
      const own = this.#states.get(state.componentId) ?? [];
      own.push(state);
      this.#states.set(state.componentId, own);
    }
  }

  /** The portal's own processes, by their heartbeats alone. */
  processes(): ViewedComponent {
    const { known } = this;
    const measure = (window: Interval) =>
      measureTimes({ ...known, window, componentStates: [] });
    const newest = Math.max(
      ...known.heartbeats.map(({ lastBeatAt }) => lastBeatAt),
    );
    const { down, unknown } = measure({ from: known.now - 1, to: known.now });
    return {
      measure,
      facts: {
        name: PROCESSES,
        source: 'processes',
        counts: true,
        state: stateOf({ down, unknown }),
        silent: false,
        firstSuccessAt: optionalInstant(known.firstBeatAt),
        lastCheckAt: optionalInstant(
          Number.isFinite(newest) ? newest : undefined,
        ),
        lastFailure: null,
        certificateExpiresAt: null,
        certificateExpiresSoon: false,
      },
    };
  }

  watched(components: Component[]): ViewedComponent[] {
    return components.map(component => ({
      facts: this.#factsOf(component),
      measure: window => this.#measure(component, window),
    }));
  }

  #measure(component: Component, window: Interval): StateTimes {
    const { now, maintenance } = this.known;
    return measureComponent({
      past: pastOf({ window, now }),
      observedSince: component.firstSuccessAt,
      states: this.#states.get(component.id) ?? [],
      maintenance,
    });
  }

  #factsOf(component: Component): Facts {
    const { now } = this.known;
    const { firstSuccessAt, certificateExpiresAt: expiry } = component;
    const current = this.#states.get(component.id)?.at(-1);
    const isKnown = current && current.to >= now;
    return {
      name: component.name,
      source: component.source,
      counts: component.counts,
      state:
        firstSuccessAt === undefined
          ? 'advisory'
          : (isKnown && current.state) || 'unknown',
      silent: firstSuccessAt !== undefined && isSilent(component, now),
      firstSuccessAt: optionalInstant(firstSuccessAt),
      lastCheckAt: optionalInstant(component.lastCheckAt),
      lastFailure:
        component.lastState === 'down' ? component.lastDetail ?? '' : null,
      certificateExpiresAt: optionalInstant(expiry),
      certificateExpiresSoon:
        expiry !== undefined && expiry - now < this.certificateWarning,
    };
  }
}

function stateOf(times: Pick<StateTimes, 'down' | 'unknown'>) {
  if (times.down > 0) {
    return 'down';
  }
  return times.unknown > 0 ? 'unknown' : 'up';
}
