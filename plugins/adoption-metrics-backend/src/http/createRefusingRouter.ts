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
 * Responds in place of a plugin that could not be built. The backend starts
 * anyway, and signed-in users see what to fix. Public routes reveal nothing
 * about the configuration.
 */
export function createRefusingRouter(
  error: unknown,
  logger: LoggerService,
): Router {
  const message = refusalOf(error);
  logger.error(`${message}${framesOf(error)}`);
  const router = Router();
  // Backstage lets unauthenticated requests through to everything below such a
  // path.
  router.use(unauthenticatedPaths, (_req, res) => {
    const health: Health = { collecting: false };
    res.status(503).json(health);
  });
  router.use((_req, _res, next) => {
    next(new ServiceUnavailableError(message));
  });
  // Adds `Retry-After` if a retry may help.
  return isUnavailable(error) ? router.use(createErrorHandler()) : router;
}

/**
 * Why the plugin is not available. Messages of the database are not quoted,
 * because they contain values.
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
