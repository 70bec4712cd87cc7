import { RouteRow } from 'backstage-plugin-adoption-metrics-common/contract';
import express, { RequestHandler } from 'express';

const MOST_BYTES = '256kb';
const MOST_BYTES_OF_TABLES = '32mb';
const LONGEST_MS = 30_000;

/**
 * Parses a JSON body, or CSV for routes that accept it, and limits its size,
 * also after decompression. Closes connections on which the body arrives too
 * slowly, because they would occupy a slot for minutes.
 */
export function createBodyReader(
  longestMs = LONGEST_MS,
  { largeBody, csvBody }: Pick<RouteRow, 'largeBody' | 'csvBody'> = {},
): RequestHandler {
  const limit = largeBody ? MOST_BYTES_OF_TABLES : MOST_BYTES;
  const parseJson = express.json({ limit });
  const parseCsv = express.text({ limit, type: 'text/csv' });
  const parse: RequestHandler = (req, res, next) =>
    (csvBody && req.is('text/csv') ? parseCsv : parseJson)(req, res, next);
  return (req, res, next) => {
    const timer = setTimeout(() => req.destroy(), longestMs);
    parse(req, res, error => {
      clearTimeout(timer);
      next(error);
    });
  };
}
