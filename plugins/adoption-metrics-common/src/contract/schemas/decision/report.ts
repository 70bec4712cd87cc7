import { z } from 'zod';
import { deadlineStates } from '../../../vocabulary/deadline';
import { reportPeriods, reportWithheld } from '../../../vocabulary/report';
import {
  DaySchema,
  InstantSchema,
  MetricIdSchema,
  TargetSchema,
  UnitSchema,
} from '../common';
import { DeadlineSchema, DeadlineWeekSchema } from '../deadline';
import { metricStatuses } from '../../../metrics';
import { ChosenOptionSchema } from './choices';
import { MoneyReportSchema } from './money';
import { DecisionOptionsSchema } from './options';

const count = z.number().int();

/** @public */
export const ReportMetricSchema = z.object({
  id: MetricIdSchema,
  name: z.string(),
  unit: UnitSchema,
  status: z.enum(metricStatuses),
  statement: z.string(),
  value: z.number().nullable().describe('null where it is unknown'),
  target: TargetSchema,
  numerator: count.nullable(),
  denominator: count.nullable(),
  change: z
    .number()
    .nullable()
    .describe('From the end of the period before to the end of this one'),
});

/** A metric at the end of the period of a report. @public */
export type ReportMetric = z.infer<typeof ReportMetricSchema>;

/** @public */
export const AdoptionReportSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  kind: z.enum(reportPeriods),
  period: z.string().describe('Such as `2026-11` or `2026-Q4`'),
  from: DaySchema.describe('First day of the period'),
  to: DaySchema.describe('Exclusive'),
  asOf: InstantSchema.describe(
    'End of the last day; every number is as of then that says nothing else',
  ),
  today: DaySchema.describe('Of which money, options, and the decision speak'),
  title: z.string(),
  verdict: z.object({
    state: z.enum(['healthy', 'mixed', 'failing', 'insufficient-data']),
    met: count.describe('Of the four metrics'),
    sentence: z.string(),
  }),
  metrics: z.array(ReportMetricSchema).describe('The four metrics'),
  deadline: z
    .object({
      deadline: DeadlineSchema.nullable().describe(
        'null if none was set at the end of the period',
      ),
      state: z.enum(deadlineStates).nullable(),
      sentence: z.string(),
      daysLeft: count
        .nullable()
        .describe('After the last day; negative once it was over'),
      latest: DeadlineWeekSchema.nullable().describe(
        'The last week that was evaluated by then',
      ),
      history: z
        .array(z.object({ day: DaySchema, share: z.number().nullable() }))
        .describe('Active users at the end of each closed week, oldest first'),
    })
    .describe('The deadline as it was at the end of the period'),
  tried: z
    .array(z.object({ day: DaySchema, text: z.string() }))
    .describe(
      'What was noted since the period or the deadline began, the latest first; at most ten',
    ),
  earlierTried: count.describe('How many more were noted'),
  withheld: z
    .object({ code: z.enum(reportWithheld), sentence: z.string() })
    .nullable()
    .describe('Why there are no money and no options; null if there are'),
  money: MoneyReportSchema.nullable().describe('As of `today`'),
  options: DecisionOptionsSchema.nullable().describe(
    'With readiness and recommendation, as of `today`',
  ),
  decision: z
    .object({
      day: DaySchema,
      option: ChosenOptionSchema,
      text: z.string(),
      by: z
        .string()
        .nullable()
        .describe(
          'Who recorded it; null once that person is forgotten, and if hidden from the caller',
        ),
    })
    .nullable()
    .describe('What was decided last, up to `today`; null if nothing was'),
});

/**
 * Everything that leadership decides by, for one month or quarter: the answer
 * of `GET /v1/report`.
 *
 * @public
 */
export type AdoptionReport = z.infer<typeof AdoptionReportSchema>;
