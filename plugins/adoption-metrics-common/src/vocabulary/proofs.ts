/**
 * How the candidates of a proof of concept are tried: one after the other, or
 * all in the same weeks.
 *
 * @public
 */
export const proofModes = ['sequential', 'parallel'] as const;

/** @public */
export type ProofMode = (typeof proofModes)[number];

/**
 * How far a proof of concept is: before its start, while candidates are tried,
 * while they are evaluated, and after that.
 *
 * @public
 */
export const proofStates = [
  'planned',
  'trial',
  'evaluation',
  'finished',
] as const;

/** @public */
export type ProofState = (typeof proofStates)[number];

/**
 * What came out of a proof of concept: nothing yet, a winner, a tie, no winner
 * since no candidate reached the goal, or nothing that is known.
 *
 * @public
 */
export const proofOutcomes = [
  'open',
  'winner',
  'tie',
  'no-winner',
  'unknown',
] as const;

/** @public */
export type ProofOutcome = (typeof proofOutcomes)[number];

/** By what a winner won, in the order in which it is compared. @public */
export const proofCriteria = ['days', 'cost', 'feedback'] as const;

/** @public */
export type ProofCriterion = (typeof proofCriteria)[number];

/** What to keep in mind about a result. @public */
export const proofWarnings = [
  'small-team',
  'team-sizes-differ',
  'teams-differ',
  'teams-overlap',
  'team-read-late',
  'novelty',
  'missing-days',
  'not-measured',
] as const;

/** @public */
export type ProofWarning = (typeof proofWarnings)[number];

/** Why it is unknown how many members use a candidate. @public */
export const proofUnknowns = [
  'no-portal',
  'portal-removed',
  'not-begun',
  'team-not-read',
  'team-not-counted',
  'not-reported',
] as const;

/** @public */
export type ProofUnknown = (typeof proofUnknowns)[number];

/** @public */
export const MOST_PROOF_CANDIDATES = 8;

/** Weeks for one candidate, and for the evaluation. @public */
export const MOST_PROOF_WEEKS = 12;
