import { z } from 'zod';
import { deadlineManagePermission } from '../../permissions';
import { digestPeriods } from '../../vocabulary';
import { manager, reader } from '../callers';
import { choice, day, page } from '../parameters';
import { defineRoutes } from '../routes';
import {
  AcknowledgementRequestSchema,
  AlertAcknowledgementSchema,
  AlertListSchema,
  AlertMuteRequestSchema,
  AlertTestSchema,
  DigestSchema,
} from '../schemas';

const caller = manager(deadlineManagePermission);

/** Alerts and digests. */
export const alertRoutes = defineRoutes({
  'GET /alerts': {
    id: 'getAlerts',
    tag: 'Alerts',
    summary: 'Alerts and how they were delivered, newest first',
    caller: reader,
    query: z.strictObject(page({ most: 200, usual: 100 })),
    answer: AlertListSchema,
  },
  'POST /alerts/mutes': {
    id: 'muteAlerts',
    tag: 'Alerts',
    summary: 'Mute a rule through a day',
    caller,
    body: AlertMuteRequestSchema,
    answer: AlertMuteRequestSchema,
    audit: { eventId: 'alert-mute', severity: 'medium' },
    example: { body: { rule: 'collection', until: '2026-12-31' } },
  },
  'POST /alerts/test': {
    id: 'testAlerts',
    tag: 'Alerts',
    summary:
      'Send a test message through every channel to every recipient, at most once a minute',
    caller,
    answer: AlertTestSchema,
    errors: [429],
    audit: { eventId: 'alert-test', severity: 'low' },
  },
  'POST /alerts/acknowledgements': {
    id: 'acknowledgeAlert',
    tag: 'Alerts',
    summary: 'Acknowledge an alert, which stops its reminders',
    caller,
    body: AcknowledgementRequestSchema,
    answer: AlertAcknowledgementSchema,
    errors: [404],
    audit: { eventId: 'alert-acknowledge', severity: 'low' },
    example: { body: { id: '17', note: 'The token had expired.' } },
  },
  'GET /digest': {
    id: 'getDigest',
    tag: 'Alerts',
    summary:
      'The digest of a closed week or month, as of the end of its last day',
    caller: reader,
    query: z.strictObject({
      period: choice(digestPeriods).default('week'),
      of: day
        .optional()
        .describe('A day of the period; the last closed one by default'),
    }),
    answer: DigestSchema,
    action: {
      name: 'get-recommended-actions',
      title: 'Read recommended actions',
      description:
        'Up to three recommended actions in `actions`, the most helpful first, with the numbers behind each; plus what changed in the metrics, teams, plugins, and owners in the last closed week or month. Use it for questions about what to do next.',
    },
    example: { query: { period: 'month', of: '2026-10-31' } },
  },
});
