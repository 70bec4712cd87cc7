import { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  AlertAcknowledgement,
  AlertList,
} from 'backstage-plugin-adoption-metrics-common';
import { AcknowledgementRequestSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, signatureOf } from '../http';
import { parseBody } from '../access';
import { audited } from '../people';
import { formatInstant, ReportingZone } from '../time';
import {
  AcknowledgementStore,
  StoredAcknowledgement,
} from './AcknowledgementStore';
import { AlertRouting } from './AlertRouting';
import { AlertStore } from './AlertStore';
import { MuteStore } from './MuteStore';
import { AlertRules } from './ruleSettings';
import { describeRules } from './ruleStates';

const NEWEST = 100;
const ACCEPTED =
  "the id of an alert as 'id', and up to 500 characters as 'note'";
const body = express.json({ limit: '16kb' });

interface RouterOptions {
  access: AccessControl;
  auditor: AuditorService;
  clock: Clock;
  store: Pick<AlertStore, 'newest' | 'has'>;
  acknowledgements: AcknowledgementStore;
  mutes: Pick<MuteStore, 'all'>;
  rules: AlertRules;
  routing: Pick<AlertRouting, 'channelsOf'>;
  zone: ReportingZone;
  /** Names of the channels through which somebody is notified. */
  channels: string[];
}

/**
 * What was alerted about, for everybody who may read the metrics; acknowledging
 * of it is for those who may set the goal.
 */
export function createAlertRouter(options: RouterOptions): Router {
  const { access, auditor, clock, store, acknowledgements } = options;
  const router = PromiseRouter();

  router.get('/alerts', async (req, res) => {
    await access.requireReader(req);
    res.json(await listAlerts(options));
  });

  router.post('/alerts/acknowledgements', body, async (req, res) => {
    const credentials = await access.requireDeadlineManager(req);
    const request = parseBody(AcknowledgementRequestSchema, req.body, ACCEPTED);
    const alertId = Number(request.id);
    if (!(await store.has(alertId))) {
      throw new NotFoundError(`there is no alert '${request.id}'`);
    }
    const acknowledgement = {
      ...{ alertId, at: clock.now(), by: signatureOf(credentials) },
      ...(request.note !== undefined && { note: request.note }),
    };
    const event = {
      eventId: 'alert-acknowledge',
      severityLevel: 'low' as const,
      request: req,
    };
    const acknowledge = async () => {
      await acknowledgements.set(acknowledgement);
      return format(acknowledgement);
    };
    res.json(await audited(auditor, event, acknowledge));
  });

  return router;
}

async function listAlerts(options: RouterOptions): Promise<AlertList> {
  const { store, acknowledgements, channels, routing } = options;
  const { mutes, rules, clock, zone } = options;
  const alerts = await store.newest({ limit: NEWEST });
  const taken = await acknowledgements.of(alerts.map(({ id }) => Number(id)));
  return {
    nextCursor: null,
    channels,
    rules: describeRules(rules, {
      routing,
      mutes: await mutes.all(),
      today: zone.dayOf(clock.now()),
    }),
    alerts: alerts.map(alert => {
      const acknowledgement = taken.get(Number(alert.id));
      return {
        ...alert,
        acknowledgement: acknowledgement ? format(acknowledgement) : null,
      };
    }),
  };
}

function format({ at, by, note }: StoredAcknowledgement): AlertAcknowledgement {
  return { at: formatInstant(at), by: by ?? null, note: note ?? null };
}
