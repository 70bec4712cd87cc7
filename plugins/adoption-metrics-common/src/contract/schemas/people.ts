import { z } from 'zod';
import { accepting } from '../accepted';
import { plain } from '../plainTexts';
import { findMergeFault } from '../mergeRules';
import { actionKinds } from '../../vocabulary/activity';
import { MAX_MERGES, exclusionReasons } from '../../vocabulary/people';
import { DaySchema, InstantSchema } from './common';

const EntityRefSchema = accepting(
  plain(
    z
      .string()
      .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/)
      .describe('Full entity ref, such as `user:default/ada`'),
  ),
  'full entity refs such as user:default/ada',
);

const UserRefSchema = accepting(
  EntityRefSchema.refine(
    ref => /^user:/i.test(ref),
    'is not the ref of a user',
  ),
  'full refs of users such as user:default/ada',
);

/** @public */
export const TeamRefSchema = z.object({
  id: EntityRefSchema.describe('Entity ref of the group'),
  name: z.string(),
});

/** @public */
export const MyDataSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  guest: z
    .boolean()
    .describe(
      'Whether this is a guest: nothing is stored or counted, and there is no choice to make',
    ),
  optedOut: z.boolean().describe('Whether the person has opted out'),
  developer: z.object({
    counted: z
      .boolean()
      .describe('Whether the person is in the denominator of active users'),
    since: DaySchema.nullable(),
  }),
  teams: z.array(TeamRefSchema).describe('Teams of today, nested ones too'),
  spans: z
    .array(
      z.object({
        teamId: EntityRefSchema.nullable().describe(
          'Entity ref of the team; null for having been a developer',
        ),
        from: DaySchema,
        to: DaySchema.nullable().describe('Day after the last; null if none'),
      }),
    )
    .optional()
    .describe('Days as a developer and in teams, former ones included'),
  attributes: z
    .array(
      z.object({
        id: z.string().describe('Id of a configured attribute'),
        value: z
          .string()
          .nullable()
          .describe('Null for a value that few people have: it is not kept'),
        from: DaySchema,
        to: DaySchema.nullable().describe('Day after the last; null if none'),
      }),
    )
    .describe('What configured fields of the catalog said on which days'),
  firstDay: DaySchema.nullable().describe('First active day'),
  lastDay: DaySchema.nullable().describe('Last active day'),
  activeDays: z.array(DaySchema).describe('Every stored active day'),
  pluginDays: z
    .array(z.object({ day: DaySchema, pluginId: z.string() }))
    .describe('Plugin usage by stored day'),
  portals: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        activeDays: z.array(DaySchema),
      }),
    )
    .describe('Every stored active day in another portal'),
  actionDays: z
    .array(z.object({ day: DaySchema, kind: z.enum(actionKinds) }))
    .describe('Actions counted separately, by stored day'),
  batches: z
    .object({
      held: z.number().int(),
      newestAt: InstantSchema.nullable(),
    })
    .describe('Receipts of reports, kept to recognize replays'),
  breakdowns: z
    .array(z.object({ from: DaySchema, to: DaySchema.describe('Exclusive') }))
    .describe(
      'Stored four-week periods in whose breakdowns the person is counted',
    ),
  openDays: z
    .object({
      opened: z.array(DaySchema).describe('On which this plugin was opened'),
      failed: z.array(DaySchema).describe('On which reports failed'),
    })
    .describe('Days not closed yet; who it was is deleted when they are'),
  proofs: z
    .array(
      z.object({
        candidate: z.string(),
        team: z.string().describe('Its name'),
        from: DaySchema,
        to: DaySchema.describe('Exclusive'),
      }),
    )
    .describe(
      'Proofs of concept in which a team of the person takes part: it is counted whether they have used the candidate on these days',
    ),
});

/**
 * Everything that is stored about the caller: the response of `GET /v1/me`.
 *
 * @public
 */
