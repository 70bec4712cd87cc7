import { InputError } from '@backstage/errors';
import { UptimeCheck } from 'backstage-plugin-adoption-metrics-common';
import {
  AlertmanagerPayloadSchema,
  InstantSchema,
  UptimeCheckBatchSchema,
  UptimeCheckSchema,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { parseBody } from '../access';
import { Interval } from '../time';
import { checksOfAlerts } from './alertmanager';

const DAY_MS = 86_400_000;
const LONGEST_RANGE_DAYS = 3_660;
const MOST_INCIDENTS = 200;

type Query = Record<string, unknown>;

/**
 * Reads `from` and `to`, a half-open range of ms UTC.
 *
 * @param defaults - the length in days that `from` defaults to, and `to`
 * @throws InputError naming the field that is wrong, and what is accepted.
 */
export function parseRange(
  query: Query,
  defaults: { days: number; to: number },
): Interval {
  const to = parseInstant(query, 'to') ?? defaults.to;
  const from = parseInstant(query, 'from') ?? to - defaults.days * DAY_MS;
  if (from >= to) {
    throw new InputError(`'from' must lie before 'to'`);
  }
  if (to - from > LONGEST_RANGE_DAYS * DAY_MS) {
    throw new InputError(
      `'from' lies too far before 'to'; accepted are up to ${LONGEST_RANGE_DAYS} days`,
    );
  }
  return { from, to };
}

/**
 * Reads which page of incidents is asked for.
 *
 * @throws InputError naming the field that is wrong, and what is accepted.
 */
export function parsePage(query: Query): { limit: number; before: number } {
  const { limit = '50', cursor } = query;
  const size = /^\d{1,3}$/.test(String(limit)) ? Number(limit) : 0;
  if (size < 1 || size > MOST_INCIDENTS) {
    throw new InputError(
      `'limit' is '${limit}'; accepted are whole numbers from 1 to ${MOST_INCIDENTS}`,
    );
  }
  if (cursor !== undefined && !/^\d{1,15}$/.test(String(cursor))) {
    throw new InputError(
      `'cursor' is not one; accepted is the 'nextCursor' of the page before`,
    );
  }
  return { limit: size, before: cursor ? Number(cursor) : Infinity };
}

/** @throws InputError if it is not the id of a maintenance window. */
export function parseWindowId({ id }: Query): number {
  if (typeof id !== 'string' || !/^\d{1,9}$/.test(id)) {
    throw new InputError(
      `'id' does not name a maintenance window; accepted is the 'id' of one`,
    );
  }
  return Number(id);
}

/**
 * Reads one check, several, or what Alertmanager sends.
 *
 * @throws InputError naming the field that is wrong, and what is accepted.
 */
export function parseChecks(
  { format = 'checks' }: Query,
  body: unknown,
  now: number,
): UptimeCheck[] {
  switch (format) {
    case 'checks':
      return parseOwnFormat(body);
    case 'alertmanager':
      return parseAlerts(body, now);
    default:
      throw new InputError(
        `'format' is '${format}'; accepted are checks and alertmanager`,
      );
  }
}

function parseOwnFormat(body: unknown): UptimeCheck[] {
  const accepted =
    "checks with 'id', 'component' and 'state', one or up to 100 as 'checks'";
  return isBatch(body)
    ? parseBody(UptimeCheckBatchSchema, body, accepted).checks
    : [parseBody(UptimeCheckSchema, body, accepted)];
}

function parseAlerts(body: unknown, now: number): UptimeCheck[] {
  const accepted = 'webhook payloads of Alertmanager, version 4';
  const payload = parseBody(AlertmanagerPayloadSchema, body, accepted);
  const names = 'names of components in the label adoption_component';
  return checksOfAlerts(payload, now).map(check =>
    parseBody(UptimeCheckSchema, check, names),
  );
}

function isBatch(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'checks' in body;
}

function parseInstant(query: Query, field: string): number | undefined {
  const text = query[field];
  if (text === undefined) {
    return undefined;
  }
  if (!InstantSchema.safeParse(text).success) {
    throw new InputError(
      `'${field}' is not an instant; accepted are RFC 3339 in UTC, such as 2026-11-23T12:00:00Z`,
    );
  }
  return Date.parse(String(text));
}
