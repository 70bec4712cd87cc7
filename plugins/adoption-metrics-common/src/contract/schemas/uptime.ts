import { z } from 'zod';
import { accepting } from '../accepted';
import { plain } from '../plainTexts';
import { metricStatuses, undecidedReasons } from '../../metrics';
import {
  downtimeKinds,
  incidentCauseIds,
  LONGEST_RESTART_SECONDS,
  uptimeBases,
  uptimeWindowIds,
} from '../../vocabulary/uptime';
import { InstantSchema, NextCursorSchema } from './common';

const seconds = z.number().min(0).describe('Seconds, exact to the millisecond');
const share = z.number().min(0).max(1).nullable();
const percent = z
  .string()
  .nullable()
  .describe(
    'Two decimals, never rounded up; `100.00` only for all of the time',
  );

const MAX_CHECKS = 100;

const cause = z.enum(incidentCauseIds);

const kind = z
  .enum(downtimeKinds)
  .describe(
    `\`restart\`: under ${LONGEST_RESTART_SECONDS} seconds without a process, and nothing else was wrong. Counts in uptime like any downtime`,
  );

const times = {
  from: InstantSchema,
  to: InstantSchema.describe('Exclusive'),
  strict: share.describe(
    'Share of accountable time that was up; compared with the target',
  ),
  lenient: share.describe('Share of known time that was up'),
  coverage: share.describe(
    'Share of accountable time that is known; time before the installation is excluded',
  ),
  strictPercent: percent,
  lenientPercent: percent,
  upSeconds: seconds,
  downSeconds: seconds,
  unknownSeconds: seconds,
  maintenanceSeconds: seconds,
  beforeInstallationSeconds: seconds.describe(
    'Before the installation, or before the first success of a component',
  ),
  beforeInstallationShare: z
    .number()
    .min(0)
    .max(1)
    .describe('Part of the window that is not included in the other values'),
  accountableSeconds: seconds.describe(
    'Up, down and unknown: without maintenance and time before the installation',
  ),
};

const judged = {
  ...times,
  status: z.enum(metricStatuses),
  reason: z.enum(undecidedReasons).optional().describe('Only when undecided'),
  judgedOn: z
    .enum(uptimeBases)
    .optional()
    .describe(
      'Only when decided: `whole-window`, or `observed-part` where the window reaches beyond the time of observation',
    ),
  budget: z
    .object({
      totalSeconds: seconds,
      usedSeconds: seconds,
      leftSeconds: z.number().describe('Seconds; negative once overspent'),
    })
    .describe('Downtime that the target allows'),
};

/** @public */
export const UptimeTimesSchema = z.object(times);

/** Time spent in each state, and shares of it. @public */
export type UptimeTimes = z.infer<typeof UptimeTimesSchema>;

/** @public */
export const UptimeReportSchema = z.object({
  computedAt: InstantSchema,
  target: z.number(),
  observedSince: InstantSchema.nullable(),
  range: z.object(judged),
  windows: z.array(z.object({ id: z.enum(uptimeWindowIds), ...judged })),
  burnRates: z
    .array(
      z.object({
        severity: z.enum(['page', 'ticket']),
        longSeconds: seconds,
        shortSeconds: seconds,
        threshold: z.number(),
        long: z
          .number()
          .nullable()
          .describe('null without accountable time, or without any budget'),
        short: z.number().nullable(),
        burning: z.boolean().describe('Both are at the threshold or above'),
      }),
    )
    .describe(
      'How many times faster than allowed the error budget is being spent',
    ),
  timeline: z
    .array(
      z.object({
        from: InstantSchema,
        to: InstantSchema.describe('Exclusive'),
        state: z.enum(['up', 'down', 'unknown', 'maintenance']),
        kind: kind.optional().describe('Only of downtime'),
      }),
    )
    .describe('Every moment of the range that was observed, oldest first'),
  evidence: z.object({
    seenFromInsideOnly: z
      .boolean()
      .describe('No probe and no observer that counts has ever succeeded'),
    silent: z
      .array(z.string())
      .describe(
        'Components that count and whose checks have stopped; heartbeats decide',
      ),
    gaps: z
      .enum(['down', 'unknown'])
      .describe('How time without any heartbeat counts'),
    heartbeatSeconds: seconds,
  }),
});

