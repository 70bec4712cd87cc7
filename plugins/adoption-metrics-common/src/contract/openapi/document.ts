import { z } from 'zod';
import { createDocument, ZodOpenApiPathsObject } from 'zod-openapi';
import { contract } from '../contract';
import { methodAndPath, RouteRow, RouteRows } from '../routes';
import * as schemas from '../schemas';
import { operationOf } from './operation';
import { errorComponents } from './responses';

/**
 * An OpenAPI 3.1 document.
 *
 * @public
 */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: Array<{ url: string }>;
  tags: Array<{ name: string; description: string }>;
  paths: OpenApiPaths;
  components: {
    schemas: Record<string, object>;
    responses: Record<string, OpenApiResponse>;
    securitySchemes: Record<string, object>;
  };
  security: Array<Record<string, string[]>>;
}

/** @public */
export interface OpenApiResponse {
  description: string;
  content?: Record<string, { schema: object }>;
}

/** @public */
export interface OpenApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: object[];
  requestBody?: object;
  /** Empty for public routes. */
  security?: object[];
  responses: Record<string, OpenApiResponse | { $ref: string }>;
}

/** Operations by path and method. @public */
export type OpenApiPaths = Record<string, Record<string, OpenApiOperation>>;

const tags = [
  { name: 'Scorecard', description: 'The four metrics and their history' },
  { name: 'Active users', description: 'Usage by team, plugin, and period' },
  { name: 'Page load', description: 'How fast pages load' },
  { name: 'Uptime', description: 'Uptime, incidents, and maintenance' },
  { name: 'Catalog', description: 'Stale entities and their owners' },
  { name: 'Deadline', description: 'The goal, its date and the forecast' },
  {
    name: 'Decision',
    description: 'Options, costs, and the decision at the deadline',
  },
  { name: 'Portals', description: 'Other portals, measured the same way' },
  { name: 'Alerts', description: 'Alerts, recipients, and the digest' },
  { name: 'People', description: 'Personal data and identities' },
  {
    name: 'Collection',
    description: 'Reports from browsers, and data collection',
  },
  { name: 'API', description: 'This API' },
];

/**
 * OpenAPI description of the REST API below `/api/adoption-metrics/v1`,
 * generated from the contract. The backend serves it at `/openapi.json`.
 *
 * @public
 */
export const openApiDocument = withNames(describeContract);

function describeContract(): OpenApiDocument {
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Adoption Metrics',
        version: '1',
        description:
          'Whether a Backstage portal is being adopted: active users, page load time, uptime and stale catalog entities, each with a target and a history.',
      },
      servers: [{ url: '/api/adoption-metrics/v1' }],
      tags,
      security: [{ backstage: [] }],
      components: {
        responses: errorComponents,
        securitySchemes: {
          backstage: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        },
      },
      paths: pathsOf(contract),
    },
    { override: tidy },
  );
  return document as unknown as OpenApiDocument;
}

// Restores defaults that zod omits for transformed values, and omits its bounds
// of safe integers.
function tidy({ zodSchema, jsonSchema }: OverrideContext): void {
  const { type, defaultValue } = zodSchema._zod.def as z.core.$ZodDefaultDef;
  if (type === 'default') {
    jsonSchema.default = defaultValue;
  }
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) {
    delete jsonSchema.minimum;
  }
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) {
    delete jsonSchema.maximum;
  }
}

type OverrideContext = Parameters<
  Extract<
    NonNullable<Parameters<typeof createDocument>[1]>['override'],
    (...args: never[]) => unknown
  >
>[0];

// Registers every exported schema as a component, but only while the document
// is generated. Elsewhere, registered names would turn into references.
function withNames<T>(make: () => T): T {
  const exported = Object.entries(schemas).map(([name, schema]) => ({
    id: name.replace(/Schema$/, ''),
    schema: schema as z.ZodType,
    own: (schema as z.ZodType).meta(),
  }));
  exported.forEach(({ schema, own, id }) => {
    z.globalRegistry.add(schema, { ...own, id });
  });
  try {
    return make();
  } finally {
    exported.forEach(({ schema, own }) => {
      z.globalRegistry.remove(schema);
      if (own) {
        z.globalRegistry.add(schema, own);
      }
    });
  }
}

function pathsOf(rows: RouteRows): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const [key, row] of Object.entries(rows) as Array<[string, RouteRow]>) {
    const { method, path } = methodAndPath(key);
    paths[path] = {
      ...paths[path],
      [method.toLocaleLowerCase('en-US')]: operationOf(row),
    };
  }
  return paths;
}
