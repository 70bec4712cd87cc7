import {
  MOST_PROOF_WEEKS,
  type ProofMode,
  type ProofRequest,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../../ui/format';
import { numberOf } from './fields';

/** A candidate as it stands in the form. */
export interface CandidateTexts {
  title: string;
  /** Empty where its use is not measured. */
  portal: string;
  team?: { id: string; label: string };
  cost: string;
}

/** A plan as it stands in the form. */
export interface PlanTexts {
  start: string;
  mode: ProofMode;
  weeks: string;
  candidates: CandidateTexts[];
}

/** What is wrong, by the field that the API names: `candidates.0.team`. */
export type PlanFaults = Partial<Record<string, string>>;

export const emptyCandidate: CandidateTexts = {
  title: '',
  portal: '',
  cost: '',
};

/** What keeps a plan from being sent. */
export function faultsOf(
  { start, weeks, candidates }: PlanTexts,
  { t, format }: Language,
): PlanFaults {
  const faults: PlanFaults = {};
  if (start === '') {
    faults.start = t('decision.proofs.fault.start');
  }
  if (!isWholeUpTo(weeks, MOST_PROOF_WEEKS)) {
    faults.weeks = t('decision.proofs.fault.weeks', {
      most: format.count(MOST_PROOF_WEEKS),
    });
  }
  for (const [index, candidate] of candidates.entries()) {
    const at = `candidates.${index}`;
    const { title, portal, team, cost } = candidate;
    if (portal === '' && title.trim() === '') {
      faults[`${at}.title`] = t('decision.proofs.fault.title');
    }
    if (portal !== '' && portalsBefore(candidates, index).includes(portal)) {
      faults[`${at}.portal`] = t('decision.proofs.fault.portal');
    }
    if (!team) {
      faults[`${at}.team`] = t('decision.proofs.fault.team');
    }
    if (cost !== '' && !(Number(cost) >= 0)) {
      faults[`${at}.costPerYear`] = t('decision.proofs.fault.cost');
    }
  }
  return faults;
}

function portalsBefore(candidates: CandidateTexts[], index: number) {
  return candidates.slice(0, index).map(({ portal }) => portal);
}

function isWholeUpTo(text: string, most: number): boolean {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= most;
}

/** The refusal of the API, beside the field that it names, if it names one. */
export function faultOfRefusal(said: string | undefined): PlanFaults {
  const [, field] = /field '([\w.]+)'/.exec(said ?? '') ?? [];
  if (!said || !field) {
    return {};
  }
  // A candidate as a whole is told by its name.
  const isCandidate = /^candidates\.\d+$/.test(field);
  return { [isCandidate ? `${field}.title` : field]: said };
}

/** A plan as it is sent. */
export function requestOf({
  start,
  mode,
  weeks,
  candidates,
}: PlanTexts): ProofRequest {
  return {
    start,
    mode,
    weeks: Number(weeks),
    candidates: candidates.map(({ title, portal, team, cost }) => ({
      title: title.trim() || undefined,
      portal: portal || undefined,
      team: team!.id,
      costPerYear: numberOf(cost),
    })),
  };
}
