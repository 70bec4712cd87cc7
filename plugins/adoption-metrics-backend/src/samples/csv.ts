import { Request, Response } from 'express';
import { parseChoice } from './parameters';

export { formatCsv } from '../http/csv';

/** Answers as CSV if `format` or the `Accept` header asks for that. */
export function sendTable<T>(
  { req, res }: { req: Request; res: Response },
  table: T,
  format: (table: T) => string,
): void {
  const csv =
    parseChoice(req.query, 'format', ['json', 'csv'] as const) === 'csv' ||
    req.accepts(['json', 'csv']) === 'csv';
  if (csv) {
    res.type('text/csv').send(format(table));
  } else {
    res.json(table);
  }
}
