import type {
  DecisionChecklist,
  AnnotationList,
  ActivityMeasure,
  ActivitySeries,
  CatalogOwners,
  CatalogSpiral,
  Digest,
  DigestPeriod,
  EntityVerificationList,
  Cohorts,
  Granularity,
  Lifecycle,
  LifecycleGranularity,
  MaintenanceList,
  Onboarding,
  PageLoadCoverage,
  PageLoadDistribution,
  PageLoadHours,
  PageLoadKind,
  PageLoadKinds,
  PageLoadMeasure,
  PageLoadRoutes,
  PageLoadSeries,
  PluginUse,
  StaleEntityList,
  TeamPluginUse,
  TeamUse,
  UptimeComponents,
  UptimeIncidents,
  UptimeReport,
} from 'backstage-plugin-adoption-metrics-common';

/**
 * The days that a report covers.
 *
 * @public
 */
export interface ReportPeriod {
  /** First day, `YYYY-MM-DD`; the server has a default for each report. */
  from?: string;
  /** Day after the last, `YYYY-MM-DD`; the server's default is today. */
  to?: string;
}

/** @public */
export interface LifecycleParameters extends ReportPeriod {
  granularity?: LifecycleGranularity;
}

/** @public */
export interface ActivitySeriesParameters extends ReportPeriod {
  measure?: ActivityMeasure;
  granularity?: Granularity;
  /** Entity ref of a group; only people of this team and the teams below. */
  team?: string;
  /** Plugin id; only use of this plugin. */
  plugin?: string;
}

/** @public */
export interface PageLoadParameters extends ReportPeriod {
  /** The server's default is `initial`. */
  kind?: PageLoadKind;
}

/** @public */
export interface PageLoadRoutesParameters extends PageLoadParameters {
  /** The most pages to list. */
  limit?: number;
}

/** @public */
export interface PageLoadSeriesParameters extends PageLoadParameters {
  measure?: PageLoadMeasure;
  granularity?: Granularity;
}

/**
 * The moments that a report on uptime covers; the server has defaults for each.
 *
 * @public
 */
export interface UptimeRange {
  /** RFC 3339 in UTC. */
  from?: string;
  /** RFC 3339 in UTC, exclusive. */
  to?: string;
}

/** @public */
export interface UptimeIncidentsParameters extends UptimeRange {
  /** The most incidents to list. */
  limit?: number;
  /** The `nextCursor` of the page before. */
  cursor?: string;
}

/** @public */
export interface DayRange {
  /** First day, `YYYY-MM-DD`. */
  from?: string;
  /** Day after the last. */
  to?: string;
}

/** @public */
export interface DigestParameters {
  /** The server's default is a week. */
  period?: DigestPeriod;
}

/** @public */
export interface VerificationsParameters {
  /** Entity ref; the latest of all entities if it is missing. */
  entity?: string;
}

/** @public */
export interface StaleEntitiesParameters {
  /** `stale` by default; `exempt` for those that an annotation spares. */
  state?: 'stale' | 'exempt' | 'any';
  /** Entity ref; only this one. */
  entity?: string;
  /** Entity ref of an owner, or `me` for the person and the person's groups. */
  owner?: string;
  kind?: string;
  reason?: string;
  /** Only entities that are stale for as many days. */
  minDays?: number;
  /** The longest stale first by default, or by entity ref. */
  order?: 'since' | 'entity';
  /** The most entities to list. */
  limit?: number;
  /** The `nextCursor` of the page before. */
  cursor?: string;
}

/**
 * Every report of the server by its path: what may be asked for, and what the
 * answer is.
 *
 * @public
 */
export interface Reports {
  'activity/teams': { parameters: ReportPeriod; answer: TeamUse };
  'activity/plugins': { parameters: ReportPeriod; answer: PluginUse };
  'activity/team-plugins': { parameters: ReportPeriod; answer: TeamPluginUse };
  'activity/lifecycle': { parameters: LifecycleParameters; answer: Lifecycle };
  'activity/cohorts': { parameters: ReportPeriod; answer: Cohorts };
  'activity/onboarding': { parameters: ReportPeriod; answer: Onboarding };
  'activity/series': {
    parameters: ActivitySeriesParameters;
    answer: ActivitySeries;
  };
  'page-load/kinds': { parameters: ReportPeriod; answer: PageLoadKinds };
  'page-load/routes': {
    parameters: PageLoadRoutesParameters;
    answer: PageLoadRoutes;
  };
  'page-load/coverage': { parameters: ReportPeriod; answer: PageLoadCoverage };
  'page-load/hours': { parameters: PageLoadParameters; answer: PageLoadHours };
  'page-load/distribution': {
    parameters: PageLoadParameters;
    answer: PageLoadDistribution;
  };
  'page-load/series': {
    parameters: PageLoadSeriesParameters;
    answer: PageLoadSeries;
  };
  uptime: { parameters: UptimeRange; answer: UptimeReport };
  'uptime/components': { parameters: UptimeRange; answer: UptimeComponents };
  'uptime/incidents': {
    parameters: UptimeIncidentsParameters;
    answer: UptimeIncidents;
  };
  'catalog/stale-entities': {
    parameters: StaleEntitiesParameters;
    answer: StaleEntityList;
  };
  'catalog/owners': { parameters: {}; answer: CatalogOwners };
  'catalog/spiral': { parameters: {}; answer: CatalogSpiral };
  annotations: { parameters: DayRange; answer: AnnotationList };
  digest: { parameters: DigestParameters; answer: Digest };
  'decision/checklist': { parameters: {}; answer: DecisionChecklist };
  'catalog/verifications': {
    parameters: VerificationsParameters;
    answer: EntityVerificationList;
  };
  'uptime/maintenance': { parameters: UptimeRange; answer: MaintenanceList };
}

/** @public */
export type ReportName = keyof Reports;

/** @public */
export type UptimeReportName = Extract<ReportName, `uptime${string}`>;

/**
 * Reports that the server also writes as comma separated values.
 *
 * @public
 */
export type CsvReportName = Exclude<
  ReportName,
  | UptimeReportName
  | 'annotations'
  | 'catalog/spiral'
  | 'catalog/verifications'
  | 'digest'
  | 'decision/checklist'
>;

/** @public */
export type ReportParameters<TName extends ReportName> =
  Reports[TName]['parameters'];

/** @public */
export type Report<TName extends ReportName> = Reports[TName]['answer'];
