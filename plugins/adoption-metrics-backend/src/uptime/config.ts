import { choice, duration, flag, named, section } from '../configuration';
import { GapPolicy } from './availability';
import { componentName, componentNameRule } from './components';
import { probesConfig, ProbeSettings } from './probes/config';
import { HttpProbeOptions } from './probes/HttpProbe';

/** How the checks of one outside observer count. */
export interface ObserverConfig {
  counts: boolean;
  /** Without a check for longer than this, in ms, its state is unknown. */
  silence: number;
}

/** The part of the configuration below `adoptionMetrics.uptime`. */
export interface UptimeConfig {
  /** Time between two heartbeats of a process, in ms. */
  heartbeatPeriod: number;
  /** How time without any heartbeat counts. */
  gaps: GapPolicy;
  /** Whether maintenance that was declared late is excluded too. */
  excludeLate: boolean;
  /** Time between two runs of the probes, in ms. */
  probePeriod: number;
  /** How long before a certificate expires a warning appears, in ms. */
  certificateWarning: number;
  probes: HttpProbeOptions[];
  /** By the name of the component. */
  observers: Map<string, ObserverConfig>;
}

/** The same before the portal's own address is known. */
export type UptimeSettings = Omit<UptimeConfig, 'probes'> & {
  probes: Record<string, ProbeSettings>;
};

const check = section({
  counts: flag()
    .prefault(false)
    .describe('Whether the portal is down whenever the component is'),
  unknownAfter: duration({
    least: '5 seconds',
    most: '24 hours',
    example: '10m',
  })
    .prefault('10m')
    .describe('Without a check for longer than this its state is unknown'),
}).transform(({ counts, unknownAfter }): ObserverConfig => {
  return { counts, silence: unknownAfter };
});

const checks = named(
  { pattern: componentName, accepted: componentNameRule },
  check,
);

const maintenance = section({
  excludeLate: flag()
    .prefault(false)
    .describe('Whether maintenance that was declared late is excluded too'),
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
      'How time without any heartbeat counts; `unknown` changes lenient and coverage but not strict',
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
    .describe('How long before a certificate expires a warning appears'),
  maintenance: maintenance.prefault({}),
  probes: probesConfig
    .prefault({})
    .meta({ otherwise: '`portal`, which asks `app.baseUrl`' })
    .describe('Addresses that the backend checks'),
  checks: checks
    .prefault({})
    .describe('How checks from outside observers count'),
}).transform(keys => {
  const settings: UptimeSettings = {
    heartbeatPeriod: keys.heartbeat,
    gaps: keys.gaps,
    excludeLate: keys.maintenance.excludeLate,
    probePeriod: keys.probePeriod,
    certificateWarning: keys.certificateWarning,
    probes: keys.probes,
    observers: new Map(Object.entries(keys.checks)),
  };
  return settings;
});

const unconfigured = check.parse({});

/** The settings of a component that an outside observer reports on. */
export function observerConfig(
  { observers }: Pick<UptimeConfig, 'observers'>,
  name: string,
): ObserverConfig {
  return observers.get(name) ?? unconfigured;
}
