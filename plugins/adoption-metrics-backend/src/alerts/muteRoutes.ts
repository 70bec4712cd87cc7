import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { AlertMuteRequestSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, signatureOf } from '../http';
import { parseBody } from '../access';
import { audited } from '../people';
import { Day, formatDay, parseDay, ReportingZone } from '../time';
import { MuteStore } from './MuteStore';

const LONGEST_DAYS = 366;
const ACCEPTED =
  "one of the rules as 'rule', and as 'until' a day from today to a year from now such as '2026-12-31', or null to be notified again";
const body = express.json({ limit: '16kb' });

/** Mutes a rule through a day, for those who may set the goal. */
export function createMuteRouter(options: {
  access: AccessControl;
  auditor: AuditorService;
  clock: Clock;
  zone: ReportingZone;
  mutes: MuteStore;
}): Router {
  const { access, auditor, clock, zone, mutes } = options;
  const router = PromiseRouter();

  router.post('/alerts/mutes', body, async (req, res) => {
    const credentials = await access.requireDeadlineManager(req);
    const request = parseBody(AlertMuteRequestSchema, req.body, ACCEPTED);
    const { rule } = request;
    const at = clock.now();
    const until = parseUntil(request.until, zone.dayOf(at));
    const by = signatureOf(credentials);
    const event = {
      eventId: 'alert-mute',
      severityLevel: 'medium' as const,
      request: req,
    };
    const change = async () => {
      await (until === null
        ? mutes.end(rule)
        : mutes.set({ rule, until, at, by }));
      return { rule, until: until === null ? null : formatDay(until) };
    };
    res.json(await audited(auditor, event, change));
  });

  return router;
}

function parseUntil(text: string | null, today: Day): Day | null {
  if (text === null) {
    return null;
  }
  const day = parseDay(text);
  if (day === undefined || day < today || day > today + LONGEST_DAYS) {
    throw new InputError(
      `field 'until' is '${text}'; accepted are ${ACCEPTED}`,
    );
  }
  return day;
}
