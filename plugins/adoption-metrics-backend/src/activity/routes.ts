import { HttpAuthService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { EventIngest } from './EventIngest';

const MAX_BODY = '256kb';
const RETRY_AFTER_SECONDS = '5';

/** `POST /events`: takes users only, and needs no permission to read. */
export function createActivityRouter(options: {
  httpAuth: HttpAuthService;
  ingest: EventIngest;
}): Router {
  const { httpAuth, ingest } = options;
  const router = PromiseRouter();
  router.post(
    '/events',
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const { userEntityRef } = credentials.principal;
      try {
        res.json(await ingest.take(userEntityRef, req.body));
      } catch (error) {
        if ((error as Error).name === ServiceUnavailableError.name) {
          res.setHeader('Retry-After', RETRY_AFTER_SECONDS);
        }
        throw error;
      }
    },
  );
  return router;
}
