import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Health } from 'backstage-plugin-adoption-metrics-common';
import { Router } from 'express';
import { databaseErrorCode, framesOf } from '../database';

/**
 * Answers instead of a plugin that could not be built, whatever was thrown: the
 * portal starts without it, and everybody who is signed in learns which key to
 * mend. Strangers, who may ask for health, learn nothing of the configuration.
 */
export function createRefusingRouter(
  error: unknown,
  logger: LoggerService,
): Router {
  const message = `Adoption Metrics is switched off: ${reasonOf(error)}`;
  logger.error(`${message}${framesOf(error)}`);
  const router = Router();
  router.get('/v1/health', (_req, res) => {
    const health: Health = { collecting: false };
    res.status(503).json(health);
  });
  router.use((_req, _res, next) => {
    next(new ServiceUnavailableError(message));
  });
  return router;
}

// The message of a database quotes what it was asked about.
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return databaseErrorCode(error) ?? message;
}
