import { z } from 'zod';
import { decisionManagePermission } from '../../../permissions';
import { decisionReader, manager } from '../../callers';
import { text } from '../../parameters';
import { defineRoutes } from '../../routes';
import {
  DecisionNumberListSchema,
  DecisionNumberRequestSchema,
  DecisionNumberSchema,
} from '../../schemas';

const caller = manager(decisionManagePermission);
const params = z.strictObject({
  id: text({ most: 128 }).describe('The `id` of a number'),
});

/** Published numbers that the decision is based on. */
export const numberRoutes = defineRoutes({
  'GET /decision/numbers': {
    id: 'getDecisionNumbers',
    tag: 'Decision',
    summary:
      'All numbers behind the decision: published, unverified numbers and their replacements',
    caller: decisionReader,
    answer: DecisionNumberListSchema,
  },
  'PUT /decision/numbers/{id}': {
    id: 'replaceDecisionNumber',
    tag: 'Decision',
    summary:
      'Replace a published number; not where the configuration does. Amounts are in the configured currency',
    caller,
    params,
    body: DecisionNumberRequestSchema,
    answer: DecisionNumberSchema,
    errors: [404, 409],
    audit: { eventId: 'decision-number-replace', severity: 'medium' },
    example: {
      params: { id: 'pluginCap' },
      body: { high: 8, why: 'Eight plugins that users asked for' },
    },
  },
  'DELETE /decision/numbers/{id}': {
    id: 'restoreDecisionNumber',
    tag: 'Decision',
    summary: 'Go back to the published number',
    caller,
    params,
    answer: DecisionNumberSchema,
    errors: [404, 409],
    audit: { eventId: 'decision-number-restore', severity: 'medium' },
    example: { params: { id: 'pluginCap' } },
  },
});
