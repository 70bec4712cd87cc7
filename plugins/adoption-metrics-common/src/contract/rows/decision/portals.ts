import { z } from 'zod';
import { breakdownGranularities } from '../../../vocabulary/activity';
import { portalMeasures } from '../../../vocabulary/portals';
import { granularities } from '../../../vocabulary/series';
import { portalReporter, reader } from '../../callers';
import { choice, day, dayRange, portalId, text } from '../../parameters';
import { defineRoutes } from '../../routes';
import {
  PortalActivityEnvelopeSchema,
  PortalActivityOutcomeSchema,
  PortalActivityRequestSchema,
  PortalSeriesSchema,
  PortalsSchema,
  PortalTeamsSchema,
} from '../../schemas';

/** All portals of an organization, measured in the same way. */
export const portalRoutes = defineRoutes({
  'GET /portals': {
    id: 'getPortals',
    tag: 'Portals',
    summary: 'Active users of each portal, and of all portals together',
    description:
      'Other portals push their numbers; each number says who reported it and when. Days without a report are unknown.',
    caller: reader,
    answer: PortalsSchema,
    csv: true,
    action: {
      name: 'get-portals',
      title: 'Compare the adoption of portals',
      description:
        'Active users of each portal of the organization in 28 days, as a share of the same developers. Use it to compare this portal with another one or with a proof of concept. Numbers of other portals are pushed by `reportedBy`; null is unknown.',
    },
  },
  'GET /portals/series': {
    id: 'getPortalSeries',
    tag: 'Portals',
    summary: 'The history of active users of each portal, and in any of them',
    caller: reader,
    query: z.strictObject({
      measure: choice(portalMeasures)
        .default('monthly')
        .describe('People active in trailing 28, 7 or 1 days'),
      granularity: choice(granularities)
        .default('day')
        .describe('Length of a period'),
      ...dayRange({ from: '90 days before `to`', to: 'today' }),
      portal: portalId
        .optional()
        .describe('Id of one portal, or `any`; default all'),
    }),
    answer: PortalSeriesSchema,
    csv: true,
    errors: [404],
    example: { query: { measure: 'weekly', granularity: 'week' } },
  },
  'GET /portals/teams': {
    id: 'getPortalTeams',
    tag: 'Portals',
    summary:
      'Active users of each portal by team that the caller can read in the catalog, in a closed week or four weeks',
    caller: reader,
    query: z.strictObject({
      granularity: choice(breakdownGranularities)
        .default('four-weeks')
        .describe('Length of a period'),
      period: day
        .optional()
        .describe('First day of a closed period; default the last one'),
    }),
    answer: PortalTeamsSchema,
    csv: true,
    errors: [404],
  },
  'POST /portals/{id}/activity': {
    id: 'postPortalActivity',
    tag: 'Portals',
    summary: 'Report who used another portal',
    description:
      'For the service token whose subject `adoptionMetrics.decision.portals` binds to the portal. Reports add up: a person reported as active on a day stays active. Each day and each person is validated separately. A table in CSV has the columns `day` and `person`, and any of `score` and `answers`; a row without a person says that the day is reported. Answers 429 with `Retry-After` once the budget of the day is used up.',
    caller: portalReporter,
    params: z.strictObject({
      id: portalId.describe('Id of the portal, as it is configured'),
    }),
    query: z.strictObject({
      batchId: text({ most: 64 })
        .optional()
        .describe('Id of the batch, for a body of the type `text/csv`'),
      from: day
        .optional()
        .describe(
          'First day of a completely reported range: days without people had no active users; requires `to`',
        ),
      to: day.optional().describe('Day after the range; requires `from`'),
    }),
    body: PortalActivityRequestSchema,
    envelope: PortalActivityEnvelopeSchema,
    largeBody: true,
    csvBody: true,
    answer: PortalActivityOutcomeSchema,
    errors: [429],
    audit: { eventId: 'portal-activity-report', severity: 'low' },
    example: {
      params: { id: 'poc' },
      body: {
        batchId: 'poc-2026-11-22',
        days: [
          {
            day: '2026-11-22',
            people: ['user:default/ada', 'user:default/grace'],
          },
        ],
      },
      answer: {
        batchId: 'poc-2026-11-22',
        portal: 'poc',
        days: 1,
        accepted: 2,
        unknown: 0,
        rejected: 0,
        faults: [],
      },
    },
  },
});
