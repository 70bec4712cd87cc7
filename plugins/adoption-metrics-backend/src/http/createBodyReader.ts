import express, { RequestHandler } from 'express';

const MOST_BYTES = '256kb';
const MOST_BYTES_OF_TABLES = '32mb';
const LONGEST_MS = 30_000;

/**
 * Reads a body of JSON, of a bounded size also once it is decompressed. A
 * connection on which it does not arrive in time is closed: a client that sends
 * a byte now and then would hold it, and its place, for minutes.
 */
export function createBodyReader(
  longestMs = LONGEST_MS,
  isLarge = false,
): RequestHandler {
  const limit = isLarge ? MOST_BYTES_OF_TABLES : MOST_BYTES;
  const parse = express.json({ limit });
  return (req, res, next) => {
    const timer = setTimeout(() => req.destroy(), longestMs);
    parse(req, res, error => {
      clearTimeout(timer);
      next(error);
    });
  };
}
