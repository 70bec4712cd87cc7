import { createHash } from 'node:crypto';
import { RouteRow } from 'backstage-plugin-adoption-metrics-common/contract';
import { Request, Response } from 'express';

/**
 * Sends a response as declared in the contract: JSON or CSV, or 304 if
 * unchanged.
 */
export function respond(
  { req, res }: { req: Request; res: Response },
  row: RouteRow,
  options: { answer: object; csv?: (answer: any) => string; format?: unknown },
): void {
  const { answer, csv, format } = options;
  const table =
    csv && (format === 'csv' || req.accepts(['json', 'csv']) === 'csv');
  if (row.csv) {
    res.vary('Accept');
  }
  const text = table ? csv(answer) : undefined;
  // Responses depend on the caller, so shared caches must not store them.
  res.setHeader('Cache-Control', 'private, no-cache');
  if (row.conditional) {
    res.setHeader('ETag', tagOf(text ?? answer));
  }
  if (text === undefined) {
    res.json(answer);
  } else {
    res.type('text/csv').send(text);
  }
}

// The time of computation does not count as a change.
function tagOf(content: string | object): string {
  const text =
    typeof content === 'string'
      ? content
      : JSON.stringify({ ...content, computedAt: undefined });
  const hash = createHash('sha256').update(text).digest('base64url');
  return `W/"${hash.slice(0, 27)}"`;
}
