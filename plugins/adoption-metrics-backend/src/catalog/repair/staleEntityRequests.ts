import { InputError } from '@backstage/errors';
import {
  staleEntityOrders,
  staleEntityStates,
} from 'backstage-plugin-adoption-metrics-common';
import { parseChoice, parseOptionalText, Query } from '../../samples';
import { StaleEntityQuery } from '../CatalogScanStore';
import { parseCursor } from './cursor';

const MS_PER_DAY = 86_400_000;
const MOST_DAYS = 3_660;
const MOST_ENTITIES = 200;

/** What is asked for, but for whose entities: that needs to know who asks. */
export interface StaleEntityRequest {
  query: StaleEntityQuery;
  /** Entity ref in lower case, or `me`. */
  owner: string | undefined;
}

/** @throws InputError naming the parameter that is wrong. */
export function parseStaleEntityRequest(
  query: Query,
  now: number,
): StaleEntityRequest {
  const minDays = parseWhole(query, 'minDays', { least: 0, most: MOST_DAYS });
  const limit = parseWhole(query, 'limit', { least: 1, most: MOST_ENTITIES });
  const cursor = parseOptionalText(query, 'cursor');
  return {
    owner: parseRef(query, 'owner'),
    query: {
      filter: {
        state: parseChoice(query, 'state', staleEntityStates),
        reason: parseOptionalText(query, 'reason'),
        entityRef: parseRef(query, 'entity'),
        kind: parseOptionalText(query, 'kind'),
        sinceAtMost: minDays ? now - minDays * MS_PER_DAY : undefined,
      },
      order: parseChoice(query, 'order', staleEntityOrders),
      after: cursor === undefined ? undefined : parseCursor(cursor),
      limit: limit ?? 50,
    },
  };
}

function parseRef(query: Query, name: string): string | undefined {
  return parseOptionalText(query, name)?.toLocaleLowerCase('en-US');
}

function parseWhole(
  query: Query,
  name: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const text = parseOptionalText(query, name);
  if (text === undefined) {
    return undefined;
  }
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new InputError(
      `'${name}' is '${text}'; accepted are whole numbers from ${least} to ${most}`,
    );
  }
  return value;
}
