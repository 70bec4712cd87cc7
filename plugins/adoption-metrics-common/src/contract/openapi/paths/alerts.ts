import {
  AcknowledgementRequestSchema,
  AlertAcknowledgementSchema,
  AlertListSchema,
  AlertMuteRequestSchema,
} from '../../schemas';
import { answer, body, json, OpenApiPaths } from '../operations';

export const alertPaths: OpenApiPaths = {
  '/alerts': {
    get: {
      operationId: 'getAlerts',
      summary: 'The last hundred alerts, and what became of telling them',
      responses: answer('Alerts', json(AlertListSchema), [401, 403]),
    },
  },
  '/alerts/mutes': {
    post: {
      operationId: 'muteAlerts',
      summary:
        'Tell nobody of a rule through a day, for those who may set the goal',
      requestBody: body(AlertMuteRequestSchema),
      responses: answer(
        'What is so now',
        json(AlertMuteRequestSchema),
        [400, 401, 403],
      ),
    },
  },
  '/alerts/acknowledgements': {
    post: {
      operationId: 'acknowledgeAlert',
      summary: 'Take charge of an alert, for those who may set the goal',
      requestBody: body(AcknowledgementRequestSchema),
      responses: answer(
        'The acknowledgement',
        json(AlertAcknowledgementSchema),
        [400, 401, 403, 404],
      ),
    },
  },
};
