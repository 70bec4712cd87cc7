import {
  proofUnknowns,
  proofWarnings,
  type Proof,
  type ProofCandidate,
} from 'backstage-plugin-adoption-metrics-common';
import type { Language } from '../format';

/** How a proof of concept stands, and who won by what. */
export function proofResultText(proof: Proof, language: Language): string {
  const { t, format } = language;
  const { state, firstDay, evaluation, candidates, result } = proof;
  switch (state) {
    case 'planned':
      return t('decision.proofs.wait.planned', { day: format.date(firstDay) });
    case 'trial': {
      const last = candidates.map(({ lastDay }) => lastDay).sort();
      return t('decision.proofs.wait.trial', {
        day: format.date(last[last.length - 1] ?? firstDay),
      });
    }
    case 'evaluation':
      return t('decision.proofs.wait.evaluation', {
        day: format.date(evaluation.lastDay),
        ahead: aheadText(proof, language),
      });
    case 'finished':
      return outcomeText(proof, language);
    default:
      return result.sentence;
  }
}

function aheadText(proof: Proof, { t, format }: Language): string {
  const ahead = chosenOf(proof);
  return ahead.length === 0
    ? t('decision.proofs.ahead.nobody')
    : t('decision.proofs.ahead.somebody', {
        names: format.list(ahead.map(({ title }) => title)),
      });
}

function outcomeText(proof: Proof, language: Language): string {
  const { t, format } = language;
  const { result, goal, candidates } = proof;
  const chosen = chosenOf(proof);
  const [first] = chosen;
  const share = format.share(goal);
  switch (result.outcome) {
    case 'winner':
      return first ? winnerText(first, proof, language) : result.sentence;
    case 'tie':
      return t('decision.proofs.outcome.tie', {
        names: format.list(chosen.map(({ title }) => title)),
        share,
        day: dayOfGoal(first, language),
      });
    case 'no-winner':
      return t('decision.proofs.outcome.noWinner', {
        count: candidates.length,
        share,
      });
    case 'unknown':
      return t('decision.proofs.outcome.unknown');
    default:
      return result.sentence;
  }
}

function winnerText(
  winner: ProofCandidate,
  { candidates, goal, result }: Proof,
  language: Language,
): string {
  const { t, format } = language;
  const reached = {
    title: winner.title,
    share: format.share(goal),
    day: dayOfGoal(winner, language),
  };
  if (candidates.length === 1) {
    return t('decision.proofs.outcome.reached', reached);
  }
  switch (result.decidedBy) {
    case 'cost':
    case 'feedback':
      return t(`decision.proofs.outcome.${result.decidedBy}`, reached);
    default:
      return t('decision.proofs.outcome.winner', {
        ...reached,
        others: format.list(
          candidates
            .filter(({ id }) => id !== winner.id)
            .map(other => otherText(other, language)),
        ),
      });
  }
}

/** "Birch on day 11", "a custom portal not at all". */
function otherText(candidate: ProofCandidate, language: Language): string {
  const { title, daysToGoal, active } = candidate;
  const { t } = language;
  if (daysToGoal !== null) {
    return t('decision.proofs.outcome.later', {
      title,
      day: dayOfGoal(candidate, language),
    });
  }
  return active === null
    ? t('decision.proofs.outcome.notKnown', { title })
    : t('decision.proofs.outcome.notReached', { title });
}

function dayOfGoal(
  candidate: ProofCandidate | undefined,
  { t, format }: Language,
): string {
  const days = candidate?.daysToGoal ?? null;
  return days === null ? t('common.unknown') : format.count(days);
}

function chosenOf({ result, candidates }: Proof): ProofCandidate[] {
  return candidates.filter(({ id }) => result.candidates.includes(id));
}

/** The version of what is counted and compared that the messages describe. */
const DESCRIBED = 1;

/** What is counted, and how it is compared. */
export function definitionText(
  { definition: { version, text } }: Proof,
  { t }: Pick<Language, 't'>,
): string {
  return version === DESCRIBED ? t('decision.proofs.definition') : text;
}

/** Why it is unknown how many use a candidate. */
export function whyUnknownText(
  { code, sentence }: NonNullable<ProofCandidate['unknown']>,
  { t }: Pick<Language, 't'>,
): string {
  return proofUnknowns.includes(code)
    ? t(`decision.proofs.why.${code}`)
    : sentence;
}

/** What to keep in mind about a result, each once. */
export function warningTexts(
  { warnings }: Proof,
  { t }: Pick<Language, 't'>,
): string[] {
  const texts = warnings.map(({ code, sentence }) =>
    proofWarnings.includes(code)
      ? t(`decision.proofs.warning.${code}`)
      : sentence,
  );
  return [...new Set(texts)];
}
