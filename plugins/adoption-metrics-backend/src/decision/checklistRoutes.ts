import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import { ChecklistReporter } from './ChecklistReporter';

/** How far a portal has come, for everybody who may read the metrics. */
export function createChecklistRouter(options: {
  access: AccessControl;
  reporter: ChecklistReporter;
}): Router {
  const { access, reporter } = options;
  const router = PromiseRouter();

  router.get('/decision/checklist', async (req, res) => {
    await access.requireReader(req);
    res.json(await reporter.checklist());
  });

  return router;
}
