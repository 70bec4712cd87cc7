import { z } from 'zod';
import { peopleManagePermission } from '../../permissions';
import { manager, reader, signedIn } from '../callers';
import { flag } from '../parameters';
import { defineRoutes } from '../routes';
import {
  DeveloperPreviewSchema,
  ForgetOutcomeSchema,
  ForgetRequestSchema,
  MergeOutcomeSchema,
  MergeRequestSchema,
  MyChoiceSchema,
  MyDataSchema,
} from '../schemas';

/** What is held about people. */
export const peopleRoutes = defineRoutes({
  'GET /me': {
    id: 'getMyData',
    tag: 'People',
    summary: 'Everything that is held about the signed-in person',
    caller: signedIn,
    answer: MyDataSchema,
  },
  'PUT /me': {
    id: 'putMyChoice',
    tag: 'People',
    summary: 'Whether the signed-in person wants to be counted',
    caller: signedIn,
    body: MyChoiceSchema,
    answer: MyDataSchema,
    example: { body: { optedOut: true } },
  },
  'POST /people/forget': {
    id: 'forgetPerson',
    tag: 'People',
    summary: 'Delete everything that is held about a person',
    caller: manager(peopleManagePermission),
    body: ForgetRequestSchema,
    answer: ForgetOutcomeSchema,
    audit: { eventId: 'people-forget', severity: 'high' },
    example: { body: { entityRef: 'user:default/ada', stop: true } },
  },
  'POST /people/merge': {
    id: 'mergePeople',
    tag: 'People',
    summary: 'Count identities as others, such as after a renaming',
    description:
      'Each merge is done completely or not at all, and repeating them is free.',
    caller: manager(peopleManagePermission),
    body: MergeRequestSchema,
    answer: MergeOutcomeSchema,
    audit: { eventId: 'people-merge', severity: 'high' },
    example: {
      body: {
        merges: [{ from: 'user:default/ada', into: 'user:default/lovelace' }],
      },
      answer: { merged: 1, unknown: [] },
    },
  },
  'GET /developers': {
    id: 'getDevelopers',
    tag: 'People',
    summary:
      'Who counts as a developer under the present configuration, read from the catalog at this moment',
    caller: reader,
    query: z.strictObject({
      names: flag
        .default(false)
        .describe(
          `With the people behind the numbers, for those who have \`${peopleManagePermission.name}\``,
        ),
    }),
    answer: DeveloperPreviewSchema,
    csv: true,
  },
});
