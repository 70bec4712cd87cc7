import {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FOREGROUND_HEADER } from 'backstage-plugin-adoption-metrics-common';
import {
  contract,
  methodAndPath,
  openApiDocument,
  RouteKey,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { Request, RequestHandler, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, isUser } from './AccessControl';
import { checkPermissions } from './checkPermissions';
import { AccessConfig } from './config';
import { createBodyReader } from './createBodyReader';
import { createAsk, ServedApi } from './ask';
import { createErrorHandler } from './errorHandler';
import { RouteHandlers } from './handlers';
import { AnyParts, OpenRoute } from './OpenRoute';
import { AnyCommonParts, serveRead } from './reading/serveRead';
import { limitReads, ReadGate, Reads } from './reading';
import { createRequestReader } from './readRequest';
import { RequestRunner } from './RequestRunner';
import { respond } from './respond';
import { refuseUnknown } from './unknownRoutes';
import { CatalogVisibility, Visibility } from './visibility';

const documentation: RouteHandlers = {
  'GET /openapi.json': () => ({ ...openApiDocument }),
};

/**
 * Serves routes as declared in the contract.
 *
 * @param handles.noteReader - called when a person views our plugin
 * @param handles.connections - size of the database's connection pool
 */
export function createHttp(handles: {
  access: AccessConfig;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  noteReader(entityRef: string): void;
  connections: number;
}) {
  const { auditor, auth, catalog } = handles;
  const { httpAuth, permissions, userInfo } = handles;
  const access = new AccessControl({
    config: handles.access,
    httpAuth,
    permissions,
    userInfo,
  });
  const visibilityOf = (credentials: BackstageCredentials): Visibility =>
    new CatalogVisibility({ catalog, auth, credentials });
  return {
    /** What a caller can see of the catalog. */
    visibilityOf,
    /**
     * Serves all routes below `/api/adoption-metrics`. The order of the
     * handlers is the order in which requests are matched.
     */
    serve(handlers: RouteHandlers[]): ServedApi {
      const all: RouteHandlers = Object.assign({}, ...handlers, documentation);
      const { noteReader, connections } = handles;
      const reads = new Reads(new ReadGate(limitReads(connections)));
      const routes = openRoutes(all, {
        access,
        auditor,
        visibilityOf,
        reads,
      });
      return {
        router: serveAll(mountRoutes(routes, { access, noteReader })),
        ask: createAsk(routes, access),
      };
    },
    part: { diagnostics: [async () => checkPermissions(handles.access)] },
  };
}

interface Surroundings {
  access: AccessControl;
  auditor: AuditorService;
  visibilityOf(credentials: BackstageCredentials): Visibility;
  reads: Reads;
}

function openRoutes(
  handlers: RouteHandlers,
  { reads, ...surroundings }: Surroundings,
): OpenRoute[] {
  return (Object.keys(handlers) as RouteKey[]).map(key => {
    const row: RouteRow = contract[key];
    const parts = partsOf(handlers[key], { key, row, reads });
    const { answer, auditMeta } = parts;
    const runner = new RequestRunner({
      ...surroundings,
      row,
      answer,
      auditMeta,
    });
    return { key, row, parts, runner };
  });
}

/** Checks access, and records who reads. */
interface Entrance {
  access: AccessControl;
  noteReader(entityRef: string): void;
}

function mountRoutes(routes: OpenRoute[], entrance: Entrance): Router {
  const router = PromiseRouter();
  for (const route of routes) {
    const { method, path } = methodAndPath(route.key);
    const verb = method.toLocaleLowerCase('en-US') as 'get';
    router[verb](
      path.replace(/\{(\w+)\}/g, ':$1'),
      ...handlersOf(route, entrance),
    );
  }
  return router;
}

function partsOf(
  handler: RouteHandlers[RouteKey],
  route: { key: RouteKey; row: RouteRow; reads: Reads },
): AnyParts {
  const parts = (
    typeof handler === 'function' ? { answer: handler } : handler
  ) as AnyParts | AnyCommonParts;
  return { ...parts, answer: serveRead(parts, route) } as AnyParts;
}

// Access is checked before the body is read.
function handlersOf(
  { row, parts, runner }: OpenRoute,
  { access, noteReader }: Entrance,
): RequestHandler[] {
  const { enter, csv } = parts;
  const read = createRequestReader(row);
  const admit: RequestHandler = async (req, res, next) => {
    res.locals.credentials = await access.admit(req, row.caller);
    next();
  };
  const handle = async (req: Request, res: Response) => {
    const request = read(req);
    const { credentials } = res.locals;
    const outcome = await runner
      .run({ req, credentials, request, signal: signalOf(res) })
      .catch(unlessGone(res));
    if (!outcome) {
      return;
    }
    const { answered, unavailable } = outcome;
    if (req.header(FOREGROUND_HEADER) === 'true') {
      noteForeground(credentials, noteReader);
    }
    if (unavailable) {
      res.status(503);
    }
    const { format } = request.query;
    respond({ req, res }, row, { answer: answered, csv, format });
  };
  return [
    admit,
    ...(enter ? [letIn(enter)] : []),
    ...(row.body ? [createBodyReader(undefined, row)] : []),
    handle,
  ];
}

function letIn(enter: NonNullable<AnyParts['enter']>): RequestHandler {
  return (_req, res, next) => {
    res.once('close', enter(res.locals.credentials as never));
    next();
  };
}

function signalOf(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}

/** Errors need no response once the client is gone. */
function unlessGone(res: Response): (error: unknown) => undefined {
  return error => {
    if (!res.closed) {
      throw error;
    }
  };
}

function noteForeground(
  credentials: BackstageCredentials | undefined,
  noteReader: (entityRef: string) => void,
): void {
  if (credentials && isUser(credentials)) {
    noteReader(credentials.principal.userEntityRef);
  }
}

function serveAll(routes: Router): Router {
  const router = Router();
  // A well-known path, where other plugins look for OpenAPI documents.
  router.get('/openapi.json', (_req, res) => {
    res.json(openApiDocument);
  });
  router.use('/v1', routes);
  router.use('/v1', refuseUnknown);
  router.use(createErrorHandler());
  return router;
}
