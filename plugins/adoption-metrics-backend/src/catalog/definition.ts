import { listed, say, Wording } from 'backstage-plugin-adoption-metrics-common';
import { durationInWords } from '../time';
import { AppliedRule } from './rules/StalenessRule';

/** The definition of the metric, as configured. */
export function stalenessDefinition(
  judged: string[],
  rules: AppliedRule[],
): Wording[] {
  const kinds = listed(judged, 'or');
  return rules.length > 0
    ? [
        say('definitions.stale-entities', { kinds }),
        say('definitions.stale-entities.if', {
          reasons: listed(rules.map(clauseOf), 'or'),
        }),
      ]
    : [say('definitions.stale-entities.off', { kinds })];
}

function clauseOf({ definition, grace, kinds }: AppliedRule) {
  const lasting =
    grace > 0
      ? say('definitions.rule.for', {
          rule: definition,
          time: durationInWords(grace),
        })
      : definition;
  return kinds
    ? say('definitions.rule.of-kinds', {
        rule: lasting,
        kinds: listed([...kinds], 'or'),
      })
    : lasting;
}
