import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { Annotation } from 'backstage-plugin-adoption-metrics-common';
import { AnnotationRequestSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, signatureOf } from '../../http';
import { parseBody } from '../../access';
import { audited } from '../../people';
import { parseDays, Query } from '../../samples';
import {
  Day,
  formatDay,
  formatInstant,
  parseDay,
  ReportingZone,
} from '../../time';
import { AnnotationStore, StoredAnnotation } from './AnnotationStore';

const DEFAULT_DAYS = 365;
const ACCEPTED =
  "a day up to today such as '2026-11-23' as 'day', up to 200 characters as 'text', and a 'decision' if it says one";
const body = express.json({ limit: '16kb' });

export interface AnnotationRouterOptions {
  access: AccessControl;
  auditor: AuditorService;
  clock: Clock;
  zone: ReportingZone;
  annotations: AnnotationStore;
}

/** What happened beside the metrics, written by those who may set the goal. */
export function createAnnotationRouter(
  options: AnnotationRouterOptions,
): Router {
  const { access, annotations, clock, zone } = options;
  const router = PromiseRouter();

  router.get('/annotations', async (req, res) => {
    await access.requireReader(req);
    const today = zone.dayOf(clock.now());
    const range = { today: today + 1, length: DEFAULT_DAYS };
    const days = parseDays(req.query, range);
    const found = await annotations.during(days);
    res.json({ timeZone: zone.name, annotations: found.map(format) });
  });

  router.post('/annotations', body, async (req, res) => {
    const credentials = await access.requireDeadlineManager(req);
    const { day, ...request } = parseBody(
      AnnotationRequestSchema,
      req.body,
      ACCEPTED,
    );
    const annotation = {
      ...request,
      day: parsePastDay(day, zone.dayOf(clock.now())),
      writtenAt: clock.now(),
      writtenBy: signatureOf(credentials),
    };
    const add = async () => format(await annotations.add(annotation));
    res.json(await audit(req, { ...options, eventId: 'annotation-add' }, add));
  });

  router.delete('/annotations', async (req, res) => {
    await access.requireDeadlineManager(req);
    const id = parseId(req.query);
    const remove = () => removeOne(annotations, id);
    res.json(
      await audit(req, { ...options, eventId: 'annotation-remove' }, remove),
    );
  });

  return router;
}

function audit<T extends object>(
  request: Request,
  { auditor, eventId }: { auditor: AuditorService; eventId: string },
  act: () => Promise<T>,
): Promise<T> {
  const event = { eventId, severityLevel: 'medium' as const, request };
  return audited(auditor, event, act);
}

async function removeOne(annotations: AnnotationStore, id: number) {
  if (!(await annotations.remove(id))) {
    throw new NotFoundError(`there is no annotation ${id}`);
  }
  return { removed: id };
}

function parsePastDay(text: string, today: Day): Day {
  const day = parseDay(text);
  if (day === undefined || day > today) {
    throw new InputError(`field 'day' is '${text}'; accepted are ${ACCEPTED}`);
  }
  return day;
}

function parseId({ id }: Query): number {
  if (typeof id !== 'string' || !/^\d{1,9}$/.test(id)) {
    throw new InputError(
      `'id' does not name an annotation; accepted is the 'id' of one`,
    );
  }
  return Number(id);
}

function format(stored: StoredAnnotation): Annotation {
  return {
    id: stored.id,
    day: formatDay(stored.day),
    text: stored.text,
    decision: stored.decision ?? null,
    writtenAt: formatInstant(stored.writtenAt),
    writtenBy: stored.writtenBy ?? null,
  };
}
