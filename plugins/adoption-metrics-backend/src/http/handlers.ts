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

/** The type of credentials depends on who can call the route. */
type CredentialsOf<K extends RouteKey> = CallerKindOf<K> extends 'signedIn'
  ? BackstageCredentials<BackstageUserPrincipal>
  : CallerKindOf<K> extends 'anybody'
  ? undefined
  : BackstageCredentials;

/** The parts of a request, parsed by the contract. */
export interface ReadParts<K extends RouteKey> {
  params: ParsedParamsOf<K>;
  query: ParsedQueryOf<K>;
  body: ParsedBodyOf<K>;
}

/** What a handler gets: a request that passed access checks and validation. */
export interface RouteContext<K extends RouteKey> extends ReadParts<K> {
  credentials: CredentialsOf<K>;
  /** Who signs an act: entity ref of a user in lower case, or a service. */
  signature: string;
  /** What the caller can see of the catalog. */
  visibility: Visibility;
  /**
   * Entity refs through which the caller owns entities; empty for a service.
   */
  ownership(): Promise<string[]>;
  /** Whether the caller has a privilege. */
  may(permission: BasicPermission): Promise<boolean>;
  /**
   * @throws NotAllowedError unless the caller has a privilege
   */
  demand(permission: BasicPermission): Promise<void>;
  /** Adds to the audit event of a success. Never names of people. */
  audit(meta: JsonObject): void;
  /**
   * Responds with status 503 and the regular body, for routes that declare it.
   */
  setUnavailable(): void;
  /** Aborted once the client is gone. */
  signal: AbortSignal;
}

/** Responds to requests of a route. */
type Handler<K extends RouteKey> = (
  context: RouteContext<K>,
) => AnswerOf<K> | Promise<AnswerOf<K>>;

/** A handler with hooks around it. */
export interface HandlerParts<K extends RouteKey> {
  answer: Handler<K>;
  /**
   * Called before the body is read; throws to reject the request. Returns a
   * function to be called after the request.
   */
  enter?(credentials: CredentialsOf<K>): () => void;
  /**
   * Metadata of the audit event, for routes with `audit`. Never names of
   * people.
   */
  auditMeta?(parts: ReadParts<K>): JsonObject;
}

/**
 * A read whose response is the same for all callers. Concurrent identical
 * requests share one computation; what a caller may not see is removed
 * afterwards.
 */
export interface CommonParts<K extends RouteKey> {
  common(parts: ReadParts<K>): AnswerOf<K> | Promise<AnswerOf<K>>;
  /**
   * A version of the data behind the response. As long as it is the same, the
   * response can be reused. Undefined or omitted if it always changes.
   */
  basis?(parts: ReadParts<K>): Promise<string | undefined>;
  /** What one caller gets of the shared answer, by what they may see. */
  personal?(
    answer: AnswerOf<K>,
    caller: Pick<RouteContext<K>, 'may'>,
  ): AnswerOf<K> | Promise<AnswerOf<K>>;
}

/**
 * What a folder provides for a route: a handler, and a CSV format if the route
 * has one.
 */
type RouteHandler<K extends RouteKey> = K extends CsvRouteKey
  ? (HandlerParts<K> | CommonParts<K>) & { csv(answer: AnswerOf<K>): string }
  : Handler<K> | HandlerParts<K> | CommonParts<K>;

/** Handlers of a folder, by keys of the contract. */
export type RouteHandlers = { [K in RouteKey]?: RouteHandler<K> };
