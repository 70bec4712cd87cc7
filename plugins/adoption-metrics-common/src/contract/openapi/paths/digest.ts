import { digestPeriods } from '../../../vocabulary';
import { DigestSchema } from '../../schemas';
import { answer, json, OpenApiPaths, queryParameter } from '../operations';

export const digestPaths: OpenApiPaths = {
  '/digest': {
    get: {
      operationId: 'getDigest',
      summary: 'What the last closed week or month brought, as it is sent',
      parameters: [
        queryParameter(
          'period',
          { type: 'string', enum: [...digestPeriods] },
          'Default `week`',
        ),
      ],
      responses: answer('Digest', json(DigestSchema), [400, 401, 403]),
    },
  },
};
