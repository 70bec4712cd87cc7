import {
  DeveloperPreviewSchema,
  ForgetOutcomeSchema,
  ForgetRequestSchema,
  MergeOutcomeSchema,
  MergeRequestSchema,
  MyChoiceSchema,
  MyDataSchema,
} from '../../schemas';
import {
  answer,
  body,
  json,
  OpenApiPaths,
  queryParameter,
} from '../operations';

const myData = json(MyDataSchema);

export const peoplePaths: OpenApiPaths = {
  '/me': {
    get: {
      operationId: 'getMyData',
      summary: 'Everything that is held about the signed-in person',
      responses: answer('What is held', myData, [401, 403]),
    },
    put: {
      operationId: 'putMyChoice',
      summary: 'Whether the signed-in person wants to be counted',
      requestBody: body(MyChoiceSchema),
      responses: answer('What is held now', myData, [400, 401, 403]),
    },
  },
  '/people/forget': {
    post: {
      operationId: 'forgetPerson',
      summary: 'Delete everything that is held about a person',
      requestBody: body(ForgetRequestSchema),
      responses: answer(
        'What was deleted',
        json(ForgetOutcomeSchema),
        [400, 401, 403],
      ),
    },
  },
  '/people/merge': {
    post: {
      operationId: 'mergePeople',
      summary:
        'Count identities as others, such as after a renaming; each merge is done completely or not at all, and repeating them is free',
      requestBody: body(MergeRequestSchema),
      responses: answer(
        'What was merged',
        json(MergeOutcomeSchema),
        [400, 401, 403],
      ),
    },
  },
  '/developers': {
    get: {
      operationId: 'getDevelopers',
      summary:
        'Who counts as a developer under the present configuration, read from the catalog at this moment',
      parameters: [
        queryParameter(
          'names',
          { type: 'boolean', default: false },
          'With the people behind the numbers, for those who may manage people',
        ),
      ],
      responses: answer(
        'Developers in numbers',
        json(DeveloperPreviewSchema),
        [400, 401, 403],
      ),
    },
  },
};
