import { Config } from '@backstage/config';
import {
  ConfigPlace,
  readChoice,
  readFlag,
  readLength,
  show,
  wrong,
} from '../configValues';
import { componentName, componentNameRule } from '../components';
import { HttpProbeOptions } from './HttpProbe';
import { readStatuses } from './statuses';

const KEY = 'adoptionMetrics.uptime.probes';
const BASE_URL = 'app.baseUrl';

/** The probe of the portal's own address. */
export const PORTAL = 'portal';

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;

/**
 * The probes that are configured, and that of the portal's public address
 * unless it is disabled or there is no such address.
 *
 * @throws InputError that names the key, the fault and what is accepted.
 */
export function readProbes(config: Config): HttpProbeOptions[] {
  const probes = config.getOptionalConfig(KEY);
  const publicUrl = config.getOptionalString(BASE_URL);
  const names = new Set([
    ...(publicUrl ? [PORTAL] : []),
    ...(probes?.keys() ?? []),
  ]);
  return [...names].flatMap(name => {
    assertName(name);
    const section = probes?.getOptionalConfig(name);
    const at = (path: string) => ({
      section,
      path,
      key: `${KEY}.${name}.${path}`,
    });
    return readFlag(at('enabled'), true)
      ? [readProbe(name, at, name === PORTAL ? publicUrl : undefined)]
      : [];
  });
}

function assertName(name: string): void {
  if (!componentName.test(name)) {
    throw wrong(`a name in ${KEY}`, `'${name}'`, componentNameRule);
  }
}

function readProbe(
  name: string,
  at: (path: string) => ConfigPlace,
  defaultUrl: string | undefined,
): HttpProbeOptions {
  return {
    name,
    counts: readFlag(at('counts'), name === PORTAL),
    url: readUrl(at('url'), defaultUrl),
    method: readChoice(at('method'), methods),
    statuses: readStatuses(at('status')),
    body: readPattern(at('body')),
    timeout: readLength(at('timeout'), {
      default: 10_000,
      least: 100,
      most: 60_000,
      accepted: "durations from 100 milliseconds to 1 minute, such as '10s'",
    }),
  };
}

function readUrl(
  { section, path, key }: ConfigPlace,
  defaultUrl?: string,
): URL {
  const text = section?.getOptional(path) ?? defaultUrl;
  const url = typeof text === 'string' ? URL.parse(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    const fault = text === undefined ? 'missing' : JSON.stringify(text);
    throw wrong(key, fault, 'absolute http and https URLs');
  }
  return url;
}

function readPattern({ section, path, key }: ConfigPlace): RegExp | undefined {
  const source = section?.getOptional(path);
  if (source === undefined) {
    return undefined;
  }
  try {
    if (typeof source === 'string') {
      return new RegExp(source);
    }
  } catch {
    // Told below.
  }
  throw wrong(key, show(section!, path), 'regular expressions in a string');
}
