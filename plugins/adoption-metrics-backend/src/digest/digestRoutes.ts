import { digestPeriods } from 'backstage-plugin-adoption-metrics-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import { parseChoice } from '../samples';
import { DigestService } from './DigestService';

/** What is sent, to be looked at by everybody who may read the metrics. */
export function createDigestRouter(options: {
  access: AccessControl;
  service: DigestService;
}): Router {
  const router = PromiseRouter();

  router.get('/digest', async (req, res) => {
    const credentials = await options.access.requireReader(req);
    const period = parseChoice(req.query, 'period', digestPeriods);
    res.json(await options.service.read(period, credentials));
  });

  return router;
}
