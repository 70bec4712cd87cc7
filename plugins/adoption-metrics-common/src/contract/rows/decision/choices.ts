import { z } from 'zod';
import { decisionManagePermission } from '../../../permissions';
import { decisionReader, manager, reader } from '../../callers';
import { idOf } from '../../parameters';
import { defineRoutes } from '../../routes';
import {
  ChoiceListSchema,
  ChoiceRemovalSchema,
  ChoiceRequestSchema,
  ChoiceSchema,
  DecisionAccessSchema,
} from '../../schemas';

const caller = manager(decisionManagePermission);

/** Recorded decisions. */
export const choiceRoutes = defineRoutes({
  'GET /decision/access': {
    id: 'getDecisionAccess',
    tag: 'Decision',
    summary: 'Whether the caller may see and change the decision',
    caller: reader,
    answer: DecisionAccessSchema,
  },
  'GET /decision/choices': {
    id: 'getDecisionChoices',
    tag: 'Decision',
    summary: 'Recorded decisions, by whom and why, and the available choices',
    caller: decisionReader,
    answer: ChoiceListSchema,
  },
  'POST /decision/choices': {
    id: 'addDecisionChoice',
    tag: 'Decision',
    summary: 'Record a decision',
    description:
      'Everyone who may read the metrics sees the decision among the annotations.',
    caller,
    body: ChoiceRequestSchema,
    answer: ChoiceSchema,
    audit: { eventId: 'decision-choice-add', severity: 'medium' },
    example: {
      body: {
        day: '2026-11-23',
        option: 'stay',
        text: 'Steering committee: six more months',
      },
    },
  },
  'DELETE /decision/choices': {
    id: 'removeDecisionChoice',
    tag: 'Decision',
    summary: 'Remove a recorded decision',
    caller,
    query: z.strictObject({ id: idOf('a decision') }),
    answer: ChoiceRemovalSchema,
    errors: [404],
    audit: { eventId: 'decision-choice-remove', severity: 'medium' },
    example: { query: { id: 2 } },
  },
});
