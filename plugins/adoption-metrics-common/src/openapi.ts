import { z } from 'zod';
import { metricIds } from './metrics';
import {
  BatchOutcomeSchema,
  DaySchema,
  DefinitionsSchema,
  DiagnosticsSchema,
  ErrorSchema,
  EventBatchSchema,
  FigureDetailSchema,
  ScorecardSchema,
  SeriesSchema,
  granularities,
} from './schemas';

/**
 * An OpenAPI 3.1 document.
 *
 * @public
 */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: Array<{ url: string }>;
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { securitySchemes: Record<string, object> };
  security: Array<Record<string, string[]>>;
}

/** @public */
export interface OpenApiOperation {
  operationId: string;
  summary: string;
  parameters?: object[];
  requestBody?: object;
  responses: Record<string, { description: string; content?: object }>;
}

type ErrorStatus = keyof typeof errorDescriptions;

const errorDescriptions = {
  400: 'The request names a field that is wrong, and what is accepted',
  401: 'No credentials, or not accepted ones',
  403: 'The credentials do not allow this',
  413: 'The body is larger than the server accepts',
  503: 'Busy or starting; `Retry-After` says when to try again',
} as const;

function json(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { $schema, ...body } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: body } };
}

function answer(description: string, content: object, errors: ErrorStatus[]) {
  const failures = errors.map(status => [
    status,
    { description: errorDescriptions[status], content: json(ErrorSchema) },
  ]);
  return { 200: { description, content }, ...Object.fromEntries(failures) };
}

function queryParameter(name: string, schema: object, description: string) {
  return { name, in: 'query', required: false, schema, description };
}

const metricParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', enum: metricIds },
};

const day = json(DaySchema)['application/json'].schema;

const seriesParameters = [
  metricParameter,
  queryParameter('from', day, 'First day; default 90 days before `to`'),
  queryParameter('to', day, 'Day after the last; default today'),
  queryParameter(
    'granularity',
    { type: 'string', enum: granularities, default: 'day' },
    'Length of a period',
  ),
  queryParameter(
    'format',
    { type: 'string', enum: ['json', 'csv'] },
    'Default `json`; `Accept: text/csv` asks for CSV as well',
  ),
];

const paths: OpenApiDocument['paths'] = {
  '/scorecard': {
    get: {
      operationId: 'getScorecard',
      summary: 'The four figures, each against its target',
      responses: answer('The scorecard', json(ScorecardSchema), [401, 403]),
    },
  },
  '/definitions': {
    get: {
      operationId: 'getDefinitions',
      summary: 'What each figure means',
      responses: answer('Definitions', json(DefinitionsSchema), [401, 403]),
    },
  },
  '/diagnostics': {
    get: {
      operationId: 'getDiagnostics',
      summary: 'What has to be in place for the figures to be true',
      responses: answer('Diagnostics', json(DiagnosticsSchema), [401, 403]),
    },
  },
  '/metrics/{id}': {
    get: {
      operationId: 'getMetric',
      summary: 'One figure with its breakdowns',
      parameters: [metricParameter],
      responses: answer(
        'The figure',
        json(FigureDetailSchema),
        [400, 401, 403],
      ),
    },
  },
  '/metrics/{id}/series': {
    get: {
      operationId: 'getSeries',
      summary: 'The history of one figure',
      parameters: seriesParameters,
      responses: answer(
        'The series',
        { ...json(SeriesSchema), 'text/csv': { schema: { type: 'string' } } },
        [400, 401, 403],
      ),
    },
  },
  '/events': {
    post: {
      operationId: 'postEvents',
      summary: 'Report what the signed-in person did and how fast pages were',
      requestBody: { required: true, content: json(EventBatchSchema, 'input') },
      responses: answer(
        'What became of the batch',
        json(BatchOutcomeSchema),
        [400, 401, 403, 413, 503],
      ),
    },
  },
};

/**
 * Describes the REST API below `/api/adoption-metrics/v1`. The backend serves
 * it at `/openapi.json`; tests hold it against the running routes.
 *
 * @public
 */
export const openApiDocument: OpenApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Adoption Metrics',
    version: '1',
    description:
      'Whether a Backstage portal is being adopted: active users, page load time, uptime and stale catalog entities, each with a target and a history.',
  },
  servers: [{ url: '/api/adoption-metrics/v1' }],
  security: [{ backstage: [] }],
  components: {
    securitySchemes: {
      backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
  paths,
};
