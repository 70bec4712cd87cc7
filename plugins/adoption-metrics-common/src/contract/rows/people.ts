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

/** Personal data. */
export const peopleRoutes = defineRoutes({
  'GET /me': {
    id: 'getMyData',
    tag: 'People',
    summary: 'All data stored about the signed-in user',
    caller: signedIn,
    answer: MyDataSchema,
  },
  'PUT /me': {
    id: 'putMyChoice',
    tag: 'People',
    summary: 'Opt the signed-in user in or out',
    caller: signedIn,
    body: MyChoiceSchema,
    answer: MyDataSchema,
    example: { body: { optedOut: true } },
  },
  'POST /people/forget': {
    id: 'forgetPerson',
    tag: 'People',
    summary: 'Delete all data stored about a person',
    caller: manager(peopleManagePermission),
    body: ForgetRequestSchema,
    answer: ForgetOutcomeSchema,
    audit: { eventId: 'people-forget', severity: 'high' },
    example: { body: { entityRef: 'user:default/ada', stop: true } },
  },
  'POST /people/merge': {
    id: 'mergePeople',
    tag: 'People',
    summary: 'Merge identities, such as after a rename',
    description: 'Each merge is atomic and safe to repeat.',
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
      'Users included by the current configuration, read from the catalog now',
    caller: reader,
    query: z.strictObject({
      names: flag
        .default(false)
        .describe(
          `Include the people behind the numbers; requires \`${peopleManagePermission.name}\``,
        ),
    }),
    answer: DeveloperPreviewSchema,
    csv: true,
  },
});
