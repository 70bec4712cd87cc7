import {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { RouteRow } from 'backstage-plugin-adoption-metrics-common/contract';
import { Request } from 'express';
import { withinLimit } from '../failures';
import { AccessControl } from './AccessControl';
import { HandlerParts, RouteContext } from './handlers';
import { ReadRequest } from './readRequest';
import { recordAct } from './recordAct';
import { signatureOf } from './signatureOf';
import { Visibility, withoutHidden } from './visibility';

const LONGEST_WAIT_MS = 30_000;

/** A request that passed the access check and validation. */
interface AdmittedRequest {
  /** Undefined for public routes. */
  credentials: BackstageCredentials | undefined;
  request: ReadRequest;
  /** Aborted once the client is gone. */
  signal: AbortSignal;
  /**
   * The HTTP request, for the audit log; undefined for calls within the
   * process.
   */
  req?: Request;
}

/** The result of a handler. */
interface Outcome {
  answered: object;
  unavailable: boolean;
}

type AnyContext = RouteContext<never>;

/** Runs the handler of a route, and audits it if the contract says so. */
export class RequestRunner {
  constructor(
    private readonly options: {
      row: RouteRow;
      access: AccessControl;
      auditor: AuditorService;
      visibilityOf(credentials: BackstageCredentials): Visibility;
      answer: HandlerParts<never>['answer'];
      auditMeta?: HandlerParts<never>['auditMeta'];
    },
  ) {}

  /**
   * Limits how long a client waits, for example if the database hangs.
   *
   * @throws DOMException named `TimeoutError`; the handler keeps running
   */
  run(admitted: AdmittedRequest): Promise<Outcome> {
    return withinLimit(LONGEST_WAIT_MS, admitted.signal, signal =>
      this.#run({ ...admitted, signal }),
    );
  }

  #run(admitted: AdmittedRequest): Promise<Outcome> {
    const { row, auditor, auditMeta } = this.options;
    if (!row.audit) {
      return this.#answer(admitted, () => {});
    }
    const meta = auditMeta?.(admitted.request as never);
    return recordAct(
      auditor,
      {
        eventId: row.audit.eventId,
        severityLevel: row.audit.severity,
        request: admitted.req,
        ...(meta && { meta }),
      },
      add => this.#answer(admitted, add),
    );
  }

  async #answer(
    admitted: AdmittedRequest,
    audit: (meta: JsonObject) => void,
  ): Promise<Outcome> {
    let unavailable = false;
    const setUnavailable = () => {
      unavailable = true;
    };
    const context = this.#contextOf(admitted, { audit, setUnavailable });
    const answered = (await this.options.answer(context)) as object;
    return {
      answered: this.#isOfOthers
        ? await withoutHidden(answered, context.visibility)
        : answered,
      unavailable,
    };
  }

  // People can see everything about themselves, including the teams they are
  // in.
  get #isOfOthers(): boolean {
    const { kind } = this.options.row.caller;
    return kind === 'reader' || kind === 'manager';
  }

  #contextOf(
    { request, signal, ...admitted }: AdmittedRequest,
    { audit, setUnavailable }: Pick<AnyContext, 'audit' | 'setUnavailable'>,
  ): AnyContext {
    const { access, visibilityOf } = this.options;
    // Handlers of public routes do not use credentials.
    const credentials = admitted.credentials as BackstageCredentials;
    const context = {
      params: request.params,
      query: request.query,
      body: request.body,
      credentials,
      signature: credentials ? signatureOf(credentials) : 'nobody',
      visibility: visibilityOf(credentials),
      ownership: () => access.ownershipOf(credentials),
      may: permission => access.may(credentials, permission),
      demand: permission => access.demand(credentials, permission),
      audit,
      setUnavailable,
      signal,
    } satisfies Record<keyof AnyContext, unknown> &
      Pick<AnyContext, 'may' | 'demand' | 'ownership' | 'signal'>;
    return context as unknown as AnyContext;
  }
}
