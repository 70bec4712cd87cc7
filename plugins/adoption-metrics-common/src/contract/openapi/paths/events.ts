import { BatchOutcomeSchema, EventBatchSchema } from '../../schemas';
import { answer, body, json, OpenApiPaths } from '../operations';

export const eventPaths: OpenApiPaths = {
  '/events': {
    post: {
      operationId: 'postEvents',
      summary: 'Report what the signed-in person did and how fast pages were',
      requestBody: body(EventBatchSchema),
      responses: answer(
        'What became of the batch',
        json(BatchOutcomeSchema),
        [400, 401, 403, 413, 503],
      ),
    },
  },
};
