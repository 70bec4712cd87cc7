import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  AnswerOf,
  CallerKindOf,
  CsvRouteKey,
  ParsedBodyOf,
  ParsedParamsOf,
  ParsedQueryOf,
  RouteKey,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { Visibility } from './visibility';

/** Whose credentials a handler gets, by who may call its route. */
type CredentialsOf<K extends RouteKey> = CallerKindOf<K> extends 'signedIn'
  ? BackstageCredentials<BackstageUserPrincipal>
  : CallerKindOf<K> extends 'anybody'
  ? undefined
  : BackstageCredentials;

/** What of a request its row has read. */
export interface ReadParts<K extends RouteKey> {
  params: ParsedParamsOf<K>;
  query: ParsedQueryOf<K>;
  body: ParsedBodyOf<K>;
}

/** What a handler is given: a request that its row has let through. */
export interface RouteContext<K extends RouteKey> extends ReadParts<K> {
  credentials: CredentialsOf<K>;
  /** Who signs an act: the ref of a person in lower case, or a service. */
  signature: string;
  /** What the caller may see of the catalog. */
  visibility: Visibility;
  /** The refs through which the caller owns things; none for a service. */
  ownership(): Promise<string[]>;
  /** Whether the caller has a privilege. */
  may(permission: BasicPermission): Promise<boolean>;
  /** @throws NotAllowedError unless the caller has a privilege. */
  demand(permission: BasicPermission): Promise<void>;
  /** Adds to what the audit log says of a success; never names of people. */
  audit(meta: JsonObject): void;
  /** Answers with 503 and the answer; for rows that declare it. */
  setUnavailable(): void;
  /** Aborted once nobody waits for the answer any more. */
  signal: AbortSignal;
}

/** Answers the requests of a route. */
type Handler<K extends RouteKey> = (
  context: RouteContext<K>,
) => AnswerOf<K> | Promise<AnswerOf<K>>;

/** A handler with what else its row asks for. */
export interface HandlerParts<K extends RouteKey> {
  answer: Handler<K>;
  /**
   * Called before the body is read; throws to refuse the request. What it
   * returns is called once the request is over.
   */
  enter?(credentials: CredentialsOf<K>): () => void;
  /**
   * What the audit log says of an act before it is tried; never names of
   * people. For rows with `audit`.
   */
  auditMeta?(parts: ReadParts<K>): JsonObject;
}

/**
 * A read that answers everybody alike who asks the same: it is told nothing of
 * who asks. Those who ask at the same time share one answer, from which only
 * then is left out what each of them may not see.
 */
export interface CommonParts<K extends RouteKey> {
  common(parts: ReadParts<K>): AnswerOf<K> | Promise<AnswerOf<K>>;
  /**
   * The state of everything that the answer is made from. As long as it is the
   * same, an answer may be given again. Undefined, or left out, where that
   * always changes.
   */
  basis?(parts: ReadParts<K>): Promise<string | undefined>;
}

/** What a folder has to give for a route: a function, and a table where one is. */
type RouteHandler<K extends RouteKey> = K extends CsvRouteKey
  ? (HandlerParts<K> | CommonParts<K>) & { csv(answer: AnswerOf<K>): string }
  : Handler<K> | HandlerParts<K> | CommonParts<K>;

/** What a folder contributes to the API, by keys of the contract. */
export type RouteHandlers = { [K in RouteKey]?: RouteHandler<K> };
