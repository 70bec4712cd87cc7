import {
  AnnotationListSchema,
  AnnotationRemovalSchema,
  AnnotationRequestSchema,
  AnnotationSchema,
  DaySchema,
  ProgrammeForecastSchema,
  ProgrammeLogSchema,
  ProgrammeReportSchema,
  ProgrammeRequestSchema,
  RescueChecklistSchema,
} from '../../schemas';
import {
  answer,
  body,
  json,
  OpenApiPaths,
  queryParameter,
} from '../operations';

const day = json(DaySchema)['application/json'].schema;

export const programmePaths: OpenApiPaths = {
  '/programme': {
    get: {
      operationId: 'getProgramme',
      summary: 'The deadline, its forecast and what else matters on that day',
      responses: answer('Programme', json(ProgrammeReportSchema), [401, 403]),
    },
    put: {
      operationId: 'setProgramme',
      summary:
        'Set or change the goal and its date, for those who may; not where the configuration does',
      requestBody: body(ProgrammeRequestSchema),
      responses: answer(
        'Programme',
        json(ProgrammeReportSchema),
        [400, 401, 403, 409],
      ),
    },
    delete: {
      operationId: 'endProgramme',
      summary: 'End the programme, for those who may',
      responses: answer(
        'Where adoption stands without it',
        json(ProgrammeReportSchema),
        [401, 403, 404, 409],
      ),
    },
  },
  '/programme/forecast': {
    get: {
      operationId: 'getProgrammeForecast',
      summary: 'What was known at the end of a week, as it was stored then',
      parameters: [
        queryParameter(
          'asOf',
          day,
          'The last week that ended by this day; default today',
        ),
      ],
      responses: answer(
        'The week',
        json(ProgrammeForecastSchema),
        [400, 401, 403],
      ),
    },
  },
  '/programme/checklist': {
    get: {
      operationId: 'getRescueChecklist',
      summary: 'How far the rescue of a portal that is stuck has come',
      responses: answer('Checklist', json(RescueChecklistSchema), [401, 403]),
    },
  },
  '/programme/log': {
    get: {
      operationId: 'getProgrammeLog',
      summary: 'Every change of goal and date, newest first',
      responses: answer('Log', json(ProgrammeLogSchema), [401, 403]),
    },
  },
  '/annotations': {
    get: {
      operationId: 'getAnnotations',
      summary: 'What happened beside the figures, by day',
      parameters: [
        queryParameter('from', day, 'Default 365 days before `to`'),
        queryParameter('to', day, 'Exclusive; default tomorrow'),
      ],
      responses: answer(
        'Annotations',
        json(AnnotationListSchema),
        [400, 401, 403],
      ),
    },
    post: {
      operationId: 'addAnnotation',
      summary:
        'Write down what happened, or what was decided, for those who may set the goal',
      requestBody: body(AnnotationRequestSchema),
      responses: answer(
        'The annotation',
        json(AnnotationSchema),
        [400, 401, 403],
      ),
    },
    delete: {
      operationId: 'removeAnnotation',
      summary: 'Take an annotation away, for those who may set the goal',
      parameters: [
        queryParameter('id', { type: 'integer' }, 'That of the annotation'),
      ],
      responses: answer(
        'What is gone',
        json(AnnotationRemovalSchema),
        [400, 401, 403, 404],
      ),
    },
  },
};
