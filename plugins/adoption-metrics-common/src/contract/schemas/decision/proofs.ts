import { z } from 'zod';
import {
  MOST_PROOF_CANDIDATES,
  MOST_PROOF_WEEKS,
  proofCriteria,
  proofModes,
  proofOutcomes,
  proofStates,
  proofUnknowns,
  proofWarnings,
} from '../../../vocabulary/proofs';
import { accepting } from '../../accepted';
import { plain } from '../../plainTexts';
import { DaySchema, InstantSchema } from '../common';
import { maybeSigner } from '../signer';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const weeks = z.number().int().min(1).max(MOST_PROOF_WEEKS);

const GroupRefSchema = accepting(
  plain(
    z
      .string()
      .max(255)
      .regex(/^group:[^:/\s]+\/[^:/\s]+$/i)
      .toLowerCase(),
  ),
  'full refs of groups such as group:default/checkout',
);

/** @public */
export const ProofFeedbackSchema = z.strictObject({
  score: z.number().min(1).max(5).describe('Mean, from 1 to 5'),
  answers: z
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .describe('How many people it is the mean of'),
});

/** @public */
export const ProofRequestSchema = z.strictObject({
  start: DaySchema.describe('First day of the first trial'),
  mode: z
    .enum(proofModes)
    .default('sequential')
    .describe('Candidates one after the other, or all in the same weeks'),
  weeks: weeks
    .optional()
    .describe('For each candidate; the published number by default'),
  evaluationWeeks: weeks
    .optional()
    .describe('After the trials; the published number by default'),
  candidates: z
    .array(
      z.strictObject({
        portal: plain(z.string().min(1).max(64))
          .optional()
          .describe(
            'Id of a portal whose activity is known, `this` for this one; without it the candidate is not measured',
          ),
        title: plain(z.string().trim().min(1).max(100))
          .optional()
          .describe('The title of the portal by default'),
        team: GroupRefSchema.describe(
          'The group that tries it; its members are read at the start',
        ),
        costPerYear: z
          .number()
          .min(0)
          .max(1e12)
          .optional()
          .describe('For the whole organization, in the configured currency'),
      }),
    )
    .min(1)
    .max(MOST_PROOF_CANDIDATES)
    .describe('In the order in which they are tried, each once'),
});

/**
 * What plans a proof of concept: the body of `POST /v1/decision/proofs`.
 *
 * @public
 */
export type ProofRequest = z.input<typeof ProofRequestSchema>;

/** @public */
export const ProofFeedbackRequestSchema = z.strictObject({
  candidate: count.describe('The `id` of a candidate'),
  feedback: ProofFeedbackSchema.nullable().describe('null takes it back'),
});

/**
 * Record a team's feedback on a candidate: the body of
 * `PUT /v1/decision/proofs/{id}/feedback`.
 *
 * @public
 */
export type ProofFeedbackRequest = z.infer<typeof ProofFeedbackRequestSchema>;

const lastDay = DaySchema.describe('Included');

/** @public */
export const ProofCandidateSchema = z.object({
  id: count.describe('Its place in the proof of concept, from 1'),
  title: z.string(),
  portal: z.string().nullable().describe('null: it is not measured'),
  triedBy: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('null if hidden from the caller, and once it is unknown'),
  firstDay: DaySchema,
  lastDay,
  size: count
    .nullable()
    .describe(
      'Members who are counted, as they were at the start; null before it',
    ),
  teamReadOn: DaySchema.nullable().describe('When its members were read'),
  needed: count.nullable().describe('Members needed to meet the goal'),
  active: count
    .nullable()
    .describe(
      'Members who have used the portal since the start of the trial; null while nothing is known',
    ),
  share: share.nullable(),
  goalReachedOn: DaySchema.nullable().describe(
    'null if not reached, or unknown',
  ),
  daysToGoal: count.nullable().describe('The first day of the trial is day 1'),
  lastReportedDay: DaySchema.nullable().describe(
    'The last closed day of the trial of which activity is known',
  ),
  missingDays: count.describe('Closed days of the trial without any report'),
  unknown: z
    .object({ code: z.enum(proofUnknowns), sentence: z.string() })
    .nullable()
    .describe('Why the number of active members is unknown'),
  byDay: z
    .array(
      z.object({
        day: DaySchema,
        active: count
          .nullable()
          .describe('Members active up to that day; null if not reported'),
      }),
    )
    .describe('The closed days of the trial'),
  feedback: ProofFeedbackSchema.extend({
    source: z.enum(['entered', 'reported']),
    by: z
      .string()
      .nullable()
      .describe(
        'Who entered it; null if reported with the activity, once forgotten, and if hidden from the caller',
      ),
    at: InstantSchema.nullable().describe('When it was entered'),
  }).nullable(),
  costPerYear: z.number().nullable(),
  costPerActiveDeveloper: z
    .number()
    .nullable()
    .describe(
      'The cost of a year by the developers who would be active if all used it as this team does',
    ),
});

/**
 * What a team made of one candidate.
 *
 * @public
 */
export type ProofCandidate = z.infer<typeof ProofCandidateSchema>;

const summary = {
  id: count,
  mode: z.enum(proofModes),
  state: z.enum(proofStates),
  firstDay: DaySchema,
  lastDay,
};

/** @public */
export const ProofSchema = z.object({
  ...summary,
  computedAt: InstantSchema,
  timeZone: z.string(),
  currency: z.string().describe('ISO 4217'),
  weeks: count,
  evaluationWeeks: count,
  goal: share.describe('Share of its team that a candidate has to reach'),
  minimumGroupSize: count.describe('Smaller teams are refused'),
  mayChange: z.boolean().describe('Whether the caller may change it'),
  plannedBy: maybeSigner,
  plannedAt: InstantSchema,
  definition: z
    .object({ version: z.number().int(), text: z.string() })
    .describe('What is counted, and how it is compared'),
  evaluation: z.object({ firstDay: DaySchema, lastDay }),
  candidates: z.array(ProofCandidateSchema),
  result: z.object({
    outcome: z.enum(proofOutcomes),
    candidates: z
      .array(count)
      .describe('The winner, or those that tie; who is ahead while it is open'),
    decidedBy: z
      .enum(proofCriteria)
      .nullable()
      .describe('What decided between the winner and the runner-up'),
    sentence: z.string(),
  }),
  warnings: z
    .array(z.object({ code: z.enum(proofWarnings), sentence: z.string() }))
    .describe('What to keep in mind about the result'),
});

/**
 * A proof of concept: its schedule, the result of each candidate, and who won.
 *
 * @public
 */
export type Proof = z.infer<typeof ProofSchema>;

/** @public */
export const ProofsSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  mayChange: z
    .boolean()
    .describe('Whether the caller may plan and change proofs of concept'),
  defaults: z.object({
    weeks: count,
    evaluationWeeks: count,
    goal: share,
    minimumGroupSize: count,
  }),
  proofs: z
    .array(
      z.object({
        ...summary,
        candidates: z.array(z.string()).describe('Their titles, in order'),
      }),
    )
    .describe('The latest start first'),
});

/**
 * All proofs of concept: the response of `GET /v1/decision/proofs`.
 *
 * @public
 */
export type Proofs = z.infer<typeof ProofsSchema>;

/** @public */
export const ProofRemovalSchema = z.object({
  removed: count.describe('The `id` of what is gone'),
});
