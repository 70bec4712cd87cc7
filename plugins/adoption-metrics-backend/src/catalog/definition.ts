import { durationInWords } from '../time';
import { AppliedRule } from './rules/StalenessRule';

const either = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** The definition of the metric in words, as configured. */
export function stalenessDefinition(
  judged: string[],
  rules: AppliedRule[],
): string {
  const share = `Share of catalog entities of kind ${either.format(judged)}`;
  return rules.length > 0
    ? `${share} that are stale, each counted once. An entity is stale if ${either.format(
        rules.map(clauseOf),
      )}, unless an annotation exempts it.`
    : `${share} that are stale; all reasons are disabled.`;
}

function clauseOf({ definition, grace, kinds }: AppliedRule): string {
  const confined = kinds ? ` (only of kind ${either.format(kinds)})` : '';
  const lasting = grace > 0 ? ` for ${durationInWords(grace)}` : '';
  return `${definition}${lasting}${confined}`;
}
