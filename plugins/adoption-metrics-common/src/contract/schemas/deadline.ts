import { z } from 'zod';
import { metricStatuses } from '../../metrics';
import {
  adoptionBands,
  deadlineStates,
  MAX_RECIPIENTS,
  nobodyNotifiedReasons,
} from '../../vocabulary/deadline';
import { accepting } from '../accepted';
import { plain } from '../plainTexts';
import { DaySchema, InstantSchema, MetricIdSchema } from './common';
import { ChosenOptionSchema } from './decision/choices';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

/** @public */
export const HolidaysSchema = z.strictObject({
  from: DaySchema.describe('First day'),
  to: DaySchema.describe('First day after the holidays'),
});

/** Days with little expected activity. @public */
export type Holidays = z.infer<typeof HolidaysSchema>;

const RecipientRefSchema = accepting(
  plain(
    z
      .string()
      .max(500)
      .regex(/^(user|group):[^:/\s]+\/[^:/\s]+$/i)
      .toLowerCase(),
  ),
  'full refs of users and groups such as user:default/ada and group:default/portal-team',
);

/** @public */
export const DeadlineRequestSchema = z.strictObject({
  start: DaySchema,
  goal: share
    .gt(0)
    .default(0.3)
    .describe('Share of developers to reach; 0.3 by default'),
  length: plain(z.string())
    .optional()
    .describe('ISO 8601 period in months, weeks or days; `P6M` by default'),
  date: DaySchema.optional().describe('Instead of a length'),
  hold: z
    .number()
    .int()
    .min(1)
    .max(12)
    .default(2)
    .describe('Closed weeks for which the goal has to be held'),
  holidays: z
    .array(HolidaysSchema)
    .max(50)
    .default([])
    .describe(
      'Weeks whose 28 days hold more than seven of them are left out of the forecast',
    ),
  recipients: z
    .array(RecipientRefSchema)
    .max(MAX_RECIPIENTS)
    .default([])
    .describe(
      'Users and groups to notify, in addition to those of the configuration; at least one unless the configuration has some',
    ),
});

/** A deadline to set: the body of `PUT /v1/deadline`. @public */
export type DeadlineRequest = z.input<typeof DeadlineRequestSchema>;

/** @public */
export const DeadlineSchema = z.object({
  source: z.enum(['configuration', 'api', 'history']),
  start: DaySchema,
  date: DaySchema.describe('The day at whose end the goal is to be held'),
  goal: share,
  hold: count,
  holidays: z.array(HolidaysSchema).describe('Sorted and disjoint'),
  recipients: z
    .array(z.string())
    .describe(
      'Entity refs of users and groups to notify, in addition to those of the configuration',
    ),
});

/** A goal for active users with a date. @public */
export type Deadline = z.infer<typeof DeadlineSchema>;

/** @public */
export const FanPointSchema = z.object({
  day: DaySchema,
  low: share.describe('10th percentile'),
  median: share,
  high: share.describe('90th percentile'),
});

/** @public */
export const ForecastSchema = z.object({
  model: z.string().describe('Version of the forecast model'),
  seed: z.number().int(),
  probability: share.describe(
    'Probability of meeting the goal by the deadline',
  ),
  end: FanPointSchema.describe('On the deadline'),
  fan: z.array(FanPointSchema).describe('Week by week up to the deadline'),
  goalReachedOn: DaySchema.nullable().describe(
    'When the goal is reached at the current pace; null if never',
  ),
  achievedPerWeek: z.number().describe('Net new active users per week'),
  requiredPerWeek: z.number().describe('Net new active users needed per week'),
});

/** A forecast of active users at the deadline. @public */
export type ShareForecast = z.infer<typeof ForecastSchema>;

/** @public */
export const DeadlineWeekSchema = z.object({
  week: DaySchema.describe('Last day of the ISO week'),
  state: z.enum(deadlineStates),
  sentence: z.string().describe('Summary in one sentence'),
  share: share.nullable().describe('Active users; null while unknown'),
  active: count.nullable(),
  developers: count.nullable(),
  stillNeeded: count.nullable().describe('More active users needed'),
  forecast: ForecastSchema.nullable(),
  isPartial: z
    .boolean()
    .describe(
      'Whether some days of the window were not observed, so that the number is a lower bound',
    ),
  evaluatedAt: InstantSchema,
  isCorrection: z
    .boolean()
    .describe(
      'Whether it corrects the evaluation stored at the end of the week, after late data',
    ),
});

/**
 * What was known about a deadline at the end of a week. Never changes; if days
 * turn out to be unobserved, a correction is added.
 *
 * @public
 */
export type DeadlineWeek = z.infer<typeof DeadlineWeekSchema>;

/** @public */
export const DeadlineForecastSchema = z.object({
  asOf: DaySchema,
  latest: DeadlineWeekSchema.nullable().describe(
    'null if no week of a deadline was evaluated by then',
  ),
});

/**
 * The last week that ended by a day: the response of `GET
 * /v1/deadline/forecast`.
 *
 * @public
 */
export type DeadlineForecast = z.infer<typeof DeadlineForecastSchema>;

const SharePointSchema = z.object({ day: DaySchema, share });

