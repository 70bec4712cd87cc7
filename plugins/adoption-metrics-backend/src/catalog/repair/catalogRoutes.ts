import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../../http';
import { sendTable } from '../../samples';
import { OwnerReporter } from './OwnerReporter';
import { StaleEntityLister } from './StaleEntityLister';
import {
  parseStaleEntityRequest,
  StaleEntityRequest,
} from './staleEntityRequests';
import { ownersToCsv, staleEntitiesToCsv } from './tables';

export interface CatalogRouterOptions {
  access: AccessControl;
  clock: Clock;
  lister: StaleEntityLister;
  owners: OwnerReporter;
}

/** What is stale and whose it is, as far as the caller may read the catalog. */
export function createCatalogRouter(options: CatalogRouterOptions): Router {
  const { access, clock, lister, owners } = options;
  const router = PromiseRouter();

  router.get('/catalog/stale-entities', async (req, res) => {
    const credentials = await access.requireReader(req);
    const request = parseStaleEntityRequest(req.query, clock.now());
    const ownerRefs = await ownersOf(request, { access, credentials });
    const { query } = request;
    const filter = { ...query.filter, ownerRefs };
    const list = await lister.list({ ...query, filter }, credentials);
    sendTable({ req, res }, list, staleEntitiesToCsv);
  });

  router.get('/catalog/owners', async (req, res) => {
    const credentials = await access.requireReader(req);
    sendTable({ req, res }, await owners.report(credentials), ownersToCsv);
  });

  return router;
}

async function ownersOf(
  { owner }: StaleEntityRequest,
  caller: { access: AccessControl; credentials: BackstageCredentials },
): Promise<string[] | undefined> {
  if (owner !== 'me') {
    return owner === undefined ? undefined : [owner];
  }
  return caller.access.ownershipOf(caller.credentials);
}
