import { Router } from 'express';
import { AccessControl } from './access';
import {
  createCatalogRouter,
  createVerificationRouter,
  ReadableEntities,
  StaleEntityLister,
  UNVERIFIED,
  VerificationBook,
} from './catalog';
import { CollectionOptions } from './collection';
import { createOwnerReporter } from './reporters';
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
  const { clock, stores } = collection;
  const readable = new ReadableEntities(services.catalog);
  return createCatalogRouter({
    access,
    clock,
    lister: new StaleEntityLister({ store: stores.scans, readable }),
    owners: createOwnerReporter(services, collection),
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
