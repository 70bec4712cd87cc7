import { decisionManagePermission } from '../../../permissions';
import { decisionReader, manager } from '../../callers';
import { defineRoutes } from '../../routes';
import { MoneyReportSchema, MoneyRequestSchema } from '../../schemas';

/** Costs of the portal and its options. */
export const moneyRoutes = defineRoutes({
  'GET /decision/money': {
    id: 'getDecisionMoney',
    tag: 'Decision',
    summary: 'Costs of the portal and of each option',
    caller: decisionReader,
    answer: MoneyReportSchema,
    action: {
      name: 'get-decision-money',
      title: 'Read what the portal and its options cost',
      description:
        'What the portal costs a year, for each developer and for each active user, what each option would cost, and when switching to it pays for itself. Amounts are ranges in the currency that is named; null is unknown, never zero. Published numbers are unverified. Money already spent is listed separately: never count it for or against an option.',
    },
  },
  'PUT /decision/money': {
    id: 'setDecisionMoney',
    tag: 'Decision',
    summary: 'Replace the cost inputs',
    caller: manager(decisionManagePermission),
    body: MoneyRequestSchema,
    answer: MoneyReportSchema,
    audit: { eventId: 'decision-money-set', severity: 'medium' },
    example: {
      body: {
        roles: [
          { title: 'Portal team', year: 'every', fte: 2, ratePerYear: 131000 },
        ],
        hostingPerYear: { low: 20000, high: 30000 },
        spendingSince: '2025-11-01',
        switchCost: { low: 50000, high: 80000 },
        parallelMonths: 3,
      },
    },
  },
});