export type MyData = z.infer<typeof MyDataSchema>;

/** @public */
export const MyChoiceSchema = z.strictObject({ optedOut: z.boolean() });

/**
 * The body of `PUT /v1/me`.
 *
 * @public
 */
export type MyChoice = z.infer<typeof MyChoiceSchema>;

/** @public */
export const ForgetRequestSchema = z.strictObject({
  entityRef: UserRefSchema,
  stop: z.boolean().describe('Whether the person is excluded from now on'),
});

/**
 * The body of `POST /v1/people/forget`.
 *
 * @public
 */
export type ForgetRequest = z.infer<typeof ForgetRequestSchema>;

/** @public */
export const ForgetOutcomeSchema = z.object({
  forgotten: z.boolean().describe('Whether any data was stored'),
  activeDays: z.number().int().describe('Active days that were deleted'),
  stopped: z.boolean(),
});

/** @public */
export type ForgetOutcome = z.infer<typeof ForgetOutcomeSchema>;

/** @public */
export const MergeRequestSchema = z.strictObject({
  merges: z
    .array(
      z.strictObject({
        from: UserRefSchema.describe('The identity that is merged'),
        into: UserRefSchema.describe('The identity that remains'),
      }),
    )
    .min(1)
    .max(MAX_MERGES)
    .superRefine((merges, context) => {
      const found = findMergeFault(merges);
      if (found) {
        context.addIssue({
          code: 'custom',
          path: [found.index],
          message: found.fault,
          params: { sentence: true },
        });
      }
    }),
});

/**
 * The body of `POST /v1/people/merge`.
 *
 * @public
 */
export type MergeRequest = z.infer<typeof MergeRequestSchema>;

/** @public */
export const MergeOutcomeSchema = z.object({
  merged: z.number().int(),
  unknown: z
    .array(z.number().int())
    .describe('Positions of merges whose `from` is unknown'),
});

/** @public */
export type MergeOutcome = z.infer<typeof MergeOutcomeSchema>;

/** @public */
export const DeveloperPreviewSchema = z.object({
  computedAt: InstantSchema,
  timeZone: z.string(),
  users: z.number().int().describe('`User` entities of the catalog'),
  developers: z
    .number()
    .int()
    .describe(
      'Users that the configuration includes. People who opted out are included here, so that their choice stays private; the metrics exclude them',
    ),
  optedOut: z
    .number()
    .int()
    .nullable()
    .describe(
      'How many people had opted out when the present four weeks began; null for fewer than 5',
    ),
  headCount: z
    .number()
    .int()
    .nullable()
    .describe('The configured head count that replaces them'),
  people: z
    .array(EntityRefSchema)
    .optional()
    .describe('Who these are; only for those who may manage people'),
  exclusions: z.array(
    z.object({
      reason: z.enum(exclusionReasons),
      users: z.number().int(),
      people: z.array(EntityRefSchema).optional(),
    }),
  ),
  teams: z.array(
    TeamRefSchema.extend({
      parentId: EntityRefSchema.nullable(),
      developers: z
        .number()
        .int()
        .describe('Developers in the team and the teams below it, each once'),
    }),
  ),
  withoutTeam: z.number().int().describe('Developers in no team'),
  guard: z
    .object({
      held: z
        .boolean()
        .describe(
          'A sudden drop has to be seen twice; until then the last value applies',
        ),
      rekeyed: z
        .boolean()
        .describe('Many identities disappeared while about as many appeared'),
      joined: z.number().int().describe('Developers who are new on this day'),
      departed: z.number().int().describe('Developers who left on this day'),
    })
    .nullable()
    .describe('Result of the latest sync; null before the first'),
});

/**
 * Who counts as a developer, and who does not and why: the response of `GET
 * /v1/developers`.
 *
 * @public
 */
export type DeveloperPreview = z.infer<typeof DeveloperPreviewSchema>;
