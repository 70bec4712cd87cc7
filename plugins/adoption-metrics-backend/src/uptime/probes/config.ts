import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  choice,
  duration,
  flag,
  headers,
  named,
  pattern,
  section,
  webAddress,
} from '../../configuration';
import { componentName, componentNameRule } from '../components';
import { HttpProbeOptions } from './HttpProbe';
import { statuses } from './statuses';

/** The probe of the portal's own URL. */
export const PORTAL = 'portal';

const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;

const probe = section({
  enabled: flag().prefault(true).describe('Whether the probe is enabled'),
  url: webAddress()
    .optional()
    .meta({ otherwise: '`app.baseUrl` for `portal`' })
    .describe('Address to check'),
  method: choice(methods).prefault('GET').describe('Method of the request'),
  headers: headers()
    .prefault({})
    .meta({ otherwise: 'none', visibility: 'secret' })
    .describe('Headers of the request, such as `Authorization`'),
  // A redirect to a sign-in page counts as a response.
  status: statuses()
    .prefault('200-399')
    .describe("Expected statuses, such as `200` or `'200-399'`"),
  body: pattern()
    .optional()
    .describe('Regular expression that the body must match, in RE2 syntax'),
  timeout: duration({
    least: '100 ms',
    most: '1 minute',
    example: '10s',
  })
    .prefault('10s')
    .describe('Time limit of the whole response'),
  counts: flag()
    .optional()
    .meta({ otherwise: 'only `portal`' })
    .describe('Whether the portal counts as down whenever this probe fails'),
});

/** The settings of one probe. */
export type ProbeSettings = z.output<typeof probe>;

/** The configuration below `adoptionMetrics.uptime.probes`, by name. */
export const probesConfig = named(
  { pattern: componentName, accepted: componentNameRule },
  probe,
);

/**
 * The configured probes, and one for the portal's public URL, unless it is
 * disabled or the URL is unknown.
 *
 * @throws InputError if a probe has no URL
 */
export function probesOf(
  configured: Record<string, ProbeSettings>,
  publicUrl: string | undefined,
): HttpProbeOptions[] {
  const portal = publicUrl === undefined ? {} : { [PORTAL]: probe.parse({}) };
  return Object.entries({ ...portal, ...configured })
    .filter(([, { enabled }]) => enabled)
    .map(([name, settings]) => ({
      name,
      counts: settings.counts ?? name === PORTAL,
      url: new URL(urlOf(name, settings, publicUrl)),
      method: settings.method,
      headers: settings.headers,
      statuses: settings.status,
      body: settings.body,
      timeout: settings.timeout,
    }));
}

function urlOf(
  name: string,
  { url }: ProbeSettings,
  publicUrl: string | undefined,
): string {
  const address = url ?? (name === PORTAL ? publicUrl : undefined);
  if (address === undefined) {
    throw new InputError(
      `adoptionMetrics.uptime.probes.${name}.url is missing; expected absolute http and https URLs`,
    );
  }
  return address;
}
