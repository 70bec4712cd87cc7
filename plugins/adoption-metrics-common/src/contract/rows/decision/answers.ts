import { decisionManagePermission } from '../../../permissions';
import { decisionReader, manager } from '../../callers';
import { defineRoutes } from '../../routes';
import {
  DecisionAnswersRequestSchema,
  DecisionAnswersSchema,
} from '../../schemas';

/** Questions that cannot be measured and have to be answered. */
export const answerRoutes = defineRoutes({
  'GET /decision/answers': {
    id: 'getDecisionAnswers',
    tag: 'Decision',
    summary: 'Questions that cannot be measured, with the latest answers',
    caller: decisionReader,
    answer: DecisionAnswersSchema,
  },
  'PUT /decision/answers': {
    id: 'answerDecisionQuestions',
    tag: 'Decision',
    summary:
      'Answer one or more questions, all or none; answers from the configuration cannot be changed',
    caller: manager(decisionManagePermission),
    body: DecisionAnswersRequestSchema,
    answer: DecisionAnswersSchema,
    errors: [409],
    audit: { eventId: 'decision-answer', severity: 'medium' },
    example: {
      body: {
        answers: { team: 5, sponsor: true, horizonYears: null },
        note: 'As agreed in the steering committee',
      },
    },
  },
});
