import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ProgrammeForecast,
  ProgrammeReport,
} from 'backstage-plugin-adoption-metrics-common';
import { ProgrammeRequestSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, signatureOf } from '../http';
import { parseBody } from '../access';
import { audited } from '../people';
import { Day, formatDay, parseDay, ReportingZone } from '../time';
import { formatLog } from './answers';
import { programmeOf } from './programmeOf';
import { ProgrammeKeeper } from './ProgrammeKeeper';
import { ProgrammeReporter } from './ProgrammeReporter';
import { ProgrammeStore } from './ProgrammeStore';

const body = express.json({ limit: '16kb' });

export interface ProgrammeRouterOptions {
  access: AccessControl;
  auditor: AuditorService;
  clock: Clock;
  zone: ReportingZone;
  keeper: ProgrammeKeeper;
  programmes: Pick<ProgrammeStore, 'log'>;
  reporter: ProgrammeReporter;
  /** Called when the programme has changed. */
  onChange(): Promise<void>;
}

/** The programme, its forecast and its log; changes are for those who may. */
export function createProgrammeRouter(options: ProgrammeRouterOptions): Router {
  const { access, reporter, programmes } = options;
  const router = PromiseRouter();

  router.get('/deadline', async (req, res) => {
    await access.requireReader(req);
    res.json(await reporter.report());
  });

  router.get('/deadline/forecast', async (req, res) => {
    await access.requireReader(req);
    const day = parseAsOf(req.query.asOf, options);
    const latest = (await reporter.weekBy(day)) ?? null;
    const answer: ProgrammeForecast = { asOf: formatDay(day), latest };
    res.json(answer);
  });

  router.get('/deadline/log', async (req, res) => {
    await access.requireReader(req);
    res.json(formatLog(await programmes.log()));
  });

  addChanges(router, options);
  return router;
}

function addChanges(router: Router, options: ProgrammeRouterOptions): void {
  const { access, clock, keeper } = options;

  router.put('/deadline', body, async (req, res) => {
    const credentials = await access.requireProgrammeManager(req);
    const programme = parseProgramme(req.body);
    const act = { at: clock.now(), by: signatureOf(credentials) };
    const set = () => keeper.set(programme, act);
    res.json(await change(req, { ...options, eventId: 'programme-set' }, set));
  });

  router.delete('/deadline', async (req, res) => {
    const credentials = await access.requireProgrammeManager(req);
    const act = { at: clock.now(), by: signatureOf(credentials) };
    const end = () => keeper.end(act);
    res.json(await change(req, { ...options, eventId: 'programme-end' }, end));
  });
}

async function change(
  request: Request,
  options: ProgrammeRouterOptions & { eventId: string },
  act: () => Promise<void>,
): Promise<ProgrammeReport> {
  const { auditor, eventId, reporter, onChange } = options;
  const event = { eventId, severityLevel: 'medium' as const, request };
  await audited(auditor, event, async () => {
    await act();
    return {};
  });
  await onChange();
  return reporter.report();
}

function parseProgramme(given: unknown) {
  const accepted =
    "a day as 'start', and as you like a 'goal' such as 0.3, a 'length' such as 'P6M' or a 'deadline', weeks as 'hold', and 'holidays' as up to 50 objects of days 'from' and 'to'";
  const request = parseBody(ProgrammeRequestSchema, given, accepted);
  return programmeOf(
    { ...request },
    { source: 'api', nameOf: key => `field '${key}'` },
  );
}

function parseAsOf(
  given: unknown,
  { zone, clock }: ProgrammeRouterOptions,
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