/**
 * The portal's uptime with its evidence: the response of `GET /v1/uptime`.
 *
 * @public
 */
export type UptimeReport = z.infer<typeof UptimeReportSchema>;

/** @public */
export const UptimeComponentsSchema = z.object({
  computedAt: InstantSchema,
  components: z.array(
    z.object({
      name: z.string(),
      source: z
        .enum(['processes', 'probe', 'push'])
        .describe('Heartbeats, a probe of the portal, or an outside observer'),
      counts: z
        .boolean()
        .describe(
          'Whether the portal counts as down whenever this probe fails',
        ),
      state: z
        .enum(['up', 'down', 'flapping', 'unknown', 'advisory'])
        .describe(
          '`advisory` until the first success; `flapping`, which is unknown, while it changes more often than is kept',
        ),
      silent: z.boolean().describe('Whether its checks have stopped'),
      firstSuccessAt: InstantSchema.nullable(),
      lastCheckAt: InstantSchema.nullable(),
      lastFailure: z
        .string()
        .nullable()
        .describe('Detail of the last check, if it failed'),
      certificateExpiresAt: InstantSchema.nullable(),
      certificateExpiresSoon: z.boolean(),
      range: UptimeTimesSchema,
      windows: z.array(z.object({ id: z.enum(uptimeWindowIds), ...times })),
    }),
  ),
});

/** The components behind uptime: `GET /v1/uptime/components`. @public */
export type UptimeComponents = z.infer<typeof UptimeComponentsSchema>;

/** @public */
export const IncidentNoteSchema = z.object({
  id: z.number().int(),
  writtenAt: InstantSchema,
  writtenBy: z
    .string()
    .nullable()
    .describe('Entity ref; null when forgotten, and if hidden from the caller'),
  note: z.string(),
});

/** @public */
export type IncidentNote = z.infer<typeof IncidentNoteSchema>;

/** @public */
export const UptimeIncidentsSchema = z.object({
  computedAt: InstantSchema,
  incidents: z
    .array(
      z.object({
        from: InstantSchema,
        to: InstantSchema.describe('Exclusive; so far, while it lasts'),
        seconds,
        ongoing: z.boolean(),
        kind,
        cause: cause.describe('How it began'),
        components: z.array(z.string()),
        evidence: z.array(
          z.object({
            from: InstantSchema,
            to: InstantSchema,
            cause,
            component: z.string(),
            detail: z.string().optional(),
          }),
        ),
        notes: z.array(IncidentNoteSchema),
      }),
    )
    .describe('Newest first'),
  nextCursor: NextCursorSchema,
});

/** Incidents and restarts: `GET /v1/uptime/incidents`. @public */
export type UptimeIncidents = z.infer<typeof UptimeIncidentsSchema>;

/** @public */
export const IncidentNoteRequestSchema = z.strictObject({
  at: InstantSchema.describe('Any moment of the incident'),
  note: plain(z.string().trim().min(1).max(1000)),
});

/** @public */
export type IncidentNoteRequest = z.infer<typeof IncidentNoteRequestSchema>;

/** @public */
export const MaintenanceRequestSchema = z.strictObject({
  from: InstantSchema,
  to: InstantSchema.describe('Exclusive'),
  reason: plain(z.string().trim().min(1).max(500)),
});

/** @public */
export type MaintenanceRequest = z.infer<typeof MaintenanceRequestSchema>;

