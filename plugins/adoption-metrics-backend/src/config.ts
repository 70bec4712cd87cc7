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

/** Where a portal is that does not say where it is. */
const LOCALLY = 'http://localhost:3000';

/** What a portal is called that does not say so. */
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

/** Everything that `adoptionMetrics` configures, as the plugin uses it. */
export interface AdoptionMetricsConfig {
  /** What the configuration says that has no effect, in sentences. */
  warnings: string[];
  access: AccessConfig;
  /** Where the portal is. */
  baseUrl: string;
  /** Name of the portal. */
  portalTitle: string;
  alerts: AlertsConfig;
  digest: DigestConfig;
  zone: ReportingZone;
  targets: z.output<typeof targetsConfig>;
  developers: DevelopersConfig;
  /** Fields of catalog users by which people are broken down. */
  attributes: AttributeConfig[];
  privacySecrets: ConfiguredSecrets;
  minimumGroupSize: number;
  ingest: IngestConfig;
  uptime: UptimeConfig;
  catalog: CatalogConfig;
  /** When the portal was opened to its developers, if it is configured. */
  launchedOn: Day | undefined;
  decision: DecisionConfig;
  /** The deadline that the configuration sets, if it does. */
  deadline: Deadline | undefined;
  retention: RetentionPeriods;
}

/**
 * Reads the configuration, and warns of keys that have no effect.
 *
 * @throws InputError with a sentence for each fault, which names the key, says
 * what is wrong and what is accepted.
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

/** What the configuration says that has no effect, in sentences. */
function ineffectiveKeys(config: Config): string[] {
  const all = adoptionMetricsConfig.extend({ collector: collectorConfig });
  return [
    ...misplacedRoots(config, ROOT),
    ...unknownKeys(all, valueOf(config, ROOT), ROOT).map(sentenceOn),
    ...collectorFaults(config),
  ];
}
