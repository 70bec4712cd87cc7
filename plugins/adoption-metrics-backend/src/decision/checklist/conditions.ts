import {
  apiLocale,
  ConditionReason,
  formatShare,
  PortalCondition,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { AnswerValues, Answers, currentValue } from '../answers';
import { Bounds, Published } from '../published';

type Verdict = Pick<PortalCondition, 'state' | 'reason' | 'code' | 'values'>;

/** What conditions are judged by. */
export interface ConditionFacts {
  answers: Answers;
  published: Pick<Published, 'numbers' | 'options'>;
  /** Plugins beside the built-in ones; undefined if not measured. */
  usedPlugins?: string[];
  /** The share of developers to reach. */
  goal: number;
}

type Condition = Omit<PortalCondition, keyof Verdict> & {
  judge(facts: ConditionFacts): Verdict;
};

const CONDITIONS: Condition[] = [
  { id: 'team', title: 'Dedicated team', judge: judgeTeam },
  { id: 'scope', title: 'Narrow scope', judge: judgeScope },
  { id: 'sponsor', title: 'Executive sponsor', judge: judgeSponsor },
  { id: 'operations', title: 'Operations owner', judge: judgeOperations },
  { id: 'timeline', title: 'Realistic timeline', judge: judgeTimeline },
];

/**
 * Judges what portals that succeed have in common, and those that fail do not
 * have. The thresholds are published and unverified.
 */
export function conditionsOf(facts: ConditionFacts): PortalCondition[] {
  return CONDITIONS.map(({ judge, ...condition }) => ({
    ...condition,
    ...judge(facts),
  }));
}

function judgeTeam(facts: ConditionFacts): Verdict {
  return judgeTeamBy(facts, facts.published.numbers.leastTeam, {
    code: 'team',
    describe: team => `The team has ${team} FTE`,
  });
}

function judgeScope({ usedPlugins, published }: ConditionFacts): Verdict {
  const { high: most } = published.numbers.pluginCap;
  if (!usedPlugins) {
    return {
      state: 'unknown',
      code: 'plugins-unknown',
      values: {},
      reason: 'No plugin usage data yet.',
    };
  }
  const plugins = writeCount(usedPlugins.length, 'plugin is', 'plugins are');
  const inUse = `${plugins} in use, excluding built-in plugins`;
  const said = {
    code: 'plugins',
    values: { plugins: usedPlugins.length, most },
  } as const;
  return most === null
    ? { ...said, state: 'unknown', reason: `${inUse}; the maximum is unknown.` }
    : {
        ...said,
        state: usedPlugins.length <= most ? 'met' : 'not-met',
        reason: `${inUse} (maximum ${most}).`,
      };
}

function judgeSponsor({ answers }: ConditionFacts): Verdict {
  const sponsor = currentValue(answers.values.sponsor);
  if (sponsor === undefined) {
    return unanswered('sponsor', answers);
  }
  return sponsor
    ? {
        state: 'met',
        code: 'sponsor',
        values: {},
        reason: 'Executive sponsor named.',
      }
    : {
        state: 'not-met',
        code: 'no-sponsor',
        values: {},
        reason: 'No executive sponsor named.',
      };
}

/** A provider operates it, or a team that is large enough for that. */
function judgeOperations(facts: ConditionFacts): Verdict {
  const { answers, published } = facts;
  const hosting = currentValue(answers.values.hosting);
  if (hosting === 'managed') {
    return {
      state: 'met',
      code: 'managed',
      values: {},
      reason: 'Managed by a provider.',
    };
  }
  if (hosting === undefined) {
    return unanswered('hosting', answers);
  }
  const current = published.options.find(
    ({ isCurrent }) => isCurrent?.hosting === hosting,
  );
  return judgeTeamBy(facts, current?.numbers.team, {
    code: 'self-hosted',
    describe: team => `Self-hosted by a team of ${team} FTE`,
  });
}

function judgeTeamBy(
  { answers }: ConditionFacts,
  needed: Bounds | undefined,
  { code, describe }: { code: ConditionReason; describe(team: number): string },
): Verdict {
  const team = currentValue(answers.values.team);
  if (team === undefined) {
    return unanswered('team', answers);
  }
  const is = describe(team);
  const least = needed?.low ?? undefined;
  const said = { code, values: { team, least: least ?? null } };
  return least === undefined
    ? { ...said, state: 'unknown', reason: `${is}; the minimum is unknown.` }
    : {
        ...said,
        state: team >= least ? 'met' : 'not-met',
        reason: `${is} (minimum ${least}).`,
      };
}

function judgeTimeline({ answers, published, goal }: ConditionFacts): Verdict {
  const months = currentValue(answers.values.months);
  if (months === undefined) {
    return unanswered('months', answers);
  }
  const { low, high } = published.numbers.monthsToGoal;
  const allowed = `Leadership allows ${writeCount(
    months,
    'month',
    'months',
  )} to reach ${formatShare(goal, apiLocale)}`;
  const said = {
    code: 'months',
    values: { months, goal, low, high },
  } as const;
  return low === null
    ? {
        ...said,
        state: 'unknown',
        reason: `${allowed}; no published plan is available.`,
      }
    : {
        ...said,
        state: months >= low ? 'met' : 'not-met',
        reason: `${allowed}; published plans take ${low}${
          high === null ? ' or more' : ` to ${high}`
        }.`,
      };
}

function unanswered(
  question: keyof AnswerValues,
  { values }: Answers,
): Verdict {
  return values[question]?.isStale
    ? {
        state: 'unknown',
        code: 'stale-answer',
        values: {},
        reason: 'Unknown: the answer is more than a year old.',
      }
    : {
        state: 'unknown',
        code: 'unanswered',
        values: {},
        reason: 'Unknown: not answered yet.',
      };
}
