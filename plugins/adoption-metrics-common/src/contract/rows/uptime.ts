import { z } from 'zod';
import { uptimeManagePermission } from '../../permissions';
import { downtimeKinds } from '../../vocabulary/uptime';
import { anybody, manager, observer, reader } from '../callers';
import { choice, idOf, instantRange, page } from '../parameters';
import { defineRoutes } from '../routes';
import {
  HealthSchema,
  IncidentNoteRequestSchema,
  IncidentNoteSchema,
  MaintenanceListSchema,
  MaintenanceRequestSchema,
  MaintenanceWindowSchema,
  UptimeCheckOutcomeSchema,
  UptimeChecksRequestSchema,
  UptimeComponentsSchema,
  UptimeIncidentsSchema,
  UptimeReportSchema,
} from '../schemas';

const lastMonth = instantRange({ from: '30 days before `to`', to: 'now' });

/** Uptime, its evidence, maintenance, and checks. */
export const uptimeRoutes = defineRoutes({
  'GET /uptime': {
    id: 'getUptime',
    tag: 'Uptime',
    summary: 'Uptime of the portal, its error budget and burn rates',
    caller: reader,
    query: z.strictObject(lastMonth),
    answer: UptimeReportSchema,
    example: {
      query: { from: '2026-11-01T00:00:00Z', to: '2026-11-15T00:00:00Z' },
    },
  },
  'GET /uptime/components': {
    id: 'getUptimeComponents',
    tag: 'Uptime',
    summary: 'Uptime of each monitored component',
    caller: reader,
    query: z.strictObject(lastMonth),
    answer: UptimeComponentsSchema,
    csv: true,
  },
  'GET /uptime/incidents': {
    id: 'getUptimeIncidents',
    tag: 'Uptime',
    summary: 'Incidents and restarts with their causes, newest first',
    caller: reader,
    query: z.strictObject({
      ...instantRange({ from: '90 days before `to`', to: 'now' }),
      kind: choice(downtimeKinds)
        .optional()
        .describe('Only downtime of this kind; default all'),
      ...page({ most: 200, usual: 50 }),
    }),
    answer: UptimeIncidentsSchema,
    csv: true,
    example: { query: { from: '2026-09-01T00:00:00Z', limit: 20 } },
  },
  'POST /uptime/incidents/notes': {
    id: 'addIncidentNote',
    tag: 'Uptime',
    summary: 'Add a note about an incident',
    caller: manager(uptimeManagePermission),
    body: IncidentNoteRequestSchema,
    answer: IncidentNoteSchema,
    errors: [404],
    audit: { eventId: 'uptime-note', severity: 'medium' },
    example: {
      body: {
        at: '2026-11-02T03:00:00.000Z',
        note: 'The disk of the database was full.',
      },
    },
  },
  'GET /uptime/maintenance': {
    id: 'getMaintenance',
    tag: 'Uptime',
    summary: 'Maintenance windows, by start',
    caller: reader,
    query: z.strictObject(
      instantRange({ from: '395 days before `to`', to: '365 days from now' }),
    ),
    answer: MaintenanceListSchema,
  },
  'POST /uptime/maintenance': {
    id: 'declareMaintenance',
    tag: 'Uptime',
    summary: 'Declare a maintenance window',
    caller: manager(uptimeManagePermission),
    body: MaintenanceRequestSchema,
    answer: MaintenanceWindowSchema,
    audit: { eventId: 'maintenance-declare', severity: 'medium' },
    example: {
      body: {
        from: '2026-12-05T20:00:00.000Z',
        to: '2026-12-05T22:00:00.000Z',
        reason: 'Upgrade of the database',
      },
    },
  },
  'DELETE /uptime/maintenance': {
    id: 'cancelMaintenance',
    tag: 'Uptime',
    summary: 'Cancel a maintenance window, or end it now if it has started',
    caller: manager(uptimeManagePermission),
    query: z.strictObject({ id: idOf('a maintenance window') }),
    answer: MaintenanceWindowSchema,
    errors: [404, 409],
    audit: { eventId: 'maintenance-cancel', severity: 'medium' },
    example: { query: { id: 1 } },
  },
  'POST /uptime/checks': {
    id: 'postUptimeChecks',
    tag: 'Uptime',
    summary: 'Report checks from an external observer',
    caller: observer,
    query: z.strictObject({
      format: choice(['checks', 'alertmanager'])
        .default('checks')
        .describe('Format of the body: one or several checks, or a webhook'),
    }),
    body: UptimeChecksRequestSchema,
    envelope: z.record(z.string(), z.unknown()),
    answer: UptimeCheckOutcomeSchema,
    errors: [409, 429],
    example: {
      body: { id: 'check-17', component: 'gateway', state: 'up' },
      answer: { checks: [{ id: 'check-17', outcome: 'accepted' }] },
    },
  },
  'GET /health': {
    id: 'getHealth',
    tag: 'Collection',
    summary: 'Whether metrics are being collected',
    caller: anybody,
    answer: HealthSchema,
    unavailable: true,
  },
});
