import { olderThan, RetentionRule } from '../../database';

const byEnd = { unit: 'day', expired: olderThan('end_day') } as const;

/** As long as there is activity of its days, with which teams can be compared. */
export const proofRetention: RetentionRule[] = [
  {
    name: 'proofs',
    keepDays: 'activity',
    leastDays: 100,
    deletes: [
      {
        table: 'proof_members',
        key: ['proof_id', 'position', 'person_id'],
        ...byEnd,
      },
      {
        table: 'proof_candidates',
        key: ['proof_id', 'position'],
        ...byEnd,
      },
      { table: 'proofs', key: ['id'], ...byEnd },
    ],
  },
];
