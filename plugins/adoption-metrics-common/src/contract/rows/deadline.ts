import { z } from 'zod';
import { deadlineManagePermission } from '../../permissions';
import { manager, reader } from '../callers';
import { day, dayRange, idOf } from '../parameters';
import { defineRoutes } from '../routes';
import {
  AnnotationListSchema,
  AnnotationRemovalSchema,
  AnnotationRequestSchema,
  AnnotationSchema,
  DeadlineForecastSchema,
  DeadlineLogSchema,
  DeadlineReportSchema,
  DeadlineRequestSchema,
  OverviewSchema,
} from '../schemas';

const caller = manager(deadlineManagePermission);

/** The deadline, its forecast, and annotations. */
export const deadlineRoutes = defineRoutes({
  'GET /overview': {
    id: 'getOverview',
    tag: 'Scorecard',
    summary:
      'The four metrics and the deadline, as the homepage card shows them',
    caller: reader,
    answer: OverviewSchema,
    conditional: true,
  },
  'GET /deadline': {
    id: 'getDeadline',
    tag: 'Deadline',
    summary: 'The deadline, its forecast, and the other metrics',
    caller: reader,
    answer: DeadlineReportSchema,
    action: {
      name: 'get-deadline-forecast',
      title: 'Read the deadline and its forecast',
      description:
        'The goal for active users and its date, the days left, and the forecast: the probability that the goal is reached, the pace so far and the pace it would take. `deadline` is null while none is set.',
    },
  },
  'PUT /deadline': {
    id: 'setDeadline',
    tag: 'Deadline',
    summary:
      'Set or change the goal and its date, unless the configuration sets them',
    caller,
    body: DeadlineRequestSchema,
    answer: DeadlineReportSchema,
    errors: [409],
    audit: { eventId: 'deadline-set', severity: 'medium' },
    example: {
      body: {
        start: '2026-07-01',
        goal: 0.3,
        length: 'P6M',
        recipients: ['group:default/portal-team'],
      },
    },
  },
  'DELETE /deadline': {
    id: 'endDeadline',
    tag: 'Deadline',
    summary: 'Remove the deadline',
    caller,
    answer: DeadlineReportSchema,
    errors: [404, 409],
    audit: { eventId: 'deadline-end', severity: 'medium' },
  },
  'GET /deadline/forecast': {
    id: 'getDeadlineForecast',
    tag: 'Deadline',
    summary: 'The forecast of a week, as stored at its end',
    caller: reader,
    query: z.strictObject({
      asOf: day
        .optional()
        .describe('The last week that ended by this day; default today'),
    }),
    answer: DeadlineForecastSchema,
    example: { query: { asOf: '2026-10-04' } },
  },
  'GET /deadline/log': {
    id: 'getDeadlineLog',
    tag: 'Deadline',
    summary: 'Every change of goal and date, newest first',
    caller: reader,
    answer: DeadlineLogSchema,
  },
  'GET /annotations': {
    id: 'getAnnotations',
    tag: 'Deadline',
    summary: 'Annotations by day',
    caller: reader,
    query: z.strictObject(
      dayRange({ from: '365 days before `to`', to: 'tomorrow' }),
    ),
    answer: AnnotationListSchema,
  },
  'POST /annotations': {
    id: 'addAnnotation',
    tag: 'Deadline',
    summary: 'Add an annotation',
    caller,
    body: AnnotationRequestSchema,
    answer: AnnotationSchema,
    audit: { eventId: 'annotation-add', severity: 'medium' },
    example: {
      body: {
        day: '2026-11-23',
        text: 'Cut 12 plugins',
      },
    },
  },
  'DELETE /annotations': {
    id: 'removeAnnotation',
    tag: 'Deadline',
    summary: 'Remove an annotation',
    caller,
    query: z.strictObject({ id: idOf('an annotation') }),
    answer: AnnotationRemovalSchema,
    errors: [404, 409],
    audit: { eventId: 'annotation-remove', severity: 'medium' },
    example: { query: { id: 1 } },
  },
});
