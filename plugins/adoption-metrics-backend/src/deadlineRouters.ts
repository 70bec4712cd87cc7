import { Router } from 'express';
import { AccessControl } from './access';
import { UseReporter } from './activity';
import { Alerting } from './alerting';
import { createAlertRouter, createMuteRouter } from './alerts';
import { CollectionOptions } from './collection';
import {
  createProgrammeEvaluator,
  createProgrammeKeeper,
  createProgrammeReporter,
} from './deadline';
import { createDigestRouter, DigestBook } from './digest';
import { createDigestReporter } from './digesting';
import { ROUTE_DAYS } from './pageLoad';
import { createAnnotationRouter, createProgrammeRouter } from './programme';
import { createRescueRouter, RescueReporter } from './rescue';
import { ScorecardReporter } from './scorecard';
import { Services } from './services';

interface DeadlineRouterOptions {
  services: Services;
  collection: CollectionOptions;
  scorecard: ScorecardReporter;
  /** Through which somebody is told. */
  alerting: Alerting;
}

/** What concerns the deadline: goal, rescue, annotations, alerts and digest. */
export function createDeadlineRouters(
  options: DeadlineRouterOptions,
  access: AccessControl,
): Router[] {
  return [
    annotationRouter(options, access),
    programmeRouter(options, access),
    ...alertRouters(options, access),
    digestRouter(options, access),
    rescueRouter(options, access),
  ];
}

function annotationRouter(
  { services, collection }: DeadlineRouterOptions,
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
  { services, collection, scorecard, alerting }: DeadlineRouterOptions,
  access: AccessControl,
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
    reporter: createProgrammeReporter(collection, {
      scorecard: () => scorecard.scorecard(),
      channels: () => alerting.routing.channelsAt('deadline', clock.now()),
    }),
    onChange: async () => {
      await evaluator.evaluate(new AbortController().signal);
    },
  });
}

function alertRouters(
  { services, collection, alerting }: DeadlineRouterOptions,
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

function digestRouter(
  options: DeadlineRouterOptions,
  access: AccessControl,
): Router {
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
  { collection, scorecard }: DeadlineRouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores } = collection;
  const { zone, privacyFloor: floor } = config;
  return createRescueRouter({
    access,
    reporter: new RescueReporter({
      ...stores,
      ...{ clock, zone, conditions: config.conditions },
      daysOfRoutes: ROUTE_DAYS,
      use: new UseReporter({ ...stores, clock, zone, floor }),
      scorecard: () => scorecard.scorecard(),
    }),
  });
}
