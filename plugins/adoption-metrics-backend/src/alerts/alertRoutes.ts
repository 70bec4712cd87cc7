import { AlertList } from 'backstage-plugin-adoption-metrics-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../access';
import { AlertStore } from './AlertStore';

const NEWEST = 100;

interface RouterOptions {
  access: AccessControl;
  store: Pick<AlertStore, 'newest'>;
  /** Names of the channels through which somebody is told. */
  channels: string[];
}

/** What was alerted about, for everybody who may read the figures. */
export function createAlertRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.get('/alerts', async (req, res) => {
    const { access, store, channels } = options;
    await access.requireReader(req);
    const answer: AlertList = { channels, alerts: await store.newest(NEWEST) };
    res.json(answer);
  });
  return router;
}