/** @public */
export const DeadlineReportSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  deadline: DeadlineSchema.nullable().describe('null while none is set'),
  state: z.enum(deadlineStates).nullable().describe('null without a deadline'),
  sentence: z.string(),
  daysLeft: z.number().int().nullable().describe('Negative once it is over'),
  channels: z
    .array(z.string())
    .describe(
      'Channels through which a change is notified today; no one is notified if empty',
    ),
  configuredRecipients: z
    .array(z.string())
    .describe(
      'Entity refs of users and groups that the configuration notifies of a change',
    ),
  nobodyNotified: z
    .object({
      reason: z.enum(nobodyNotifiedReasons),
      unreachable: z
        .array(z.string())
        .describe('Recipients that cannot be reached, and why'),
    })
    .nullable()
    .describe('Why no one is notified of a change; null if someone is'),
  mayChange: z
    .boolean()
    .describe('Whether the caller may set, change and remove the deadline'),
  latest: DeadlineWeekSchema.nullable().describe('The last evaluated week'),
  weeks: z
    .array(
      z.object({
        week: DaySchema.describe('Last day of the ISO week'),
        state: z.enum(deadlineStates),
        probability: share
          .nullable()
          .describe('Probability of meeting the goal; null without a forecast'),
      }),
    )
    .describe('The evaluated weeks of this deadline, oldest first'),
  decision: z
    .object({
      day: DaySchema,
      text: z.string(),
      decision: ChosenOptionSchema,
    })
    .nullable()
    .describe('The latest decision, on the deadline or after it'),
  current: z.object({
    share: share.nullable(),
    active: count.nullable(),
    developers: count.nullable(),
    day: DaySchema.nullable().describe('The closed day of these numbers'),
    band: z.enum(adoptionBands).nullable(),
  }),
  reference: z.object({
    share,
    label: z.string().describe('Source of the estimate'),
  }),
  straightLine: z
    .object({
      from: SharePointSchema.describe(
        'The last closed week before the start, or else the first measured week',
      ),
      to: SharePointSchema.describe('The goal on the deadline'),
      expected: share.describe('By the last closed week'),
      ahead: z
        .number()
        .describe(
          'Share by which active users are ahead of it; negative if behind',
        ),
      perWeek: z.number().describe('Weekly growth of the share since it began'),
      neededPerWeek: z
        .number()
        .nullable()
        .describe(
          'Weekly growth needed from now on; null from the deadline on',
        ),
      projected: share.describe('On the deadline at the pace so far'),
      goalReachedOn: DaySchema.nullable().describe(
        'At the pace so far; null if not within ten years, or if it was reached',
      ),
    })
    .nullable()
    .describe(
      'Adoption compared with a linear path to the goal, which is not a forecast; null without a deadline, and until a second week was measured',
    ),
  suggestion: z
    .string()
    .nullable()
    .describe('Present when it is time to set a deadline'),
  stuck: z
    .object({ below: share, weeks: count.describe('Closed weeks in a row') })
    .nullable()
    .describe(
      'Below which share active users have been, and how long, when it is time to set a deadline',
    ),
  history: z
    .array(z.object({ day: DaySchema, share: share.nullable() }))
    .describe('Active users at the end of each closed week, oldest first'),
  metrics: z
    .array(
      z.object({
        id: MetricIdSchema,
        name: z.string(),
        status: z.enum(metricStatuses),
        statement: z.string(),
      }),
    )
    .describe('The three other metrics'),
  verdict: z.object({
    state: z.enum(['healthy', 'mixed', 'failing', 'insufficient-data']),
    met: count.describe('Of the four metrics'),
    sentence: z.string(),
  }),
});

/**
 * The deadline, its forecast, and the other metrics: the answer
 * of `GET /v1/deadline`.
 *
 * @public
 */
export type DeadlineReport = z.infer<typeof DeadlineReportSchema>;

/** @public */
export const DeadlineSummarySchema = DeadlineReportSchema.pick({
  state: true,
  daysLeft: true,
  latest: true,
  stuck: true,
  history: true,
}).extend({
  deadline: DeadlineSchema.pick({ date: true, goal: true })
    .nullable()
    .describe('null while none is set'),
  isDecided: z.boolean().describe('Whether the decision is recorded'),
  decision: ChosenOptionSchema.nullable().describe(
    'What was decided; null while nothing is, and for callers who may not see the decision',
  ),
  nobodyNotified: z
    .enum(nobodyNotifiedReasons)
    .nullable()
    .describe('Why no one is notified of a change; null if someone is'),
});

/** The deadline as shown on the homepage card. @public */
export type DeadlineSummary = z.infer<typeof DeadlineSummarySchema>;

/** @public */
export const DeadlineLogSchema = z.object({
  entries: z.array(
    z.object({
      at: InstantSchema,
      by: z
        .string()
        .nullable()
        .describe(
          'Who; `configuration`, `history` or `correction`; null once forgotten, and if hidden from the caller',
        ),
      act: z.enum(['set', 'changed', 'ended', 'corrected']),
      before: DeadlineSchema.nullable(),
      after: DeadlineSchema.nullable(),
      correction: z
        .object({
          week: DaySchema.describe('Last day of the ISO week'),
          before: z.enum(deadlineStates),
          after: z.enum(deadlineStates),
        })
        .nullable()
        .describe('The week that was corrected, with its states'),
    }),
  ),
});

/**
 * All changes of the deadline, and corrections of weeks, newest first: the
 * response of `GET /v1/deadline/log`.
 *
 * @public
 */
export type DeadlineLog = z.infer<typeof DeadlineLogSchema>;
