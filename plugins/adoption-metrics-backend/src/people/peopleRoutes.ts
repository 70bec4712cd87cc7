import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  ForgetOutcome,
  MergeOutcome,
  MyData,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl } from '../http';
import { formatInstant, ReportingZone } from '../time';
import { audited } from './audited';
import { DeveloperPreviewer } from './DeveloperPreviewer';
import { isGuest } from './guests';
import { describeHeld } from './myData';
import {
  parseForgetRequest,
  parseMergeRequest,
  parseMyChoice,
} from './peopleRequests';
import { PersonActivityReader, SignedActs } from '../parts';
import { PersonRecordStore } from './PersonRecordStore';
import { Pseudonymizer } from './pseudonym';

interface RouterOptions {
  access: AccessControl;
  auditor: AuditorService;
  clock: Clock;
  zone: ReportingZone;
  pseudonymize: Pseudonymizer;
  records: PersonRecordStore;
  signedActs: SignedActs[];
  activity: PersonActivityReader;
  previewer: DeveloperPreviewer;
}

const body = express.json({ limit: '256kb' });

/** What is held about people: by each themselves, and by those who may. */
export function createPeopleRouter(options: RouterOptions): Router {
  const { access, records, pseudonymize, previewer } = options;
  const router = PromiseRouter();

  router.get('/me', async (req, res) => {
    const { principal } = await access.requireUser(req);
    res.json(await readMyData(principal.userEntityRef, options));
  });

  router.put('/me', body, async (req, res) => {
    const { principal } = await access.requireUser(req);
    const { optedOut } = parseMyChoice(req.body);
    assertNoGuest(principal.userEntityRef);
    await records.setOptedOut(pseudonymize(principal.userEntityRef), optedOut);
    res.json(await readMyData(principal.userEntityRef, options));
  });

  router.post('/people/forget', body, async (req, res) => {
    await access.requirePeopleManager(req);
    res.json(await forget(req, options));
  });

  router.post('/people/merge', body, async (req, res) => {
    await access.requirePeopleManager(req);
    res.json(await merge(req, options));
  });

  router.get('/developers', async (req, res) => {
    await access.requireReader(req);
    const names = parseNames(req.query.names);
    if (names) {
      await access.requirePeopleManager(req);
    }
    res.json(await previewer.preview({ names }));
  });

  return router;
}

async function readMyData(
  entityRef: string,
  { clock, zone, records, activity, pseudonymize }: RouterOptions,
): Promise<MyData> {
  const record = isGuest(entityRef)
    ? undefined
    : await records.read(pseudonymize(entityRef));
  const held = record && (await activity.read(record.personId));
  return {
    computedAt: formatInstant(clock.now()),
    timeZone: zone.name,
    ...describeHeld(record, held),
  };
}

async function forget(
  req: Request,
  { auditor, records, signedActs, pseudonymize }: RouterOptions,
): Promise<ForgetOutcome> {
  const { entityRef, stop } = parseForgetRequest(req.body);
  const pseudonym = pseudonymize(entityRef);
  const event = {
    eventId: 'people-forget',
    severityLevel: 'high' as const,
    request: req,
    meta: { pseudonym, stop },
  };
  return audited(auditor, event, async () => {
    for (const acts of signedActs) {
      await acts.forgetAuthor(entityRef.toLocaleLowerCase('en-US'));
    }
    return records.forget(pseudonym, { stop });
  });
}

async function merge(
  req: Request,
  { auditor, records, pseudonymize }: RouterOptions,
): Promise<MergeOutcome> {
  const merges = parseMergeRequest(req.body).merges.map(({ from, into }) => ({
    from: pseudonymize(from),
    into: pseudonymize(into),
  }));
  const event = {
    eventId: 'people-merge',
    severityLevel: 'high' as const,
    request: req,
    meta: { merges },
  };
  return audited(auditor, event, async () => {
    const unknown: number[] = [];
    for (const [index, identities] of merges.entries()) {
      if (!(await records.merge(identities))) {
        unknown.push(index);
      }
    }
    return { merged: merges.length - unknown.length, unknown };
  });
}

function assertNoGuest(entityRef: string): void {
  if (isGuest(entityRef)) {
    throw new NotAllowedError(
      'Guests are not counted, so there is nothing to choose; sign in as a person',
    );
  }
}

function parseNames(value: unknown): boolean {
  if (value !== undefined && value !== 'true' && value !== 'false') {
    throw new InputError("'names' is wrong; accepted are true and false");
  }
  return value === 'true';
}
