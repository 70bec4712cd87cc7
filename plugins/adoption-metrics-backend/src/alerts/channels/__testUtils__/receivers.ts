import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const link = { type: 'string', format: 'uri', maxLength: 3_000 };

const text = (type: string, maxLength: number) => ({
  type: 'object',
  required: ['type', 'text'],
  properties: {
    type: { const: type },
    text: { type: 'string', minLength: 1, maxLength },
    emoji: { type: 'boolean' },
    verbatim: { type: 'boolean' },
  },
  additionalProperties: false,
});

const block = (type: string, content: object) => ({
  type: 'object',
  required: ['type', 'text'],
  properties: { type: { const: type }, text: content },
  additionalProperties: false,
});

/** https://docs.slack.dev/reference/block-kit/blocks */
const slack = {
  type: 'object',
  required: ['text'],
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 40_000 },
    blocks: {
      type: 'array',
      maxItems: 50,
      items: {
        anyOf: [
          block('header', text('plain_text', 150)),
          block('section', text('mrkdwn', 3_000)),
        ],
      },
    },
  },
  additionalProperties: false,
};

/** https://adaptivecards.io/explorer and the limits of Teams' workflows */
const teams = {
  type: 'object',
  required: ['type', 'attachments'],
  properties: {
    type: { const: 'message' },
    attachments: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        type: 'object',
        required: ['contentType', 'content'],
        properties: {
          contentType: { const: 'application/vnd.microsoft.card.adaptive' },
          contentUrl: { type: 'null' },
          content: {
            type: 'object',
            required: ['type', 'version', 'body'],
            properties: {
              $schema: {
                const: 'http://adaptivecards.io/schemas/adaptive-card.json',
              },
              type: { const: 'AdaptiveCard' },
              version: { enum: ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'] },
              body: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['type', 'text'],
                  properties: {
                    type: { const: 'TextBlock' },
                    text: { type: 'string', minLength: 1 },
                    wrap: { type: 'boolean' },
                    weight: { enum: ['Lighter', 'Default', 'Bolder'] },
                    size: { enum: ['Default', 'Small', 'Medium', 'Large'] },
                    style: { enum: ['default', 'heading'] },
                  },
                  additionalProperties: false,
                },
              },
              actions: {
                type: 'array',
                maxItems: 6,
                items: {
                  type: 'object',
                  required: ['type', 'url'],
                  properties: {
                    type: { const: 'Action.OpenUrl' },
                    title: { type: 'string' },
                    url: link,
                  },
                  additionalProperties: false,
                },
              },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

/** https://developer.pagerduty.com/docs/send-alert-event */
const pagerduty = {
  type: 'object',
  required: ['routing_key', 'event_action', 'payload'],
  properties: {
    routing_key: { type: 'string', minLength: 32, maxLength: 32 },
    event_action: { enum: ['trigger', 'acknowledge', 'resolve'] },
    dedup_key: { type: 'string', maxLength: 255 },
    payload: {
      type: 'object',
      required: ['summary', 'source', 'severity'],
      properties: {
        summary: { type: 'string', minLength: 1, maxLength: 1_024 },
        source: { type: 'string', minLength: 1 },
        severity: { enum: ['critical', 'error', 'warning', 'info'] },
        timestamp: { type: 'string', format: 'date-time' },
        component: { type: 'string' },
      },
      additionalProperties: false,
    },
    client: { type: 'string' },
    client_url: link,
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['href'],
        properties: { href: link, text: { type: 'string' } },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

const ajv = addFormats(new Ajv({ allErrors: true }));

/** What each receiver takes, as its documentation says; size in bytes. */
const receivers = {
  slack: { validate: ajv.compile(slack), most: 1_000_000 },
  teams: { validate: ajv.compile(teams), most: 28_000 },
  pagerduty: { validate: ajv.compile(pagerduty), most: 512_000 },
};

/** Why a receiver would refuse a body; nothing if it takes it. */
export function refusalOf(
  receiver: keyof typeof receivers,
  body: object,
): string[] {
  const { validate, most } = receivers[receiver];
  validate(body);
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
  const size = Buffer.byteLength(JSON.stringify(body));
  return size > most ? [...faults, `${size} bytes are too many`] : faults;
}
