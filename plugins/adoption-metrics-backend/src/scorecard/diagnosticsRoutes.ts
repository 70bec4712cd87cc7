import {
  Diagnostic,
  Diagnostics,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import { formatInstant } from '../time';

/** `GET /diagnostics`, for everybody with `adoption-metrics.scorecard.read`. */
export function createDiagnosticsRouter(options: {
  access: AccessControl;
  clock: Clock;
  checks: Array<() => Promise<Diagnostic>>;
}): Router {
  const { access, clock, checks } = options;
  const router = PromiseRouter();
  router.get('/diagnostics', async (req, res) => {
    await access.requireReader(req);
    const answer: Diagnostics = {
      computedAt: formatInstant(clock.now()),
      checks: await Promise.all(checks.map(check => check())),
    };
    res.json(answer);
  });
  return router;
}
