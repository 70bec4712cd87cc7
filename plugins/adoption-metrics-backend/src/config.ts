import { Config } from '@backstage/config';
import { AccessConfig, readAccessConfig } from './access';
import { CatalogConfig, readCatalogConfig } from './catalog';
import {
  DevelopersConfig,
  readDevelopersConfig,
  readPrivacyFloor,
  readPrivacySecret,
} from './people';
import { readReportingZone, readTargets } from './scorecard';
import { ReportingZone } from './time';
import { readUptimeConfig } from './uptime';

/** Everything that `adoptionMetrics` configures. */
export interface AdoptionMetricsConfig {
  access: AccessConfig;
  zone: ReportingZone;
  targets: ReturnType<typeof readTargets>;
  developers: DevelopersConfig;
  privacySecret: string | undefined;
  privacyFloor: number;
  heartbeatPeriod: number;
  catalog: CatalogConfig;
}

/** @throws InputError naming the key, what was wrong and what is accepted. */
export function readConfig(config: Config): AdoptionMetricsConfig {
  return {
    access: readAccessConfig(config),
    zone: readReportingZone(config),
    targets: readTargets(config),
    developers: readDevelopersConfig(config),
    privacySecret: readPrivacySecret(config),
    privacyFloor: readPrivacyFloor(config),
    heartbeatPeriod: readUptimeConfig(config).heartbeatPeriod,
    catalog: readCatalogConfig(config),
  };
}
