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

class MethodNotAllowedError extends Error {
  readonly name = 'MethodNotAllowedError';
  readonly status = 405;
}

/** Answers what no route has answered: 404, or 405 with what is allowed. */
export const refuseUnknown: RequestHandler = (req, res, next) => {
  const allowed = methodsAt(req.path);
  if (allowed.length === 0) {
    next(
      new NotFoundError(
        `There is nothing at '${req.path}'; see openapi.json for what there is`,
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
      `${req.method} is not possible at '${
        req.path
      }'; accepted are ${allowed.join(', ')}`,
    ),
  );
};

function methodsAt(path: string): string[] {
  const methods = patterns
    .filter(pattern => pattern.path.test(path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return methods.length > 0 ? [...methods, 'OPTIONS'] : [];
}
