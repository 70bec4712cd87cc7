import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { collectorConfig } from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import { collectorFaults, IngestConfig, ingestConfig } from './activity';
import { AlertsConfig, alertsConfig } from './alerts';
import { CatalogConfig, catalogConfig } from './catalog';
import {
  calendarDay,
  flag,
  misplacedRoots,
  readKey,
  section,
  sentenceOn,
  timeZone,
  unknownKeys,
  valueOf,
  webAddress,
} from './configuration';
import { retentionConfig, RetentionPeriods } from './database';
import { DigestConfig, digestConfig } from './digest';
import { AccessConfig, administratorsConfig } from './http';
import {
  activityConfig,
  AttributeConfig,
  ConfiguredSecrets,
  DevelopersConfig,
  developersConfig,
  privacyConfig,
} from './people';
import { deadlineConfig, Deadline } from './deadline';
import { DecisionConfig, decisionConfig } from './decision';
import { targetsConfig } from './scorecard';
import { Day, ReportingZone } from './time';
import { probesOf, UptimeConfig, uptimeConfig } from './uptime';

const ROOT = 'adoptionMetrics';

/** The default of `app.baseUrl`. */
const LOCALLY = 'http://localhost:3000';

/** The title of a portal without `app.title`. */
const UNTITLED = 'This portal';

/** Everything below `adoptionMetrics` that the backend reads. */
export const adoptionMetricsConfig = section({
  timeZone: timeZone()
    .prefault('UTC')
    .describe('IANA time zone in which days begin and end'),
  launchedOn: calendarDay()
    .optional()
    .meta({ otherwise: 'unknown' })
    .describe(
      'Day on which the portal launched; published plans are compared from this day',
    ),
  targets: targetsConfig
    .prefault({})
    .meta({ otherwise: 'see definitions' })
    .describe('Target of each metric'),
  activity: activityConfig
    .prefault({})
    .describe('How active users are broken down'),
  developers: developersConfig
    .prefault({})
    .meta({ otherwise: 'all users of the catalog' })
    .describe('Who counts as a developer'),
  administrators: administratorsConfig,
  privacy: privacyConfig.prefault({}).describe('Privacy protection'),
  ingest: ingestConfig
    .prefault({})
    .meta({ otherwise: 'far above normal use' })
    .describe('Daily limits on what one person can report'),
  uptime: uptimeConfig.prefault({}).describe('How uptime is measured'),
  catalog: catalogConfig
    .prefault({})
    .describe('Which catalog entities are checked, by which rules, and when'),
  deadline: deadlineConfig.describe(
    'Goal for active users with a date; when set here, the API cannot change it',
  ),
  decision: decisionConfig
    .prefault({})
    .describe(
      'Published numbers behind the decision, and answers that cannot be measured',
    ),
  alerts: alertsConfig
    .prefault({})
    .meta({ otherwise: 'nobody' })
    .describe('Who is notified of important changes, and how'),
  digest: digestConfig
    .prefault({})
    .meta({ otherwise: 'Mondays and the 1st, at 9 AM' })
    .describe('When the digest is sent to recipients'),
  retention: retentionConfig.prefault({}).describe('Retention periods'),
});

/**
 * The configuration below `adoptionMetrics`, in the form that the plugin uses.
 */
export interface AdoptionMetricsConfig {
  /** Keys that have no effect, each as a sentence. */
  warnings: string[];
  access: AccessConfig;
  /** URL of the portal. */
  baseUrl: string;
  /** Name of the portal. */
  portalTitle: string;
  alerts: AlertsConfig;
  digest: DigestConfig;
  zone: ReportingZone;
  targets: z.output<typeof targetsConfig>;
  developers: DevelopersConfig;
  /** Fields of catalog users that active users are broken down by. */
  attributes: AttributeConfig[];
  privacySecrets: ConfiguredSecrets;
  minimumGroupSize: number;
  ingest: IngestConfig;
  uptime: UptimeConfig;
  catalog: CatalogConfig;
  /** When the portal was launched, if configured. */
  launchedOn: Day | undefined;
  decision: DecisionConfig;
  /** The deadline, if it is set by configuration. */
  deadline: Deadline | undefined;
  retention: RetentionPeriods;
}

/**
 * Reads the configuration, and warns about keys that have no effect.
 *
 * @throws InputError with one sentence per mistake, which names the key, what
 * is wrong, and what is accepted
 */
export function readConfig(
  config: Config,
  logger?: Pick<LoggerService, 'warn'>,
): AdoptionMetricsConfig {
  const keys = readKey(config, ROOT, adoptionMetricsConfig.prefault({}));
  const warnings = ineffectiveKeys(config);
  warnings.forEach(warning => logger?.warn(warning));
  const publicUrl = readKey(
    config,
    'app.baseUrl',
    webAddress('remove them, because everyone can read this URL').optional(),
  );
  const permissionsEnabled =
    readKey(config, 'permission.enabled', flag().optional()) ?? false;
  return {
    warnings,
    access: { permissionsEnabled, administrators: keys.administrators },
    baseUrl: publicUrl ?? LOCALLY,
    portalTitle: config.getOptionalString('app.title') || UNTITLED,
    alerts: keys.alerts,
    digest: keys.digest,
    zone: keys.timeZone,
    targets: keys.targets,
    developers: keys.developers,
    attributes: keys.activity.attributes,
    privacySecrets: {
      secret: keys.privacy.secret,
      previousSecret: keys.privacy.previousSecret,
    },
    minimumGroupSize: keys.privacy.minimumGroupSize,
    ingest: keys.ingest,
    uptime: {
      ...keys.uptime,
      probes: probesOf(keys.uptime.probes, publicUrl),
      probeNames: Object.keys(keys.uptime.probes),
    },
    catalog: keys.catalog,
    launchedOn: keys.launchedOn,
    decision: keys.decision,
    deadline: keys.deadline,
    retention: keys.retention,
  };
}

/** Keys that have no effect, each as a sentence. */
function ineffectiveKeys(config: Config): string[] {
  const all = adoptionMetricsConfig.extend({ collector: collectorConfig });
  return [
    ...misplacedRoots(config, ROOT),
    ...unknownKeys(all, valueOf(config, ROOT), ROOT).map(sentenceOn),
    ...collectorFaults(config),
  ];
}
