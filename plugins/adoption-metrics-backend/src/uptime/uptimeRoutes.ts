import { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  IncidentNoteRequestSchema,
  MaintenanceRequestSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, signatureOf } from '../http';
import { parseBody } from '../access';
import { audited } from '../people';
import { formatNote } from './answers';
import { CheckRecorder } from './CheckRecorder';
import { HealthReporter } from './HealthReporter';
import { IncidentNoteStore } from './IncidentNoteStore';
import { MaintenanceService } from './MaintenanceService';
import { UptimeOverview } from './UptimeOverview';
import {
  parseChecks,
  parsePage,
  parseRange,
  parseWindowId,
} from './uptimeRequests';

const DAY_MS = 86_400_000;
const body = express.json({ limit: '256kb' });

export interface UptimeRouterOptions {
  access: AccessControl;
  auditor: AuditorService;
  clock: Clock;
  overview: UptimeOverview;
  notes: IncidentNoteStore;
  maintenance: MaintenanceService;
  recorder: CheckRecorder;
  health: HealthReporter;
}

/** Uptime, what it rests on, and what people and observers add to it. */
export function createUptimeRouter(options: UptimeRouterOptions): Router {
  const router = PromiseRouter();
  addReading(router, options);
  addNotes(router, options);
  addMaintenance(router, options);

  router.post('/uptime/checks', body, async (req, res) => {
    await options.access.requireObserver(req);
    const now = options.clock.now();
    const checks = parseChecks(req.query, req.body, now);
    res.json(await options.recorder.take(checks));
  });

  router.get('/health', async (_req, res) => {
    const health = await options.health.read();
    res.status(health.collecting ? 200 : 503).json(health);
  });

  return router;
}

function addReading(
  router: Router,
  { access, clock, overview }: UptimeRouterOptions,
): void {
  router.get('/uptime', async (req, res) => {
    await access.requireReader(req);
    const now = clock.now();
    const range = parseRange(req.query, { days: 30, to: now });
    res.json(await overview.report(range, now));
  });

  router.get('/uptime/components', async (req, res) => {
    await access.requireReader(req);
    const now = clock.now();
    const range = parseRange(req.query, { days: 30, to: now });
    res.json(await overview.components(range, now));
  });

  router.get('/uptime/incidents', async (req, res) => {
    await access.requireReader(req);
    const now = clock.now();
    const { from, to } = parseRange(req.query, { days: 90, to: now });
    const { limit, before } = parsePage(req.query);
    const range = { from, to: Math.max(from, Math.min(to, before)) };
    res.json(await overview.incidents(range, { limit, now }));
  });
}

function addNotes(router: Router, options: UptimeRouterOptions): void {
  router.post('/uptime/incidents/notes', body, async (req, res) => {
    const credentials = await options.access.requireUptimeManager(req);
    const accepted = "a moment as 'at' and up to 1000 characters as 'note'";
    const request = parseBody(IncidentNoteRequestSchema, req.body, accepted);
    await assertDown(request.at, options);
    res.json(
      await audit(options, req, 'uptime-note', async () =>
        formatNote(
          await options.notes.add({
            momentAt: Date.parse(request.at),
            writtenAt: options.clock.now(),
            writtenBy: signatureOf(credentials),
            note: request.note,
          }),
        ),
      ),
    );
  });
}

async function assertDown(
  instant: string,
  { overview, clock }: UptimeRouterOptions,
): Promise<void> {
  if (!(await overview.wasDown(Date.parse(instant), clock.now()))) {
    throw new NotFoundError(
      `the portal was not down at ${instant}; accepted are moments of an incident`,
    );
  }
}

function addMaintenance(router: Router, options: UptimeRouterOptions): void {
  const { access, maintenance, clock } = options;
  router.get('/uptime/maintenance', async (req, res) => {
    await access.requireReader(req);
    const defaults = { days: 395, to: clock.now() + 365 * DAY_MS };
    res.json(await maintenance.list(parseRange(req.query, defaults)));
  });

  router.post('/uptime/maintenance', body, async (req, res) => {
    const credentials = await access.requireUptimeManager(req);
    const accepted = "instants as 'from' and 'to', and a 'reason'";
    const request = parseBody(MaintenanceRequestSchema, req.body, accepted);
    const declare = () =>
      maintenance.declare(request, signatureOf(credentials));
    res.json(await audit(options, req, 'maintenance-declare', declare));
  });

  router.delete('/uptime/maintenance', async (req, res) => {
    await access.requireUptimeManager(req);
    const id = parseWindowId(req.query);
    const cancel = () => maintenance.cancel(id);
    res.json(await audit(options, req, 'maintenance-cancel', cancel));
  });
}

function audit<T extends object>(
  { auditor }: UptimeRouterOptions,
  request: Request,
  eventId: string,
  act: () => Promise<T>,
): Promise<T> {
  const event = { eventId, severityLevel: 'medium' as const, request };
  return audited(auditor, event, act);
}
