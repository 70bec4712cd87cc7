import { z } from 'zod';
import { discardReasons, dropReasons } from '../../vocabulary/pageLoad';
import { pluginSurfaces } from '../../vocabulary/activity';
import {
  MAX_EVENTS_PER_BATCH,
  MAX_FAULTS_PER_BATCH,
  MAX_REPORTED_PLUGINS,
} from '../../vocabulary/events';
import { accepting } from '../accepted';
import { InstantSchema } from './common';

const IdentifierSchema = accepting(
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9:/._-]{0,127}$/)
    .describe('Plugin or extension id; never a URL, title or search term'),
  'ids of up to 128 letters, digits and : / . _ -, such as catalog',
);

/** @public */
export const PageLoadKindSchema = z
  .enum(['initial', 'sign-in', 'route'])
  .describe(
    '`initial`: a document loaded by someone with a session; `sign-in`: a load that ended on the sign-in page; `route`: a navigation inside the app',
  );

/** @public */
export const PageLoadMethodSchema = z
  .enum(['lcp', 'soft-lcp', 'quiet', 'load-event'])
  .describe('How the end of the load was found');

/** @public */
export const InteractionEventSchema = z
  .object({
    type: z.literal('interaction'),
    at: InstantSchema,
    action: accepting(
      z
        .string()
        .regex(/^[A-Za-z][A-Za-z-]{0,63}$/)
        .describe('What was done, such as `navigate`, `click` or `search`'),
      'names of up to 64 letters and dashes, such as navigate',
    ),
    pluginId: IdentifierSchema,
    extensionId: IdentifierSchema.optional(),
    foundNothing: z
      .boolean()
      .optional()
      .describe('True for a search without a result; never what was sought'),
  })
  .describe('A deliberate interaction of the signed-in person');

/** @public */
export const PageLoadEventSchema = z
  .object({
    type: z.literal('page-load'),
    at: InstantSchema,
    kind: PageLoadKindSchema,
    method: PageLoadMethodSchema,
    routeId: IdentifierSchema,
    duration: z.number().min(0).max(60).describe('Load time in seconds'),
  })
  .describe('One measured page load');

/** @public */
export const PageLoadDiscardEventSchema = z
  .object({
    type: z.literal('page-load-discard'),
    at: InstantSchema,
    kind: PageLoadKindSchema,
    reason: z.enum(discardReasons),
  })
  .describe('A page load that could not be measured, and why');

/** @public */
export const NavigationEventSchema = z
  .object({
    type: z.literal('navigation'),
    at: InstantSchema,
    kind: PageLoadKindSchema,
    routeId: IdentifierSchema,
  })
  .describe(
    'A navigation whose load should be measured; compared with the measured loads it gives their coverage',
  );

/** @public */
export const DroppedEventsEventSchema = z
  .object({
    type: z.literal('dropped-events'),
    at: InstantSchema,
    reason: z.enum(dropReasons),
    count: z.number().int().min(1).max(1_000_000),
  })
  .describe('Events that the browser had to give up, and why');

/** @public */
export const InstalledPluginsEventSchema = z
  .object({
    type: z.literal('installed-plugins'),
    at: InstantSchema,
    plugins: z
      .array(
        z.object({ id: IdentifierSchema, surface: z.enum(pluginSurfaces) }),
      )
      .max(MAX_REPORTED_PLUGINS),
  })
  .describe(
    'The plugins of the app that people meet, reported once a day at most',
  );

/** @public */
export const CollectedEventSchema = z.discriminatedUnion('type', [
  InteractionEventSchema,
  NavigationEventSchema,
  PageLoadEventSchema,
  PageLoadDiscardEventSchema,
  DroppedEventsEventSchema,
  InstalledPluginsEventSchema,
]);

/** An event reported by a browser. @public */
export type CollectedEvent = z.infer<typeof CollectedEventSchema>;

/** @public */
export type InteractionEvent = z.infer<typeof InteractionEventSchema>;

/** @public */
export type NavigationEvent = z.infer<typeof NavigationEventSchema>;

/** @public */
export type DroppedEventsEvent = z.infer<typeof DroppedEventsEventSchema>;

/** @public */
export type InstalledPluginsEvent = z.infer<typeof InstalledPluginsEventSchema>;

/** @public */
export type PageLoadEvent = z.infer<typeof PageLoadEventSchema>;

/** @public */
export type PageLoadDiscardEvent = z.infer<typeof PageLoadDiscardEventSchema>;

/** @public */
export type PageLoadKind = PageLoadEvent['kind'];

/** @public */
export type PageLoadMethod = PageLoadEvent['method'];

/** @public */
export const EventBatchSchema = z.object({
  batchId: z
    .uuid()
    .describe('Made by the sender; sending the same batch again is free'),
  events: z.array(CollectedEventSchema).min(1).max(MAX_EVENTS_PER_BATCH),
});

/**
 * The part of a batch that is validated before its events, which are validated
 * one by one.
 *
 * @public
 */
export const EventEnvelopeSchema = z.object({
  batchId: EventBatchSchema.shape.batchId,
  events: z.array(z.unknown()).min(1).max(MAX_EVENTS_PER_BATCH),
});

/**
 * The body of `POST /v1/events`: an immutable batch of events of the
 * authenticated person.
 *
 * @public
 */
export type EventBatch = z.infer<typeof EventBatchSchema>;

/** @public */
export const EventFaultSchema = z.object({
  index: z.number().int().min(0).describe('Position in the batch'),
  field: z.string(),
  message: z.string().describe('What is wrong, and what is expected'),
});

/** Why an event was rejected. @public */
export type EventFault = z.infer<typeof EventFaultSchema>;

/** @public */
export const BatchOutcomeSchema = z.object({
  batchId: z.uuid(),
  accepted: z.number().int().min(0).describe('Events that were stored'),
  rejected: z
    .number()
    .int()
    .min(0)
    .describe('Events that were wrong, and were not stored'),
  faults: z
    .array(EventFaultSchema)
    .max(MAX_FAULTS_PER_BATCH)
    .describe(
      'What was wrong with the first of them; empty once a person has sent many batches with faults on a day',
    ),
  optedOut: z
    .boolean()
    .optional()
    .describe(
      'True for a person who opted out: nothing was stored, and nothing more should be sent',
    ),
});

/**
 * The outcome of a batch. A repeated batch gets the same outcome again.
 *
 * @public
 */
export type BatchOutcome = z.infer<typeof BatchOutcomeSchema>;
