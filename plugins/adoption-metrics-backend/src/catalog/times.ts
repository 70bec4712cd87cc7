import { DatedColumn, datedColumns } from '../database';

/** Whatever was found in the future because of a wrong clock was found now. */
export const catalogTimes: DatedColumn[] = [
  ...datedColumns('catalog_scans', ['started_at', 'finished_at'], 'ms', 'now'),
  ...datedColumns('catalog_findings', ['since_at'], 'ms', 'now'),
  ...datedColumns('catalog_staged_findings', ['since_at'], 'ms', 'now'),
  ...datedColumns(
    'catalog_entity_ages',
    ['first_seen_at', 'seen_at', 'changed_at'],
    'ms',
    'now',
  ),
  ...datedColumns('catalog_verifications', ['verified_at'], 'ms', 'now'),
  ...datedColumns(
    'catalog_owner_notices',
    ['notified_at', 'unreachable_at'],
    'ms',
    'now',
  ),
];
