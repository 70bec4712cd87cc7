import { inWords } from './inWords';
import { listed } from './listed';
import { AppliedRule } from './rules/StalenessRule';

/** The definition of the metric in words, as configured. */
export function stalenessDefinition(
  judged: string[],
  rules: AppliedRule[],
): string {
  const kinds = listed(judged, 'or');
  return rules.length
    ? `Share of the catalog's entities of kind ${kinds} that are stale, each counted once. An entity is stale if ${listed(
        rules.map(clauseOf),
        'or',
      )}, and no annotation exempts it for a time.`
    : `Share of the catalog's entities of kind ${kinds} that are stale; all reasons are switched off.`;
}

function clauseOf({ definition, grace, kinds }: AppliedRule): string {
  const confined = kinds ? ` (of kind ${listed([...kinds], 'or')} only)` : '';
  const lasting = grace > 0 ? ` for ${inWords(grace)}` : '';
  return `${definition}${lasting}${confined}`;
}
