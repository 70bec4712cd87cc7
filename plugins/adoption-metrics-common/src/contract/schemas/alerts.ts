import { z } from 'zod';
import { accepting } from '../accepted';
import { plain } from '../plainTexts';
import { alertRules, alertSeverities } from '../../vocabulary/alerts';
import { DaySchema, InstantSchema, NextCursorSchema } from './common';
import { maybeSigner } from './signer';
import { worded } from './wording';

/** @public */
export const AlertSchema = z.object({
  id: z.string().describe('Stable: the same in every message about it'),
  rule: z.enum(alertRules),
  subject: z
    .string()
    .describe('Of the rule: a deadline, a metric, or what is collected'),
  state: z.string().describe('What the subject turned into'),
  severity: z.enum(alertSeverities),
  title: z.string(),
  text: z.string(),
  at: InstantSchema,
});

/**
 * An important change. Stored once, regardless of the number of replicas.
 *
 * @public
 */
export type Alert = z.infer<typeof AlertSchema>;

/** @public */
export const AlertDeliverySchema = z.object({
  id: z.string().describe('Stable, for receivers to recognize a repetition'),
  channel: z.string(),
  status: z.enum(['pending', 'sent', 'failed']),
  attempts: z.number().int().min(0),
  error: z
    .string()
    .nullable()
    .describe(
      'A code of the last failure, such as `timeout`, `dns` or `http-503`',
    ),
  sentAt: InstantSchema.nullable(),
});

/** @public */
export const AcknowledgementRequestSchema = z.strictObject({
  id: accepting(z.string().regex(/^\d{1,9}$/), "the 'id' of an alert"),
  note: plain(z.string().trim().min(1).max(500)).optional(),
});

/**
 * The body of `POST /v1/alerts/acknowledgements`.
 *
 * @public
 */
export type AcknowledgementRequest = z.infer<
  typeof AcknowledgementRequestSchema
>;

/** @public */
export const AlertAcknowledgementSchema = z.object({
  at: InstantSchema,
  by: maybeSigner,
  note: z.string().nullable(),
});

/** An acknowledgement of an alert, which stops reminders. @public */
export type AlertAcknowledgement = z.infer<typeof AlertAcknowledgementSchema>;

/** @public */
export const AlertMuteRequestSchema = z.strictObject({
  rule: z.enum(alertRules),
  until: DaySchema.nullable().describe('Last day of the mute; null to end it'),
});

/** The body and response of `POST /v1/alerts/mutes`. @public */
export type AlertMuteRequest = z.infer<typeof AlertMuteRequestSchema>;

/** @public */
export const AlertTestSchema = z.object({
  at: InstantSchema.describe('When it was sent'),
  results: z.array(
    z.object({
      channel: z.string(),
      recipient: z
        .string()
        .nullable()
        .describe('Entity ref; null where the channel itself has recipients'),
      status: z.enum(['delivered', 'not-delivered']),
      code: z
        .string()
        .nullable()
        .describe(
          'Why not, such as `recipient-empty`, `timeout` or `http-503`; null if it arrived',
        ),
      fix: z.string().nullable().describe('What to do; null if it arrived'),
      wording: worded('fix')
        .nullable()
        .describe('The same in codes and values; null if it arrived'),
    }),
  ),
});

/**
 * Results of a test message by channel and recipient: the response of `POST
 * /v1/alerts/test`.
 *
 * @public
 */
export type AlertTest = z.infer<typeof AlertTestSchema>;

/** @public */
export const AlertRuleStateSchema = z.object({
  rule: z.enum(alertRules),
  enabled: z.boolean().describe('Whether it is looked at'),
  channels: z
    .array(z.string())
    .describe('Through which someone is notified, but for a mute'),
  mute: z
    .object({
      until: DaySchema.describe('The last day of the mute'),
      by: z
        .string()
        .nullable()
        .describe(
          'Entity ref of a person, or `configuration`; null once that person is forgotten, and if hidden from the caller',
        ),
    })
    .nullable()
    .describe('null while someone is notified'),
});

/** @public */
export const AlertListSchema = z.object({
  channels: z
    .array(z.string())
    .describe('Channels of notifications; no one is notified if empty'),
  rules: z.array(AlertRuleStateSchema),
  alerts: z.array(
    AlertSchema.extend({
      deliveries: z.array(AlertDeliverySchema),
      acknowledgement: AlertAcknowledgementSchema.nullable(),
      wording: worded('title', 'text')
        .nullable()
        .describe(
          'The same in codes and values; null of what is only in English',
        ),
    }),
  ),
  nextCursor: NextCursorSchema,
});

/**
 * Alerts with their delivery status, newest first: the answer of
 * `GET /v1/alerts`.
 *
 * @public
 */
export type AlertList = z.infer<typeof AlertListSchema>;
