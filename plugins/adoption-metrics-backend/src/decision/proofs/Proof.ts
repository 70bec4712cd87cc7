import { ProofMode } from 'backstage-plugin-adoption-metrics-common';
import { Day } from '../../time';

/** A mean from 1 to 5. */
export interface Feedback {
  score: number;
  answers: number;
}

/** What is tried, and by whom. */
export interface PlannedCandidate {
  /** Id of a portal; without it nothing is measured. */
  portal?: string;
  title: string;
  /** A group of the catalog, by its ref, with the name that it had. */
  team: { entityRef: string; name: string };
  costPerYear?: number;
}

/** What is planned. */
export interface ProofPlan {
  mode: ProofMode;
  start: Day;
  /** The day after the last. */
  end: Day;
  /** For each candidate. */
  weeks: number;
  evaluationWeeks: number;
  /** Share of its team that a candidate has to reach. */
  goal: number;
  candidates: PlannedCandidate[];
}

/** Who did something, and when in ms UTC. */
export interface SignedAct {
  at: number;
  /** Entity ref; none once that person is forgotten. */
  by?: string;
}

/** A candidate as it is stored. */
export interface StoredCandidate extends PlannedCandidate {
  /** From 1. */
  position: number;
  /** None before the start. */
  teamReadOn?: Day;
  /** Members at the start; none where they were too few, and before the start. */
  size?: number;
  /** What somebody entered. */
  feedback?: Feedback & SignedAct;
}

/** A proof of concept as it is stored. */
export interface StoredProof extends ProofPlan {
  id: number;
  planned: SignedAct;
  candidates: StoredCandidate[];
}
