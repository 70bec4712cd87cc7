import { Router } from 'express';
import { AccessControl } from './access';
import {
  createActivityRouter,
  createEventsRouter,
  EventIngest,
} from './activity';
import { StalenessReporter } from './catalog';
import { createCatalogRouters } from './catalogRouters';
import {
  CollectionOptions,
  createOrganizationReader,
  createUserSorter,
} from './collection';
import { createHttp, Http } from './http';
import { createPageLoadRoutes } from './pageLoad';
import { createPeopleRouter, DeveloperPreviewer } from './people';
import {
  createScorecardRouter,
  diagnose,
  ScorecardReporter,
} from './scorecard';
import { closeAgain } from './closer';
import { createDeadlineRouters } from './deadlineRouters';
import { createUptimeOverview } from './figures';
import { Alerting } from './alerting';
import { createPageLoadReporter } from './reporters';
import { Services } from './services';
import {
  CheckIntake,
  createUptimeRouter,
  HealthReporter,
  MaintenanceCalendar,
} from './uptime';

interface RouterOptions {
  services: Services;
  collection: CollectionOptions;
  scorecard: ScorecardReporter;
  ingest: EventIngest;
  /** Through which somebody is told. */
  alerting: Alerting;
}

/** The routes of every folder, each with what it needs. */
export function createRouters(options: RouterOptions): Router {
  const { services, collection, ingest } = options;
  const access = new AccessControl({
    ...services,
    config: collection.config.access,
  });
  const { auditor, httpAuth, permissions, userInfo } = services;
  const http = createHttp({
    access: collection.config.access,
    auditor,
    httpAuth,
    permissions,
    userInfo,
  });
  const { scorecard } = options;
  return http.serve([
    createEventsRouter({ access, ingest }),
    peopleRouter(options, access),
    activityRouter(options, access),
    pageLoadRouter(options, http),
    uptimeRouter(options, access),
    ...createCatalogRouters(options, access),
    scorecardRouter(options, { access, reporter: scorecard }),
    ...createDeadlineRouters(options, access),
  ]);
}

function peopleRouter(
  { services, collection }: RouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores, pseudonymize } = collection;
  const { zone, developers } = config;
  return createPeopleRouter({
    access,
    auditor: services.auditor,
    clock,
    zone,
    pseudonymize,
    records: stores.personRecords,
    signedActs: [
      stores.maintenance,
      stores.incidentNotes,
      stores.programmes,
      stores.verifications,
      stores.annotations,
      stores.acknowledgements,
      stores.mutes,
    ],
    activity: stores.personActivity,
    previewer: new DeveloperPreviewer({
      clock,
      zone,
      reader: createOrganizationReader(services, collection),
      sorter: createUserSorter(collection),
      developers: stores.developers,
      headCount: developers.headCount,
    }),
  });
}

function activityRouter(
  { collection }: RouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores } = collection;
  return createActivityRouter({
    ...stores,
    access,
    clock,
    zone: config.zone,
    floor: config.privacyFloor,
  });
}

function pageLoadRouter({ collection }: RouterOptions, http: Http): Router {
  const reporter = createPageLoadReporter(collection);
  return http.mount(createPageLoadRoutes(reporter));
}

function uptimeRouter(
  { services, collection }: RouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores } = collection;
  const { excludeLate, heartbeatPeriod } = config.uptime;
  const onNews = (since: number) => closeAgain(collection, since);
  return createUptimeRouter({
    access,
    auditor: services.auditor,
    clock,
    notes: stores.incidentNotes,
    overview: createUptimeOverview(collection),
    maintenance: new MaintenanceCalendar({
      store: stores.maintenance,
      clock,
      excludeLate,
      onNews,
    }),
    intake: new CheckIntake({
      store: stores.components,
      config: config.uptime,
      clock,
      onNews,
    }),
    health: new HealthReporter({
      store: stores.heartbeats,
      clock,
      period: heartbeatPeriod,
    }),
  });
}

function scorecardRouter(
  { services, collection }: RouterOptions,
  { access, reporter }: { access: AccessControl; reporter: ScorecardReporter },
): Router {
  const { clock, config, stores } = collection;
  const { zone } = config;
  return createScorecardRouter({
    access,
    clock,
    zone,
    samples: stores.samples,
    reporter,
    diagnose: () =>
      diagnose({
        clock,
        zone,
        config: services.config,
        activity: stores.activity,
        developers: stores.developers,
        heartbeats: stores.heartbeats,
        history: stores.history,
        pageLoads: stores.pageLoads,
        privacyFloor: config.privacyFloor,
        staleness: new StalenessReporter({ store: stores.scans }),
      }),
  });
}
