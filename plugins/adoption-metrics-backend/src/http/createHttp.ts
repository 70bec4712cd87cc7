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
import { createErrorHandler } from './errorHandler';
import { HandlerParts, RouteHandlers } from './handlers';
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
 * Serves routes as their rows in the contract say.
 *
 * @param handles.noteReader - told which person opened something of ours
 * @param handles.connections - how many the database takes at most
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
    /** What somebody may see of the catalog. */
    visibilityOf,
    /**
     * Everything below `/api/adoption-metrics`, from the handlers of all
     * folders; a request is compared with them in their order.
     */
    serve(handlers: RouteHandlers[]): Router {
      const all: RouteHandlers = Object.assign({}, ...handlers, documentation);
      const { noteReader, connections } = handles;
      const reads = new Reads(new ReadGate(limitReads(connections)));
      return serveAll(
        mountHandlers(all, {
          access,
          auditor,
          visibilityOf,
          noteReader,
          reads,
        }),
      );
    },
    part: { diagnostics: [async () => checkPermissions(handles.access)] },
  };
}

interface Surroundings {
  access: AccessControl;
  auditor: AuditorService;
  visibilityOf(credentials: BackstageCredentials): Visibility;
  noteReader(entityRef: string): void;
  reads: Reads;
}

function mountHandlers(
  handlers: RouteHandlers,
  surroundings: Surroundings,
): Router {
  const router = PromiseRouter();
  for (const key of Object.keys(handlers) as RouteKey[]) {
    const { method, path } = methodAndPath(key);
    const row: RouteRow = contract[key];
    const verb = method.toLocaleLowerCase('en-US') as 'get';
    router[verb](
      path.replace(/\{(\w+)\}/g, ':$1'),
      ...handlersOf(
        row,
        partsOf(handlers[key], { key, row, reads: surroundings.reads }),
        surroundings,
      ),
    );
  }
  return router;
}

/** A handler of any route, once its types have done their work. */
type AnyParts = HandlerParts<never> & { csv?: (answer: any) => string };

function partsOf(
  handler: RouteHandlers[RouteKey],
  route: { key: RouteKey; row: RouteRow; reads: Reads },
): AnyParts {
  const parts = (
    typeof handler === 'function' ? { answer: handler } : handler
  ) as AnyParts | AnyCommonParts;
  return { ...parts, answer: serveRead(parts, route) } as AnyParts;
}

// Who asks is looked at before anything is read.
function handlersOf(
  row: RouteRow,
  { answer, enter, auditMeta, csv }: AnyParts,
  { noteReader, ...surroundings }: Surroundings,
): RequestHandler[] {
  const { access } = surroundings;
  const read = createRequestReader(row);
  const runner = new RequestRunner({
    ...surroundings,
    row,
    answer,
    auditMeta,
  });
  const admit: RequestHandler = async (req, res, next) => {
    res.locals.credentials = await access.admit(req, row.caller);
    next();
  };
  const handle = async (req: Request, res: Response) => {
    const request = read(req);
    const outcome = await runner
      .run({ req, res, request })
      .catch(unlessGone(res));
    if (!outcome) {
      return;
    }
    const { answered, unavailable } = outcome;
    if (req.header(FOREGROUND_HEADER) === 'true') {
      noteForeground(res.locals.credentials, noteReader);
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
    ...(row.body ? [createBodyReader()] : []),
    handle,
  ];
}

function letIn(enter: NonNullable<AnyParts['enter']>): RequestHandler {
  return (_req, res, next) => {
    res.once('close', enter(res.locals.credentials as never));
    next();
  };
}

/** What fails because nobody waits for it any more needs no answer. */
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
  // Where modules that list the APIs of a portal's plugins look for it.
  router.get('/openapi.json', (_req, res) => {
    res.json(openApiDocument);
  });
  router.use('/v1', routes);
  router.use('/v1', refuseUnknown);
  router.use(createErrorHandler());
  return router;
}
