import { AlertListSchema } from '../../schemas';
import { answer, json, OpenApiPaths } from '../operations';

export const alertPaths: OpenApiPaths = {
  '/alerts': {
    get: {
      operationId: 'getAlerts',
      summary: 'The last hundred alerts, and what became of telling them',
      responses: answer('Alerts', json(AlertListSchema), [401, 403]),
    },
  },
};
