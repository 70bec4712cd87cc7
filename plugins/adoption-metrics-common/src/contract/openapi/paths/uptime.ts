import { z } from 'zod';
import {
  AlertmanagerPayloadSchema,
  HealthSchema,
  IncidentNoteRequestSchema,
  IncidentNoteSchema,
  InstantSchema,
  MaintenanceListSchema,
  MaintenanceRequestSchema,
  MaintenanceWindowSchema,
  UptimeCheckBatchSchema,
  UptimeCheckOutcomeSchema,
  UptimeCheckSchema,
  UptimeComponentsSchema,
  UptimeIncidentsSchema,
  UptimeReportSchema,
} from '../../schemas';
import {
  body,
  answer,
  json,
  OpenApiPaths,
  queryParameter,
} from '../operations';

const instant = json(InstantSchema)['application/json'].schema;

function rangeParameters(length: string) {
  return [
    queryParameter('from', instant, `Default ${length} before \`to\``),
    queryParameter('to', instant, 'Exclusive; default now'),
  ];
}

const checkBody = z.union([
  UptimeCheckSchema,
  UptimeCheckBatchSchema,
  AlertmanagerPayloadSchema,
]);

const health = json(HealthSchema);

export const uptimePaths: OpenApiPaths = {
  '/uptime': {
    get: {
      operationId: 'getUptime',
      summary: 'Uptime of the portal, its error budget and burn rates',
      parameters: rangeParameters('30 days'),
      responses: answer('Uptime', json(UptimeReportSchema), [400, 401, 403]),
    },
  },
  '/uptime/components': {
    get: {
      operationId: 'getUptimeComponents',
      summary: 'Uptime of each component that is watched',
      parameters: rangeParameters('30 days'),
      responses: answer(
        'Components',
        json(UptimeComponentsSchema),
        [400, 401, 403],
      ),
    },
  },
  '/uptime/incidents': {
    get: {
      operationId: 'getUptimeIncidents',
      summary: 'When and why the portal was down, newest first',
      parameters: [
        ...rangeParameters('90 days'),
        queryParameter(
          'limit',
          { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          'Incidents of a page',
        ),
        queryParameter(
          'cursor',
          { type: 'string' },
          'The `nextCursor` of the page before',
        ),
      ],
      responses: answer(
        'Incidents',
        json(UptimeIncidentsSchema),
        [400, 401, 403],
      ),
    },
  },
  '/uptime/incidents/notes': {
    post: {
      operationId: 'addIncidentNote',
      summary: 'Write down what happened, for those who may manage uptime',
      requestBody: body(IncidentNoteRequestSchema),
      responses: answer(
        'The note',
        json(IncidentNoteSchema),
        [400, 401, 403, 404],
      ),
    },
  },
  '/uptime/maintenance': {
    get: {
      operationId: 'getMaintenance',
      summary: 'Times that were declared as unavailable',
      parameters: [
        queryParameter('from', instant, 'Default 30 days before now'),
        queryParameter('to', instant, 'Exclusive; default 365 days from now'),
      ],
      responses: answer(
        'Maintenance windows, by start',
        json(MaintenanceListSchema),
        [400, 401, 403],
      ),
    },
    post: {
      operationId: 'declareMaintenance',
      summary:
        'Declare a time as unavailable before it begins, for those who may manage uptime',
      requestBody: body(MaintenanceRequestSchema),
      responses: answer(
        'The window',
        json(MaintenanceWindowSchema),
        [400, 401, 403],
      ),
    },
    delete: {
      operationId: 'cancelMaintenance',
      summary: 'Cancel a window, or end it now if it has begun',
      parameters: [
        {
          ...queryParameter('id', { type: 'integer' }, 'Of the window'),
          required: true,
        },
      ],
      responses: answer(
        'The window',
        json(MaintenanceWindowSchema),
        [400, 401, 403, 404, 409],
      ),
    },
  },
  '/uptime/checks': {
    post: {
      operationId: 'postUptimeChecks',
      summary: 'Report what an observer outside saw; for service tokens only',
      parameters: [
        queryParameter(
          'format',
          { type: 'string', enum: ['checks', 'alertmanager'] },
          'What the body is; default `checks`: one check, or several',
        ),
      ],
      requestBody: body(checkBody),
      responses: answer(
        'What became of each check',
        json(UptimeCheckOutcomeSchema),
        [400, 401, 403, 409, 413, 503],
      ),
    },
  },
  '/health': {
    get: {
      operationId: 'getHealth',
      summary: 'Whether the figures are being collected; needs no credentials',
      security: [],
      responses: {
        200: { description: 'They are', content: health },
        503: { description: 'They are not', content: health },
      },
    },
  },
};
