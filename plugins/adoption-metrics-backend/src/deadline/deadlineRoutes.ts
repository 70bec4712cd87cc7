import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DeadlineForecast,
  DeadlineReport,
} from 'backstage-plugin-adoption-metrics-common';
import { DeadlineRequestSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, signatureOf } from '../http';
import { parseBody } from '../access';
import { audited } from '../people';
import { Day, formatDay, parseDay, ReportingZone } from '../time';
import { formatLog } from './answers';
import { deadlineOf } from './deadlineOf';
import { DeadlineService } from './DeadlineService';
import { DeadlineReporter } from './DeadlineReporter';
import { DeadlineStore } from './DeadlineStore';

const body = express.json({ limit: '16kb' });

export interface DeadlineRoutesOptions {
  access: AccessControl;
  auditor: AuditorService;
  clock: Clock;
  zone: ReportingZone;
  service: DeadlineService;
  deadlines: Pick<DeadlineStore, 'log'>;
  reporter: DeadlineReporter;
  /** Called when the deadline has changed. */
  onChange(): Promise<void>;
}

/** The deadline, its forecast and its log; changes are for those who may. */
export function createDeadlineRouter(options: DeadlineRoutesOptions): Router {
  const { access, reporter, deadlines } = options;
  const router = PromiseRouter();

  router.get('/deadline', async (req, res) => {
    await access.requireReader(req);
    res.json(await reporter.report());
  });

  router.get('/deadline/forecast', async (req, res) => {
    await access.requireReader(req);
    const day = parseAsOf(req.query.asOf, options);
    const latest = (await reporter.weekBy(day)) ?? null;
    const answer: DeadlineForecast = { asOf: formatDay(day), latest };
    res.json(answer);
  });

  router.get('/deadline/log', async (req, res) => {
    await access.requireReader(req);
    res.json(formatLog(await deadlines.log()));
  });

  addChanges(router, options);
  return router;
}

function addChanges(router: Router, options: DeadlineRoutesOptions): void {
  const { access, clock, service } = options;

  router.put('/deadline', body, async (req, res) => {
    const credentials = await access.requireDeadlineManager(req);
    const deadline = parseDeadline(req.body);
    const act = { at: clock.now(), by: signatureOf(credentials) };
    const set = () => service.set(deadline, act);
    res.json(await change(req, { ...options, eventId: 'deadline-set' }, set));
  });

  router.delete('/deadline', async (req, res) => {
    const credentials = await access.requireDeadlineManager(req);
    const act = { at: clock.now(), by: signatureOf(credentials) };
    const end = () => service.end(act);
    res.json(await change(req, { ...options, eventId: 'deadline-end' }, end));
  });
}

async function change(
  request: Request,
  options: DeadlineRoutesOptions & { eventId: string },
  act: () => Promise<void>,
): Promise<DeadlineReport> {
  const { auditor, eventId, reporter, onChange } = options;
  const event = { eventId, severityLevel: 'medium' as const, request };
  await audited(auditor, event, async () => {
    await act();
    return {};
  });
  await onChange();
  return reporter.report();
}

function parseDeadline(given: unknown) {
  const accepted =
    "a day as 'start', and as you like a 'goal' such as 0.3, a 'length' such as 'P6M' or a 'date', weeks as 'hold', and 'holidays' as up to 50 objects of days 'from' and 'to'";
  const request = parseBody(DeadlineRequestSchema, given, accepted);
  return deadlineOf(
    { ...request },
    { source: 'api', nameOf: key => `field '${key}'` },
  );
}

function parseAsOf(
  given: unknown,
  { zone, clock }: DeadlineRoutesOptions,
): Day {
  if (given === undefined) {
    return zone.dayOf(clock.now());
  }
  const day = typeof given === 'string' ? parseDay(given) : undefined;
  if (day === undefined) {
    throw new InputError(
      `'asOf' is no day; accepted are days such as 2026-11-23`,
    );
  }
  return day;
}
