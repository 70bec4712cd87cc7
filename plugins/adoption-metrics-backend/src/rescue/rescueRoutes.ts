import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import { RescueReporter } from './RescueReporter';

/** How far a rescue has come, for everybody who may read the figures. */
export function createRescueRouter(options: {
  access: AccessControl;
  reporter: RescueReporter;
}): Router {
  const { access, reporter } = options;
  const router = PromiseRouter();

  router.get('/decision/checklist', async (req, res) => {
    await access.requireReader(req);
    res.json(await reporter.checklist());
  });

  return router;
}
