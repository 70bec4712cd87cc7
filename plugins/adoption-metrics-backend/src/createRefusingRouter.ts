import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { Router } from 'express';

const CONFIGURATION_ERRORS = [InputError.name, ConflictError.name];

/**
 * Answers instead of a plugin whose configuration is wrong: the portal starts
 * without it, and everybody who asks is told which key to mend.
 *
 * @throws the error itself if the configuration is not its cause
 */
export function createRefusingRouter(
  error: unknown,
  logger: LoggerService,
): Router {
  const { name, message } = error as Error;
  if (!CONFIGURATION_ERRORS.includes(name)) {
    throw error;
  }
  logger.error(`Adoption Metrics is switched off: ${message}`);
  const router = Router();
  router.use((_req, _res, next) => {
    next(
      new ServiceUnavailableError(
        `Adoption Metrics is switched off: ${message}`,
      ),
    );
  });
  return router;
}
