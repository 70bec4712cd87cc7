import { olderThan, RetentionRule } from '../../database';

const byStart = { unit: 'day', expired: olderThan('start_day') } as const;

/** As long as the activity of its first day, without which it cannot be counted. */
export const proofRetention: RetentionRule[] = [
  {
    name: 'proofs',
    keepDays: 'activity',
    leastDays: 100,
    deletes: [
      {
        table: 'proof_members',
        key: ['proof_id', 'position', 'person_id'],
        ...byStart,
      },
      {
        table: 'proof_candidates',
        key: ['proof_id', 'position'],
        ...byStart,
      },
      { table: 'proofs', key: ['id'], ...byStart },
    ],
  },
];
