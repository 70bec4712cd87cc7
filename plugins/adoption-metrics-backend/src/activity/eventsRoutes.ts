import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import { EventIngest } from './EventIngest';

const MAX_BODY = '256kb';

/** `POST /events`: takes users only, and needs no permission to read. */
export function createEventsRouter(options: {
  access: AccessControl;
  ingest: EventIngest;
}): Router {
  const { access, ingest } = options;
  const router = PromiseRouter();
  router.post(
    '/events',
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      const { principal } = await access.requireUser(req);
      res.json(await ingest.take(principal.userEntityRef, req.body));
    },
  );
  return router;
}
