import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Health } from 'backstage-plugin-adoption-metrics-common';
import { Router } from 'express';
import {
  databaseErrorCode,
  describeDatabaseError,
  framesOf,
  isUnavailable,
} from '../database';
import { concealAddresses } from '../failures';
import { createErrorHandler } from './errorHandler';
import { unauthenticatedPaths } from './unauthenticatedPaths';

/**
 * Answers instead of a plugin that could not be built, whatever was thrown: the
 * portal starts without it, and everybody who is signed in learns which key to
 * mend. Strangers, who may ask for health, learn nothing of the configuration.
 */
export function createRefusingRouter(
  error: unknown,
  logger: LoggerService,
): Router {
  const message = refusalOf(error);
  logger.error(`${message}${framesOf(error)}`);
  const router = Router();
  // Backstage lets strangers through to whatever is below such a path.
  router.use(unauthenticatedPaths, (_req, res) => {
    const health: Health = { collecting: false };
    res.status(503).json(health);
  });
  router.use((_req, _res, next) => {
    next(new ServiceUnavailableError(message));
  });
  // Says when to come back, if that may help.
  return isUnavailable(error) ? router.use(createErrorHandler()) : router;
}

/**
 * Why the plugin does not answer. The message of a database is not quoted, since
 * that quotes what it was asked about.
 */
export function refusalOf(error: unknown): string {
  if (isUnavailable(error)) {
    return `Adoption Metrics is waiting for its database, which is unavailable (${describeDatabaseError(
      error,
    )})`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `Adoption Metrics is disabled: ${
    databaseErrorCode(error) ?? concealAddresses(message)
  }`;
}
