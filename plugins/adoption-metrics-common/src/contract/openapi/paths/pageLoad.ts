import { granularities, pageLoadMeasures } from '../../../vocabulary';
import {
  PageLoadCoverageSchema,
  PageLoadDistributionSchema,
  PageLoadHoursSchema,
  PageLoadKindSchema,
  PageLoadKindsSchema,
  PageLoadRoutesSchema,
  PageLoadSeriesSchema,
} from '../../schemas';
import {
  answer,
  dayParameters,
  formatParameter,
  jsonOrCsv,
  OpenApiPaths,
  queryParameter,
} from '../operations';

const kindParameter = queryParameter(
  'kind',
  { type: 'string', enum: PageLoadKindSchema.options, default: 'initial' },
  'Kind of page load',
);

const windowParameters = [
  ...dayParameters(
    '28 days before `to`. Windows of 28 closed days are ready, others are added up when asked for',
  ),
  formatParameter,
];

const limitParameter = queryParameter(
  'limit',
  { type: 'integer', minimum: 1, maximum: 50, default: 20 },
  'Most pages to tell of',
);

const routeParameter = queryParameter(
  'routeId',
  { type: 'string' },
  'Extension id of a page; all pages together by default',
);

const seriesParameters = [
  ...dayParameters('90 days before `to`'),
  queryParameter(
    'measure',
    { type: 'string', enum: pageLoadMeasures, default: pageLoadMeasures[0] },
    'What of the page loads',
  ),
  kindParameter,
  queryParameter(
    'granularity',
    { type: 'string', enum: granularities, default: 'day' },
    'Length of a period',
  ),
  formatParameter,
];

export const pageLoadPaths: OpenApiPaths = {
  '/page-load/kinds': {
    get: {
      operationId: 'getPageLoadKinds',
      summary: 'Page load times by kind and by how the end was found',
      parameters: windowParameters,
      responses: answer(
        'Page load times by kind',
        jsonOrCsv(PageLoadKindsSchema),
        [400, 401, 403],
      ),
    },
  },
  '/page-load/routes': {
    get: {
      operationId: 'getPageLoadRoutes',
      summary: 'Page load times by page',
      parameters: [kindParameter, limitParameter, ...windowParameters],
      responses: answer(
        'Page load times by page',
        jsonOrCsv(PageLoadRoutesSchema),
        [400, 401, 403],
      ),
    },
  },
  '/page-load/coverage': {
    get: {
      operationId: 'getPageLoadCoverage',
      summary: 'How much of what happened was measured',
      parameters: windowParameters,
      responses: answer(
        'The coverage',
        jsonOrCsv(PageLoadCoverageSchema),
        [400, 401, 403],
      ),
    },
  },
  '/page-load/hours': {
    get: {
      operationId: 'getPageLoadHours',
      summary: 'Page load times by hour of the last days',
      parameters: [kindParameter, routeParameter, formatParameter],
      responses: answer(
        'The hours still held',
        jsonOrCsv(PageLoadHoursSchema),
        [400, 401, 403],
      ),
    },
  },
  '/page-load/distribution': {
    get: {
      operationId: 'getPageLoadDistribution',
      summary: 'The histogram of page load times',
      parameters: [kindParameter, ...windowParameters],
      responses: answer(
        'The histogram',
        jsonOrCsv(PageLoadDistributionSchema),
        [400, 401, 403],
      ),
    },
  },
  '/page-load/series': {
    get: {
      operationId: 'getPageLoadSeries',
      summary: 'The history of page load times over 28 closed days each',
      parameters: seriesParameters,
      responses: answer(
        'The history',
        jsonOrCsv(PageLoadSeriesSchema),
        [400, 401, 403],
      ),
    },
  },
};
