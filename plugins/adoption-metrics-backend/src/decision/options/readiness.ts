import {
  DecisionReadiness,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Answers, currentValue } from '../answers';
import { Published } from '../published';

/**
 * Whether an organization is ready for an option: every question has to be
 * answered with yes. One that is not answered is neither yes nor no.
 */
export function readinessOf(
  { readiness, options }: Pick<Published, 'readiness' | 'options'>,
  answers: Answers,
): DecisionReadiness {
  const { option } = readiness;
  const title = options.find(({ id }) => id === option)?.title ?? option;
  const questions = readiness.questions.map(({ id, text }) => {
    const answer = answers.readiness[id];
    return {
      id,
      text,
      answer: currentValue(answer) ?? null,
      isStale: answer?.isStale ?? false,
    };
  });
  return { option, title, ...verdictOf(title, questions), questions };
}

function verdictOf(
  title: string,
  questions: DecisionReadiness['questions'],
): Pick<DecisionReadiness, 'state' | 'sentence'> {
  const no = questions.filter(({ answer }) => answer === false).length;
  const open = questions.filter(({ answer }) => answer === null).length;
  if (no > 0) {
    const answers = writeCount(no, 'question is', 'questions are');
    return {
      state: 'wrong-choice',
      sentence: `${title} is the wrong choice: ${answers} answered "no".`,
    };
  }
  if (open > 0 || questions.length === 0) {
    const still = writeCount(open, 'question is', 'questions are');
    return {
      state: 'undecided',
      sentence: `It is unknown whether you are ready for it: ${still} open.`,
    };
  }
  return {
    state: 'ready',
    sentence: `You are ready for it: every question is answered "yes".`,
  };
}
