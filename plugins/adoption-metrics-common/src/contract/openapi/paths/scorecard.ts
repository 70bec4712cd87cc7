import { metricIds } from '../../../metrics';
import { granularities } from '../../../vocabulary';
import {
  DefinitionsSchema,
  DiagnosticsSchema,
  FigureDetailSchema,
  ScorecardSchema,
  SeriesSchema,
} from '../../schemas';
import {
  answer,
  dayParameters,
  formatParameter,
  json,
  jsonOrCsv,
  OpenApiPaths,
  queryParameter,
} from '../operations';

const metricParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', enum: metricIds },
};

const seriesParameters = [
  metricParameter,
  ...dayParameters('90 days before `to`'),
  queryParameter(
    'granularity',
    { type: 'string', enum: granularities, default: 'day' },
    'Length of a period',
  ),
  formatParameter,
];

export const scorecardPaths: OpenApiPaths = {
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
      responses: answer('The series', jsonOrCsv(SeriesSchema), [400, 401, 403]),
    },
  },
};
