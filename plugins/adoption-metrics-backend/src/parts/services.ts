import { coreServices, ServiceRef } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AlertChannel,
  adoptionMetricsClockServiceRef,
  HistorySource,
  ImportSource,
  Probe,
  StalenessRule,
} from 'backstage-plugin-adoption-metrics-node';

import { instanceMetadataIfAnyServiceRef } from './instanceMetadata';

/** The Backstage services that the plugin uses. */
export const serviceRefs = {
  auditor: coreServices.auditor,
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  clock: adoptionMetricsClockServiceRef,
  config: coreServices.rootConfig,
  database: coreServices.database,
  events: eventsServiceRef,
  health: coreServices.rootHealth,
  httpAuth: coreServices.httpAuth,
  instanceMetadata: instanceMetadataIfAnyServiceRef,
  lifecycle: coreServices.lifecycle,
  logger: coreServices.logger,
  notifications: notificationService,
  permissions: coreServices.permissions,
  scheduler: coreServices.scheduler,
  userInfo: coreServices.userInfo,
};

type ServiceOf<Ref> = Ref extends ServiceRef<infer Service, any>
  ? Service
  : never;

/** Instances of the Backstage services that the plugin uses. */
export type Services = {
  [Name in keyof typeof serviceRefs]: ServiceOf<(typeof serviceRefs)[Name]>;
};

/** What modules add through extension points. */
export interface Additions {
  /** At most one is accepted. */
  sources: HistorySource[];
  /** Sources from which administrators can import. */
  imports: ImportSource[];
  probes: Probe[];
  rules: StalenessRule[];
  channels: AlertChannel[];
}
