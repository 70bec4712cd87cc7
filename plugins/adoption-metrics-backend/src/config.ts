import { Config } from '@backstage/config';
import { AccessConfig, readAccessConfig } from './access';
import { AlertsConfig, readAlertsConfig } from './alerts';
import { CatalogConfig, readCatalogConfig } from './catalog';
import { readRetention } from './database';
import { DigestConfig, readDigestConfig } from './digest';
import {
  DevelopersConfig,
  readDevelopersConfig,
  readPrivacyFloor,
  readPrivacySecret,
} from './people';
import { retentionRules } from './retentionRules';
import { readReportingZone, readTargets } from './scorecard';
import { Programme, readLaunchDay, readProgramme } from './programme';
import { ConfiguredConditions, readConditions } from './rescue';
import { Day, ReportingZone } from './time';
import { readUptimeConfig, UptimeConfig } from './uptime';

/** Everything that `adoptionMetrics` configures. */
export interface AdoptionMetricsConfig {
  access: AccessConfig;
  alerts: AlertsConfig;
  digest: DigestConfig;
  zone: ReportingZone;
  targets: ReturnType<typeof readTargets>;
  developers: DevelopersConfig;
  privacySecret: string | undefined;
  privacyFloor: number;
  uptime: UptimeConfig;
  catalog: CatalogConfig;
  /** When the portal was opened to its developers, if it is configured. */
  launchedOn: Day | undefined;
  /** What a portal needs and nobody can measure. */
  conditions: ConfiguredConditions;
  /** The programme that the configuration sets, if it does. */
  programme: Programme | undefined;
  /** Days for which each retention rule keeps what it speaks of. */
  retention: Record<string, number>;
}

/** @throws InputError naming the key, what was wrong and what is accepted. */
export function readConfig(config: Config): AdoptionMetricsConfig {
  return {
    access: readAccessConfig(config),
    alerts: readAlertsConfig(config),
    digest: readDigestConfig(config),
    zone: readReportingZone(config),
    targets: readTargets(config),
    developers: readDevelopersConfig(config),
    privacySecret: readPrivacySecret(config),
    privacyFloor: readPrivacyFloor(config),
    uptime: readUptimeConfig(config),
    catalog: readCatalogConfig(config),
    launchedOn: readLaunchDay(config),
    conditions: readConditions(config),
    programme: readProgramme(config),
    retention: readRetention(config, retentionRules),
  };
}
