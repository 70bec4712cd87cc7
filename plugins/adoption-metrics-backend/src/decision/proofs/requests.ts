import { ParsedBodyOf } from 'backstage-plugin-adoption-metrics-common/contract';

/** A plan as its row has read it. */
export type ParsedProofRequest = ParsedBodyOf<'POST /decision/proofs'>;
