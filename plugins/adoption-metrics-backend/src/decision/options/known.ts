import { writeDay } from '../../time';
import { Answer, Answers, currentValue, Question } from '../answers';
import { Facts } from '../facts';
import { DecisionFact } from '../published/schema';

/** What a requirement is compared with, or why there is nothing. */
export type Known =
  | { value: number | boolean | string; isMeasured: boolean }
  | { value?: undefined; reason: string; answer: Question | null };

/** What is known of an organization, by what it was asked or is measured. */
export function knownOf(
  fact: DecisionFact,
  answers: Answers,
  facts: Facts,
): Known {
  if (fact === 'developers') {
    return facts.developers === undefined
      ? { reason: 'The number of developers is unknown.', answer: null }
      : { value: facts.developers, isMeasured: true };
  }
  const answered = answerOf(fact, answers);
  const isMeasurable =
    fact === 'catalogDiscipline' && answered.value === undefined;
  return (isMeasurable && measuredDiscipline(facts)) || answered;
}

/** Why an answer does not count, or that there is none. */
export function whyUnknown(answer: Answer<unknown> | undefined): string {
  if (!answer) {
    return 'Not answered yet.';
  }
  return answer.answeredOn === undefined
    ? 'The answer is more than a year old.'
    : `The answer of ${writeDay(answer.answeredOn)} is more than a year old.`;
}

function answerOf(question: Question, { values }: Answers): Known {
  const answer: Answer<number | boolean | string> | undefined =
    values[question];
  const value = currentValue(answer);
  return value === undefined
    ? { reason: whyUnknown(answer), answer: question }
    : { value, isMeasured: false };
}

// As few may lack an owner as may be stale.
function measuredDiscipline({ ownedShare, metrics }: Facts): Known | undefined {
  const stale = metrics.find(({ id }) => id === 'stale-entities');
  return ownedShare === undefined || !stale
    ? undefined
    : { value: 1 - ownedShare < stale.target.value, isMeasured: true };
}
