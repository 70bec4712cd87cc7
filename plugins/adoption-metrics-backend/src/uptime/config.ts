import { z } from 'zod';
import {
  choice,
  duration,
  flag,
  named,
  refuseKey,
  section,
  wholeNumber,
} from '../configuration';
import { GapPolicy } from './availability';
import { canonicalName, componentName, componentNameRule } from './components';
import { PROCESSES } from './incidents';
import { PORTAL, probesConfig, ProbeSettings } from './probes/config';
import { HttpProbeOptions } from './probes/HttpProbe';

/** How checks of a component by external observers count. */
export interface ObserverConfig {
  /**
   * Subject of the token that can report on it. Defaults to the first one that
   * does.
   */
  observer?: string;
  counts: boolean;
  /** After this time without a check, in ms, its state is unknown. */
  silence: number;
}

/** The configuration of uptime. */
export interface UptimeConfig {
  /** Time between two heartbeats of a process, in ms. */
  heartbeatPeriod: number;
  /** How time without heartbeats counts. */
  gaps: GapPolicy;
  /** Whether to exclude maintenance that was declared late. */
  excludeLate: boolean;
  /** Time between two runs of the probes, in ms. */
  probePeriod: number;
  /** How long before a certificate expires a warning appears, in ms. */
  certificateWarning: number;
  probes: HttpProbeOptions[];
  /** By component name, in lower case. */
  observers: Map<string, ObserverConfig>;
  /** Maximum number of checks per observer and day. */
  checksPerDay: number;
  /** Names of all configured probes, including disabled ones. */
  probeNames: string[];
}

/** The same, before the URL of the portal is known. */
type UptimeSettings = Omit<UptimeConfig, 'probes' | 'probeNames'> & {
  probes: Record<string, ProbeSettings>;
};

const check = section({
  observer: z
    .string()
    .trim()
    .min(1)
    .optional()
    .meta({
      accepted:
        'subjects of tokens, as in backend.auth.externalAccess; by default, the first observer that reports',
      otherwise: 'the first that reports',
    })
    .describe('Subject of the token that reports on the component'),
  counts: flag()
    .prefault(false)
    .describe(
      'Whether the portal counts as down whenever the component is down',
    ),
  unknownAfter: duration({
    least: '5 seconds',
    most: '24 hours',
    example: '10m',
  })
    .prefault('10m')
    .describe('Time without a check after which the state is unknown'),
}).transform(({ observer, counts, unknownAfter }): ObserverConfig => {
  return { observer, counts, silence: unknownAfter };
});

const checks = named(
  { pattern: componentName, accepted: componentNameRule },
  check,
);

const maintenance = section({
  excludeLate: flag()
    .prefault(false)
    .describe('Whether maintenance declared late is also excluded'),
});

/** The configuration below `adoptionMetrics.uptime`. */
export const uptimeConfig = section({
  heartbeat: duration({
    least: '1 second',
    most: '5 minutes',
    example: '15s',
  })
    .prefault('15s')
    .describe('Time between two heartbeats of a backend process'),
  gaps: choice(['down', 'unknown'])
    .prefault('down')
    .describe(
      'How time without heartbeats counts; `unknown` affects lenient and coverage but not strict',
    ),
  probePeriod: duration({
    least: '5 seconds',
    most: '10 minutes',
    example: '30s',
  })
    .prefault('30s')
    .describe('Time between two runs of the probes'),
  certificateWarning: duration({
    least: '0 days',
    most: '365 days',
    example: '14 days',
  })
    .prefault('14 days')
    .describe('Time before a certificate expires at which a warning appears'),
  maintenance: maintenance.prefault({}),
  probes: probesConfig
    .prefault({})
    .meta({ otherwise: '`portal`, which asks `app.baseUrl`' })
    .describe('Addresses that the backend checks'),
  checks: checks
    .prefault({})
    .describe(
      'Components that external observers report on; names are case-insensitive',
    ),
  checksPerDay: wholeNumber({ least: 1, most: 10_000_000 })
    .prefault(50_000)
    .describe('Maximum checks per observer and day'),
}).transform((keys, context) => {
  refuseSharedNames(keys, context);
  const settings: UptimeSettings = {
    heartbeatPeriod: keys.heartbeat,
    gaps: keys.gaps,
    excludeLate: keys.maintenance.excludeLate,
    probePeriod: keys.probePeriod,
    certificateWarning: keys.certificateWarning,
    probes: keys.probes,
    observers: new Map(
      Object.entries(keys.checks).map(([name, each]) => [
        canonicalName(name),
        each,
      ]),
    ),
    checksPerDay: keys.checksPerDay,
  };
  return settings;
});

/** A component has a single source, and its name is not case-sensitive. */
function refuseSharedNames(
  keys: { probes: object; checks: object },
  context: z.RefinementCtx,
): void {
  const names = new Set([canonicalName(PROCESSES)]);
  const refuseTaken = (key: 'probes' | 'checks') => (name: string) => {
    if (names.has(canonicalName(name))) {
      refuseKey(
        context,
        [key],
        `has '${name}', which is already the name of another component; expected a unique name`,
      );
    }
    names.add(canonicalName(name));
  };
  Object.keys(keys.probes).forEach(refuseTaken('probes'));
  names.add(canonicalName(PORTAL));
  Object.keys(keys.checks).forEach(refuseTaken('checks'));
}

const unconfigured = check.parse({});

/** The settings of a component that external observers report on. */
export function observerConfig(
  { observers }: Pick<UptimeConfig, 'observers'>,
  name: string,
): ObserverConfig {
  return observers.get(canonicalName(name)) ?? unconfigured;
}

/**
 * Counting components without a configured observer, which anyone with a token
 * could claim.
 */
export function unownedComponents({
  observers,
}: Pick<UptimeConfig, 'observers'>): string[] {
  return [...observers]
    .filter(([, { counts, observer }]) => counts && observer === undefined)
    .map(([name]) => name);
}
