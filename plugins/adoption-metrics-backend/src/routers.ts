import { Router } from 'express';
import { AccessControl } from './access';
import {
  createActivityRouter,
  createEventsRouter,
  EventIngest,
  UseReporter,
} from './activity';
import { StalenessReporter } from './catalog';
import { createCatalogRouters } from './catalogRouters';
import {
  CollectionOptions,
  createOrganizationReader,
  createUserSorter,
} from './collection';
import { createPageLoadRouter } from './pageLoad';
import { createPeopleRouter, DeveloperPreviewer } from './people';
import { createAnnotationRouter, createProgrammeRouter } from './programme';
import {
  createScorecardRouter,
  diagnose,
  ScorecardReporter,
} from './scorecard';
import { closeAgain } from './closer';
import {
  createProgrammeEvaluator,
  createProgrammeKeeper,
  createProgrammeReporter,
} from './deadline';
import { createUptimeOverview } from './figures';
import { createAlertRouter, createMuteRouter } from './alerts';
import { Alerting } from './alerting';
import { createDigestRouter, DigestBook } from './digest';
import { createDigestReporter } from './digesting';
import { createPageLoadReporter } from './reporters';
import { createRescueRouter, RescueReporter } from './rescue';
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
export function createRouters(options: RouterOptions): Router[] {
  const { services, collection, ingest } = options;
  const access = new AccessControl({
    ...services,
    config: collection.config.access,
  });
  const { scorecard } = options;
  return [
    createEventsRouter({ access, ingest }),
    peopleRouter(options, access),
    activityRouter(options, access),
    pageLoadRouter(options, access),
    uptimeRouter(options, access),
    ...createCatalogRouters(options, access),
    annotationRouter(options, access),
    scorecardRouter(options, { access, reporter: scorecard }),
    programmeRouter(options, { access, scorecard }),
    ...alertRouters(options, access),
    digestRouter(options, access),
    rescueRouter(options, access),
  ];
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

function pageLoadRouter(
  { collection }: RouterOptions,
  access: AccessControl,
): Router {
  const reporter = createPageLoadReporter(collection);
  return createPageLoadRouter({ access, reporter });
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

function annotationRouter(
  { services, collection }: RouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores } = collection;
  return createAnnotationRouter({
    ...{ access, clock, zone: config.zone },
    auditor: services.auditor,
    annotations: stores.annotations,
  });
}

function programmeRouter(
  { services, collection, alerting }: RouterOptions,
  {
    access,
    scorecard,
  }: { access: AccessControl; scorecard: ScorecardReporter },
): Router {
  const { clock, config, stores } = collection;
  const evaluator = createProgrammeEvaluator(collection);
  return createProgrammeRouter({
    access,
    auditor: services.auditor,
    clock,
    zone: config.zone,
    keeper: createProgrammeKeeper(collection),
    programmes: stores.programmes,
    reporter: createProgrammeReporter(
      collection,
      () => scorecard.scorecard(),
      () => alerting.routing.channelsAt('deadline', clock.now()),
    ),
    onChange: async () => {
      await evaluator.evaluate(new AbortController().signal);
    },
  });
}

function alertRouters(
  { services, collection, alerting }: RouterOptions,
  access: AccessControl,
): Router[] {
  const { clock, config, stores } = collection;
  const common = {
    ...{ access, clock, zone: config.zone, auditor: services.auditor },
    mutes: stores.mutes,
  };
  const channels = alerting.channels.map(({ name }) => name);
  return [
    createAlertRouter({
      ...common,
      store: stores.alerts,
      acknowledgements: stores.acknowledgements,
      rules: config.alerts.rules,
      routing: alerting.routing,
      channels,
    }),
    createMuteRouter(common),
  ];
}

function digestRouter(options: RouterOptions, access: AccessControl): Router {
  const { collection, alerting } = options;
  const { clock, config, stores } = collection;
  return createDigestRouter({
    access,
    book: new DigestBook({
      ...{ clock, zone: config.zone, config: config.digest },
      reporter: createDigestReporter(options),
      store: stores.alerts,
      routing: alerting.routing,
    }),
  });
}

function rescueRouter(
  { collection, scorecard }: RouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores } = collection;
  const { zone, privacyFloor: floor } = config;
  return createRescueRouter({
    access,
    reporter: new RescueReporter({
      ...stores,
      ...{ clock, zone, conditions: config.conditions },
      daysOfRoutes: config.retention.pageLoadRoutes,
      use: new UseReporter({ ...stores, clock, zone, floor }),
      scorecard: () => scorecard.scorecard(),
    }),
  });
}
