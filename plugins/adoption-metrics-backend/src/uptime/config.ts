import { Config } from '@backstage/config';
import { GapPolicy } from './availability';
import { readChoice, readFlag, readLength } from './configValues';
import { readProbes } from './probes/config';
import { HttpProbeOptions } from './probes/HttpProbe';

const ROOT = 'adoptionMetrics.uptime';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** How checks that one observer pushes are taken. */
export interface ObserverConfig {
  counts: boolean;
  /** Without a check for longer than this, in ms, its state is unknown. */
  silence: number;
}

/** The part of the configuration below `adoptionMetrics.uptime`. */
export interface UptimeConfig {
  /** Time between two beats of a process, in ms. */
  heartbeatPeriod: number;
  /** How the time counts in which no process was heard of. */
  gaps: GapPolicy;
  /** Whether maintenance that was declared late is left out too. */
  excludeLate: boolean;
  /** Time between two runs of the probes, in ms. */
  probePeriod: number;
  /** How long before a certificate expires it is warned of, in ms. */
  certificateWarning: number;
  probes: HttpProbeOptions[];
  /** By the name of the component. */
  observers: Map<string, ObserverConfig>;
}

const DEFAULT_OBSERVER: ObserverConfig = {
  counts: false,
  silence: 10 * MINUTE,
};

/** @throws InputError that names the key, the fault and what is accepted. */
export function readUptimeConfig(config: Config): UptimeConfig {
  const section = config.getOptionalConfig(ROOT);
  const at = (path: string) => ({ section, path, key: `${ROOT}.${path}` });
  return {
    heartbeatPeriod: readLength(at('heartbeat'), {
      default: 15 * SECOND,
      least: SECOND,
      most: 5 * MINUTE,
      accepted:
        "durations from 1 second to 5 minutes, such as '15s', 'PT15S' or { seconds: 15 }",
    }),
    gaps: readChoice(at('gaps'), ['down', 'unknown']),
    excludeLate: readFlag(at('maintenance.excludeLate'), false),
    probePeriod: readLength(at('probePeriod'), {
      default: 30 * SECOND,
      least: 5 * SECOND,
      most: 10 * MINUTE,
      accepted: "durations from 5 seconds to 10 minutes, such as '30s'",
    }),
    certificateWarning: readLength(at('certificateWarning'), {
      default: 14 * DAY,
      least: 0,
      most: 365 * DAY,
      accepted: "durations up to 365 days, such as '14 days'",
    }),
    probes: readProbes(config),
    observers: readObservers(section?.getOptionalConfig('checks')),
  };
}

/** The settings of the component that an observer reports on. */
export function observerConfig(
  { observers }: Pick<UptimeConfig, 'observers'>,
  name: string,
): ObserverConfig {
  return observers.get(name) ?? DEFAULT_OBSERVER;
}

function readObservers(
  checks: Config | undefined,
): Map<string, ObserverConfig> {
  const names = checks?.keys() ?? [];
  return new Map(
    names.map(name => [name, readObserver(name, checks?.getConfig(name))]),
  );
}

function readObserver(
  name: string,
  section: Config | undefined,
): ObserverConfig {
  const key = `${ROOT}.checks.${name}`;
  const at = (path: string) => ({ section, path, key: `${key}.${path}` });
  return {
    counts: readFlag(at('counts'), false),
    silence: readLength(at('silentAfter'), {
      default: DEFAULT_OBSERVER.silence,
      least: 5 * SECOND,
      most: DAY,
      accepted: "durations from 5 seconds to 24 hours, such as '10m'",
    }),
  };
}
