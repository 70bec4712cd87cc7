import { z } from 'zod';
import { metricStatuses } from '../../../metrics';
import { deadlineStates } from '../../../vocabulary/deadline';
import {
  approaches,
  judgments,
  requirementIds,
} from '../../../vocabulary/options';
import { PortalConditionSchema } from '../checklist';
import { DaySchema, InstantSchema, MetricIdSchema } from '../common';
import { OptionCostSchema } from './money';
import { NumberSourceSchema } from './numbers';

const count = z.number().min(0);
const reason = z.string().describe('What that rests on');

/** @public */
export const BoundsSchema = z.object({
  low: z.number().nullable().describe('Inclusive; null if open or unknown'),
  high: z.number().nullable().describe('Inclusive; null if open or unknown'),
});

/** From and to, as far as they are known. @public */
export type DecisionBounds = z.infer<typeof BoundsSchema>;

/** @public */
export const OptionRequirementSchema = z.object({
  id: z.enum(requirementIds),
  title: z.string(),
  state: z.enum(judgments),
  requires: z.string().describe('What the option takes'),
  reason,
  wanted: z
    .object({
      low: z.number().nullable().describe('Inclusive'),
      high: z.number().nullable().describe('Inclusive'),
      below: z.number().nullable().describe('Exclusive'),
      oneOf: z.array(z.string()).nullable(),
      is: z.boolean().nullable(),
    })
    .describe('What `requires` says, as values; null where it does not apply'),
  have: z
    .union([z.number(), z.boolean(), z.string()])
    .nullable()
    .describe('What is there, as a value; null while unknown'),
  answer: z
    .string()
    .nullable()
    .describe(
      'The question of `GET /v1/decision/answers` that has to be answered; null if that would not help',
    ),
  source: NumberSourceSchema.nullable().describe(
    'Who says that it takes that; null where someone has replaced it, and for what is not of a published number',
  ),
});

/** Something that an option takes, and whether it is there. @public */
export type OptionRequirement = z.infer<typeof OptionRequirementSchema>;

/** @public */
export const ComparedOptionSchema = z.object({
  id: z.string(),
  title: z.string(),
  approach: z.enum(approaches),
  isCurrent: z
    .boolean()
    .nullable()
    .describe('Whether it is what the portal is today; null while unknown'),
  state: z
    .enum(['fits', 'unfit', 'unknown'])
    .describe('`fits` only if every requirement is known to be met'),
  rank: z
    .number()
    .int()
    .min(1)
    .nullable()
    .describe(
      'Among those that fit, by their cost; the same number is a tie; null for all others',
    ),
  requirements: z.array(OptionRequirementSchema),
  team: z
    .object({
      needed: BoundsSchema,
      have: count.nullable().describe('null while unknown'),
      gap: count
        .nullable()
        .describe('By how many the team is short; null while unknown'),
    })
    .nullable()
    .describe('Full-time equivalents; null if unknown'),
  value: z
    .object({
      months: BoundsSchema,
      earliest: DaySchema.nullable(),
      latest: DaySchema.nullable(),
    })
    .nullable()
    .describe('When it is of value, if it is begun today; null if unknown'),
  adoption: z
    .object({
      share: BoundsSchema,
      people: BoundsSchema.describe('Of the developers; null while unknown'),
    })
    .nullable()
    .describe('How many are expected to use it; null if unknown'),
  cost: OptionCostSchema,
  givesUp: z.array(z.string()),
});

/** An option of the decision beside the others. @public */
export type ComparedOption = z.infer<typeof ComparedOptionSchema>;

/** @public */
export const DecisionVerdictSchema = z.object({
  state: z.enum(['stay', 'pivot', 'undecided']),
  sentence: z.string(),
  met: z.number().int().min(0).describe('Of the four metrics'),
  metrics: z.array(
    z.object({
      id: MetricIdSchema,
      status: z.enum(metricStatuses),
      statement: z.string(),
    }),
  ),
  deadline: z
    .enum(deadlineStates)
    .nullable()
    .describe('Its state; null while none is set'),
  causes: z
    .array(PortalConditionSchema)
    .describe('Success conditions that are not met'),
  unknown: z
    .array(PortalConditionSchema)
    .describe('Success conditions whose state is unknown'),
});

