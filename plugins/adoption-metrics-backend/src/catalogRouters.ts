import { Router } from 'express';
import { AccessControl } from './access';
import {
  createCatalogRouter,
  createVerificationRouter,
  OwnerReporter,
  ReadableEntities,
  StaleEntityLister,
  StalenessReporter,
  UNVERIFIED,
  VerificationBook,
} from './catalog';
import { CollectionOptions } from './collection';
import { Services } from './services';

interface CatalogRouterOptions {
  services: Services;
  collection: CollectionOptions;
}

/** What concerns the entities of the catalog one by one. */
export function createCatalogRouters(
  options: CatalogRouterOptions,
  access: AccessControl,
): Router[] {
  return [catalogRouter(options, access), verificationRouter(options, access)];
}

function catalogRouter(
  { services, collection }: CatalogRouterOptions,
  access: AccessControl,
): Router {
  const { clock, config, stores } = collection;
  const readable = new ReadableEntities(services.catalog);
  return createCatalogRouter({
    access,
    clock,
    lister: new StaleEntityLister({ store: stores.scans, readable }),
    owners: new OwnerReporter({
      staleness: new StalenessReporter({ store: stores.scans }),
      store: stores.scans,
      samples: stores.samples,
      readable,
      target: config.targets['stale-entities'].value,
    }),
  });
}

function verificationRouter(
  { services, collection }: CatalogRouterOptions,
  access: AccessControl,
): Router {
  const { clock, rules, stores } = collection;
  return createVerificationRouter({
    access,
    auditor: services.auditor,
    book: new VerificationBook({
      catalog: services.catalog,
      readable: new ReadableEntities(services.catalog),
      store: stores.verifications,
      clock,
      rule: rules.find(({ reason }) => reason === UNVERIFIED),
    }),
  });
}
