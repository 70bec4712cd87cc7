import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** The configuration below `adoptionMetrics.collector`, with defaults. */
export interface CollectorSettings {
  enabled: boolean;
  /** Origins to report from, as in `location.origin`. */
  origins: string[];
  /** The share of documents whose page loads are reported, from 0 to 1. */
  pageLoadSampling: number;
  automatedBrowsers: boolean;
}

const KEY = 'adoptionMetrics.collector';

function toOrigin(value: string, index: number): string {
  let origin = 'null';
  try {
    origin = new URL(value).origin;
  } catch {
    // Reported below, together with URLs without an origin.
  }
  if (origin === 'null') {
    throw new Error(
      `Invalid ${KEY}.origins[${index}]: '${value}' is not an origin such as 'https://portal.example.com'`,
    );
  }
  return origin;
}

function checkSampling(share: number): number {
  if (!(share >= 0 && share <= 1)) {
    throw new Error(
      `Invalid ${KEY}.pageLoadSampling: ${share} is not a number between 0 and 1`,
    );
  }
  return share;
}

function appOrigin(config: ConfigApi, visited: string): string {
  const baseUrl = config.getOptionalString('app.baseUrl') ?? '/';
  return new URL(baseUrl, visited).origin;
}

/**
 * Reads the collector's configuration.
 *
 * @param visited - the origin of the document, for a relative `app.baseUrl`
 * @throws Error that names the invalid key
 */
export function readSettings(
  config: ConfigApi,
  visited: string,
): CollectorSettings {
  const collector = config.getOptionalConfig(KEY);
  const origins = collector?.getOptionalStringArray('origins');
  return {
    enabled: collector?.getOptionalBoolean('enabled') ?? true,
    origins: origins?.map(toOrigin) ?? [appOrigin(config, visited)],
    pageLoadSampling: checkSampling(
      collector?.getOptionalNumber('pageLoadSampling') ?? 1,
    ),
    automatedBrowsers:
      collector?.getOptionalBoolean('automatedBrowsers') ?? false,
  };
}