/** @public */
export const MaintenanceWindowSchema = z.object({
  id: z.number().int(),
  from: InstantSchema,
  to: InstantSchema.describe('Exclusive'),
  reason: z.string(),
  declaredAt: InstantSchema,
  declaredBy: z
    .string()
    .nullable()
    .describe('Entity ref; null when forgotten, and if hidden from the caller'),
  late: z.boolean().describe('Declared after it had begun'),
  cancelledAt: InstantSchema.nullable(),
  excluded: z
    .boolean()
    .describe('Whether any of it is excluded from the metric'),
});

/**
 * A maintenance window.
 *
 * @public
 */
export type DeclaredMaintenance = z.infer<typeof MaintenanceWindowSchema>;

/** @public */
export const MaintenanceListSchema = z.object({
  computedAt: InstantSchema,
  windows: z.array(MaintenanceWindowSchema),
});

/** @public */
export type MaintenanceList = z.infer<typeof MaintenanceListSchema>;

/** @public */
export const UptimeCheckSchema = z.strictObject({
  id: plain(z.string().min(1).max(128))
    .optional()
    .describe(
      'Names this check: a repeated one counts once. Without an id, each counts',
    ),
  component: accepting(
    z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/i),
    'names of components: up to 63 letters, digits, dashes and underscores, beginning with a letter',
  ),
  state: z.enum(['up', 'down']),
  at: InstantSchema.optional().describe('Default: when it arrives'),
  detail: plain(z.string().max(255)).optional().describe('Detail of the check'),
  confirmed: z
    .boolean()
    .optional()
    .describe(
      'Whether the observer confirmed the failure by trying again; otherwise the second in a row counts',
    ),
});

/** @public */
export type UptimeCheck = z.infer<typeof UptimeCheckSchema>;

/** @public */
export const UptimeCheckBatchSchema = z.strictObject({
  checks: z.array(UptimeCheckSchema).min(1).max(MAX_CHECKS),
});

/** @public */
export const AlertmanagerPayloadSchema = z.looseObject({
  version: accepting(
    z.literal('4'),
    'webhook payloads of Alertmanager, version 4',
  ),
  alerts: z
    .array(
      z.looseObject({
        status: z.enum(['firing', 'resolved']),
        labels: z.record(z.string(), z.string()),
        annotations: z.record(z.string(), z.string()).optional(),
        startsAt: z.iso.datetime({ offset: true }),
        endsAt: z.iso.datetime({ offset: true }),
        fingerprint: plain(z.string().min(1).max(64)),
      }),
    )
    .max(MAX_CHECKS),
});

/**
 * What Prometheus Alertmanager sends to a webhook.
 *
 * @public
 */
export type AlertmanagerPayload = z.infer<typeof AlertmanagerPayloadSchema>;

/** @public */
export const UptimeChecksRequestSchema = z
  .union([UptimeCheckSchema, UptimeCheckBatchSchema, AlertmanagerPayloadSchema])
  .describe('As `format` says: one check, several, or a webhook');

/** @public */
export const UptimeCheckOutcomeSchema = z.object({
  checks: z
    .array(
      z.object({
        id: z.string(),
        outcome: z
          .enum(['accepted', 'duplicate', 'late', 'refused'])
          .describe(
            '`late`: older than the newest check of the component, or than a day; `refused`: in an alert, of a component that is not the observer’s',
          ),
      }),
    )
    .describe('In the order in which they were sent'),
});

/**
 * The result of pushed checks: the response of `POST /v1/uptime/checks`.
 *
 * @public
 */
export type UptimeCheckOutcome = z.infer<typeof UptimeCheckOutcomeSchema>;

/** @public */
export const HealthSchema = z.object({
  collecting: z
    .boolean()
    .describe('Whether metrics are being collected; false with 503'),
});

/**
 * Whether metrics are being collected: the response of `GET /v1/health`.
 *
 * @public
 */
export type Health = z.infer<typeof HealthSchema>;
