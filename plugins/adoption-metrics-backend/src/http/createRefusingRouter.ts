import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Router } from 'express';
import { databaseErrorCode, framesOf } from '../database';

/**
 * Answers instead of a plugin that could not be built, whatever was thrown: the
 * portal starts without it, and everybody who asks learns which key to mend.
 */
export function createRefusingRouter(
  error: unknown,
  logger: LoggerService,
): Router {
  const message = `Adoption Metrics is switched off: ${reasonOf(error)}`;
  logger.error(`${message}${framesOf(error)}`);
  const router = Router();
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