/** Whether to stay with the portal or to move. @public */
export type DecisionVerdict = z.infer<typeof DecisionVerdictSchema>;

const ReasonOfOptionSchema = z.object({
  option: z.string().describe('The `id` of an option'),
  title: z.string(),
  reason: z.string(),
});

/** @public */
export const RecommendationSchema = z.object({
  state: z
    .enum(['recommended', 'tie', 'provisional', 'none'])
    .describe(
      '`recommended`: one of those that fit; `tie`: several; `provisional`: nothing is known to fit yet; `none`: nothing fits',
    ),
  options: z
    .array(z.string())
    .describe(
      'The `id` of what is recommended, or closest where nothing is known to fit',
    ),
  sentence: z.string(),
  reasons: z.array(z.string()).describe('What speaks for it'),
  others: z
    .array(ReasonOfOptionSchema)
    .describe('Why it is none of the others'),
  toAnswer: z
    .array(z.object({ option: z.string(), questions: z.array(z.string()) }))
    .describe('What has to be answered of options that may fit'),
});

/** Which option is recommended, and why. @public */
export type Recommendation = z.infer<typeof RecommendationSchema>;

/** @public */
export const ApproachSchema = z.object({
  label: z
    .enum(approaches)
    .nullable()
    .describe('null while no option is known to fit'),
  sentence: z.string(),
  reasons: z.array(z.string()),
});

/** Whether to build, to buy, or to extend what is there. @public */
export type DecisionApproach = z.infer<typeof ApproachSchema>;

/** @public */
export const ReadinessSchema = z.object({
  option: z.string().describe('The `id` of the option that it is about'),
  title: z.string(),
  state: z
    .enum(['ready', 'wrong-choice', 'undecided'])
    .describe(
      '`ready` if all are answered with yes, `wrong-choice` if any is answered with no',
    ),
  sentence: z.string(),
  questions: z.array(
    z.object({
      id: z.string().describe('Answered as `readiness.<id>`'),
      text: z.string(),
      answer: z.boolean().nullable().describe('null while it is not answered'),
      isStale: z
        .boolean()
        .describe('Whether the last answer is too old to count'),
    }),
  ),
});

/** Whether an organization is ready for an option. @public */
export type DecisionReadiness = z.infer<typeof ReadinessSchema>;

/** @public */
export const StaffingSchema = z.object({
  state: z.enum(['not-viable', 'managed-only', 'enough', 'unknown']),
  team: count.nullable().describe('Full-time equivalents; null while unknown'),
  sentence: z.string(),
});

/** Whether the team is large enough to run the portal. @public */
export type Staffing = z.infer<typeof StaffingSchema>;

/** @public */
export const BottleneckSchema = z.object({
  state: z.enum(judgments).describe('`met` if it is none'),
  outsideChanges: z
    .number()
    .nullable()
    .describe('Share of changes from outside the team; null while unknown'),
  sentence: z.string(),
});

/** Whether the portal's team is its bottleneck. @public */
export type Bottleneck = z.infer<typeof BottleneckSchema>;

/** @public */
export const PilotSchema = z.object({
  state: z.enum(judgments).describe('`met` if the portal has left its pilot'),
  firstVisitOn: DaySchema.nullable().describe('null while no one was active'),
  months: z.number().int().min(0).nullable().describe('Whole ones, since then'),
  teams: z
    .object({ active: count, all: count })
    .nullable()
    .describe('Of the last closed four weeks; null while unknown'),
  sentence: z.string(),
});

/** Whether more teams use the portal than those that tried it first. @public */
export type DecisionPilot = z.infer<typeof PilotSchema>;

/** @public */
export const DecisionOptionsSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  today: DaySchema.describe('From when on dates are counted'),
  currency: z.string().describe('ISO 4217'),
  developers: z.number().int().nullable().describe('null while unknown'),
  verdict: DecisionVerdictSchema,
  recommendation: RecommendationSchema,
  approach: ApproachSchema,
  staffing: StaffingSchema,
  readiness: ReadinessSchema,
  bottleneck: BottleneckSchema,
  pilot: PilotSchema,
  options: z.array(ComparedOptionSchema).describe('In the order asked for'),
});

/**
 * The options of the decision side by side: the answer of
 * `GET /v1/decision/options`.
 *
 * @public
 */
export type DecisionOptions = z.infer<typeof DecisionOptionsSchema>;
