import { NotFoundError } from '@backstage/errors';
import {
  methodAndPath,
  routeKeys,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { RequestHandler } from 'express';

const patterns = routeKeys.map(key => {
  const { method, path } = methodAndPath(key);
  return {
    method,
    path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
  };
});

/** In characters. */
const LONGEST_ECHO = 200;

class MethodNotAllowedError extends Error {
  readonly name = 'MethodNotAllowedError';
  readonly status = 405;
}

/** Responds with 404, or with 405 and the allowed methods. */
export const refuseUnknown: RequestHandler = (req, res, next) => {
  const allowed = methodsAt(req.path);
  const shown = req.path.slice(0, LONGEST_ECHO);
  if (allowed.length === 0) {
    next(
      new NotFoundError(
        `'${shown}' was not found; see openapi.json for all routes`,
      ),
    );
    return;
  }
  res.setHeader('Allow', allowed.join(', '));
  if (req.method === 'OPTIONS') {
    res.status(204).end();
    return;
  }
  next(
    new MethodNotAllowedError(
      `${req.method} is not supported at '${shown}'; expected ${allowed.join(
        ', ',
      )}`,
    ),
  );
};

function methodsAt(path: string): string[] {
  const methods = patterns
    .filter(pattern => pattern.path.test(path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return methods.length > 0 ? [...methods, 'OPTIONS'] : [];
}
