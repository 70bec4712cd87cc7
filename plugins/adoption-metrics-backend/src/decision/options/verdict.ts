import {
  DecisionVerdict,
  DeadlineState,
  Metric,
  PortalCondition,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { judgeShare } from '../../samples';

/** By what it is decided to stay or to move. */
export interface VerdictFacts {
  metrics: Metric[];
  /** Undefined while none is set. */
  deadline?: { state: DeadlineState; sentence: string; goal: number };
  /** What portals that succeed have in common. */
  conditions: PortalCondition[];
}

/**
 * Stay where the goal is met, move where its deadline has passed without that,
 * and nothing before: a portal without a deadline is not judged by one.
 */
export function verdictOf(facts: VerdictFacts): DecisionVerdict {
  const { metrics, deadline, conditions } = facts;
  const met = metrics.filter(({ status }) => status === 'met').length;
  const state = stateOf(facts);
  const causes = conditions.filter(each => each.state === 'not-met');
  return {
    state,
    sentence: sentenceOf(state, facts, {
      met: `${met} of ${metrics.length} metrics meet their targets`,
      causes: causes.length,
    }),
    met,
    metrics: metrics.map(({ id, status, statement }) => ({
      id,
      status,
      statement,
    })),
    deadline: deadline?.state ?? null,
    causes,
    unknown: conditions.filter(each => each.state === 'unknown'),
  };
}

function stateOf(facts: VerdictFacts): DecisionVerdict['state'] {
  if (isGoalMet(facts)) {
    return 'stay';
  }
  return facts.deadline?.state === 'missed' ? 'pivot' : 'undecided';
}

// A goal that is met late is met.
function isGoalMet({ metrics, deadline }: VerdictFacts): boolean {
  if (deadline?.state === 'achieved') {
    return true;
  }
  const users = metrics.find(({ id }) => id === 'active-users');
  if (!users || users.status === 'undecided') {
    return false;
  }
  const { numerator, denominator } = users;
  if (!deadline || numerator === undefined || !denominator) {
    return users.status === 'met';
  }
  const goal = { operator: '>=', value: deadline.goal } as const;
  return judgeShare(numerator, denominator, goal).status === 'met';
}

function sentenceOf(
  state: DecisionVerdict['state'],
  { deadline, conditions }: VerdictFacts,
  { met, causes }: { met: string; causes: number },
): string {
  const missing = `${writeCount(causes, 'condition', 'conditions')} of ${
    conditions.length
  } that portals need to succeed ${causes === 1 ? 'is' : 'are'} not met`;
  switch (state) {
    case 'stay':
      return `Stay: the active user goal is met; ${met}.`;
    case 'pivot':
      return `Switch to another option: the goal was missed by the deadline; ${met}; ${missing}.`;
    default:
      return deadline
        ? `Too early to decide: ${deadline.sentence}`
        : `No deadline is set, so no decision is due; ${met}. After a deadline, you see here whether to stay or to switch.`;
  }
}
