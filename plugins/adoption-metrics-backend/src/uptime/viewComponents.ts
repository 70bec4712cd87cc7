import { UptimeComponents } from 'backstage-plugin-adoption-metrics-common';
import { Interval } from '../time';
import { optionalInstant } from './answers';
import { pastOf } from './availability';
import { Component, isSilent } from './checks';
import { ComponentState, measureComponent, provenStates } from './components';
import { PROCESSES } from './incidents';
import { StateTimes } from './stateTimes';
import { UptimeHistory } from './UptimeHistory';

type Facts = Omit<UptimeComponents['components'][0], 'range' | 'windows'>;

/** A component with everything needed to measure it. */
export interface ViewedComponent {
  facts: Facts;
  measure(window: Interval): StateTimes;
}

/**
 * A component that is checked from outside.
 *
 * @param states - all states in the measured time, sorted by time
 * @param certificateWarning - how long before a certificate expires a warning
 * appears, in ms
 */
export function viewComponent(
  component: Component,
  states: ComponentState[],
  known: {
    now: number;
    maintenance: Interval[];
    certificateWarning: number;
  },
): ViewedComponent {
  const { now, maintenance } = known;
  const proven = provenStates(states, now);
  return {
    facts: factsOf(component, proven.at(-1), known),
    measure: window =>
      measureComponent({
        past: pastOf({ window, now }),
        observedSince: component.firstSuccessAt,
        states: proven,
        maintenance,
      }),
  };
}

/** The portal's own processes, based on heartbeats only. */
export function viewProcesses(
  history: UptimeHistory,
  beats: { first: number | undefined; newest: number | undefined },
  now: number,
): ViewedComponent {
  return {
    measure: window => history.timesIn(window),
    facts: {
      name: PROCESSES,
      source: 'processes',
      counts: true,
      state: stateOf(history.timesIn({ from: now - 1, to: now })),
      silent: false,
      firstSuccessAt: optionalInstant(beats.first),
      lastCheckAt: optionalInstant(beats.newest),
      lastFailure: null,
      certificateExpiresAt: null,
      certificateExpiresSoon: false,
    },
  };
}

function factsOf(
  component: Component,
  newest: ComponentState | undefined,
  { now, certificateWarning }: { now: number; certificateWarning: number },
): Facts {
  const { firstSuccessAt, certificateExpiresAt: expiry } = component;
  const isSeen = firstSuccessAt !== undefined;
  const current = newest && newest.to >= now ? newest.state : 'unknown';
  return {
    name: component.name,
    source: component.source,
    counts: component.counts,
    state: isSeen ? current : 'advisory',
    silent: isSeen && isSilent(component, now),
    firstSuccessAt: optionalInstant(firstSuccessAt),
    lastCheckAt: optionalInstant(component.lastCheckAt),
    lastFailure:
      component.lastState === 'down' ? component.lastDetail ?? '' : null,
    certificateExpiresAt: optionalInstant(expiry),
    certificateExpiresSoon:
      expiry !== undefined && expiry - now < certificateWarning,
  };
}

function stateOf({ down, unknown }: StateTimes): Facts['state'] {
  if (down > 0) {
    return 'down';
  }
  return unknown > 0 ? 'unknown' : 'up';
}
