import { z } from 'zod';
import { decisionManagePermission } from '../../../permissions';
import { decisionReader, manager } from '../../callers';
import { idOf } from '../../parameters';
import { defineRoutes } from '../../routes';
import {
  ProofFeedbackRequestSchema,
  ProofRemovalSchema,
  ProofRequestSchema,
  ProofSchema,
  ProofsSchema,
} from '../../schemas';

const caller = manager(decisionManagePermission);
const params = z.strictObject({ id: idOf('a proof of concept') });

const example = {
  start: '2027-03-01',
  mode: 'sequential',
  candidates: [
    {
      portal: 'this',
      team: 'group:default/portal-team',
      costPerYear: 900_000,
    },
    { title: 'Another portal', team: 'group:default/portal-team' },
  ],
};

/** Proofs of concept: candidates that teams try and compare. */
export const proofRoutes = defineRoutes({
  'POST /decision/proofs': {
    id: 'planProof',
    tag: 'Decision',
    summary: 'Plan a proof of concept',
    description:
      'Team members see under "My data" that they take part. Teams smaller than the minimum group size are rejected.',
    caller,
    body: ProofRequestSchema,
    answer: ProofSchema,
    errors: [409],
    audit: { eventId: 'proof-plan', severity: 'medium' },
    example: { body: example },
  },
  'GET /decision/proofs': {
    id: 'getProofs',
    tag: 'Decision',
    summary: 'All proofs of concept',
    caller: decisionReader,
    answer: ProofsSchema,
  },
  'GET /decision/proofs/{id}': {
    id: 'getProof',
    tag: 'Decision',
    summary: 'A proof of concept: schedule, candidates and result',
    caller: decisionReader,
    params,
    answer: ProofSchema,
    errors: [404],
    example: { params: { id: 1 } },
  },
  'PUT /decision/proofs/{id}': {
    id: 'changeProof',
    tag: 'Decision',
    summary: 'Change a proof of concept that has not started',
    caller,
    params,
    body: ProofRequestSchema,
    answer: ProofSchema,
    errors: [404, 409],
    audit: { eventId: 'proof-change', severity: 'medium' },
    example: { params: { id: 1 }, body: { ...example, mode: 'parallel' } },
  },
  'PUT /decision/proofs/{id}/feedback': {
    id: 'setProofFeedback',
    tag: 'Decision',
    summary: 'Record the feedback of a team on a candidate',
    description: 'Replaces feedback reported with the activity.',
    caller,
    params,
    body: ProofFeedbackRequestSchema,
    answer: ProofSchema,
    errors: [404],
    audit: { eventId: 'proof-feedback', severity: 'low' },
    example: {
      params: { id: 1 },
      body: { candidate: 1, feedback: { score: 4.2, answers: 8 } },
    },
  },
  'DELETE /decision/proofs/{id}': {
    id: 'removeProof',
    tag: 'Decision',
    summary: 'Delete a proof of concept',
    caller,
    params,
    answer: ProofRemovalSchema,
    errors: [404],
    audit: { eventId: 'proof-remove', severity: 'medium' },
    example: { params: { id: 1 } },
  },
});
