import { DatedColumn, datedColumns } from '../../database';

/** When something was planned, entered or read; plans may lie ahead. */
export const proofTimes: DatedColumn[] = [
  ...datedColumns('proofs', ['planned_at', 'removed_at'], 'ms', 'now'),
  ...datedColumns('proof_candidates', ['feedback_at'], 'ms', 'now'),
  ...datedColumns('proof_candidates', ['team_read_day'], 'day', 'now'),
];
