import { AuditorService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { VerificationRequestSchema } from 'backstage-plugin-adoption-metrics-common/contract';
import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AccessControl, signatureOf } from '../../http';
import { parseBody } from '../../access';
import { audited } from '../../people';
import { parseOptionalText } from '../../samples';
import { Caller, VerificationService } from './VerificationService';

const ACCEPTED =
  "an entity ref such as 'component:default/shop' as 'entityRef', and up to 500 characters as 'note'";
const body = express.json({ limit: '16kb' });

export interface VerificationRouterOptions {
  access: AccessControl;
  auditor: AuditorService;
  service: VerificationService;
}

/** Who has confirmed what, and confirming it. */
export function createVerificationRouter(
  options: VerificationRouterOptions,
): Router {
  const { access, auditor, service } = options;
  const router = PromiseRouter();

  router.get('/catalog/verifications', async (req, res) => {
    const credentials = await access.requireReader(req);
    const ownership = await access.ownershipOf(credentials);
    const entity = parseOptionalText(req.query, 'entity');
    const entityRef = entity === undefined ? undefined : parseRef(entity);
    res.json(await service.list({ credentials, ownership }, entityRef));
  });

  router.post('/catalog/verifications', body, async (req, res) => {
    const caller = await ownerOf(req, access);
    const request = parseBody(VerificationRequestSchema, req.body, ACCEPTED);
    const entityRef = parseRef(request.entityRef);
    const by = signatureOf(caller.credentials);
    const event = {
      eventId: 'entity-verify',
      severityLevel: 'low' as const,
      request: req,
    };
    const verify = () =>
      service.verify(caller, { entityRef, by, note: request.note });
    res.json(await audited(auditor, event, verify));
  });

  return router;
}

/** Services own nothing. */
async function ownerOf(req: Request, access: AccessControl): Promise<Caller> {
  const credentials = await access.requireUser(req);
  return { credentials, ownership: await access.ownershipOf(credentials) };
}

/** @throws InputError if the text is no full entity ref. */
function parseRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `'${text}' is no entity ref; accepted are refs such as 'component:default/shop'`,
    );
  }
}
