import { DecisionOption } from 'backstage-plugin-adoption-metrics-common';
import { ConfiguredConditions, notConfigured } from './config';

/** What an option takes, as published accounts have it. */
interface Option extends Pick<DecisionOption, 'id' | 'title' | 'decision'> {
  /** Full-time equivalents, from and to. */
  team: [number, number];
  developers?: { words: string; suit(count: number): boolean };
}

/** By what options are judged. */
interface OptionFacts extends Pick<ConfiguredConditions, 'team'> {
  /** Of the organisation; undefined while unknown. */
  developers?: number;
}

type Verdict = Pick<DecisionOption, 'state' | 'reason'>;

/**
 * Teams and sizes are those that one published comparison of 2026 names, with
 * what its author calls managed Backstage (Roadie). Nobody has tested them.
 */
const OPTIONS: Option[] = [
  {
    id: 'self-hosted-backstage',
    title: 'Backstage, hosted on your own',
    decision: 'extend',
    team: [7, 15],
    developers: { words: '500 or more', suit: count => count >= 500 },
  },
  {
    id: 'managed-backstage',
    title: 'Managed Backstage, such as Roadie',
    decision: 'managed-backstage',
    team: [4, 7],
  },
  {
    id: 'port',
    title: 'Port',
    decision: 'other-product',
    team: [0.5, 1],
    developers: { words: 'under 500', suit: count => count < 500 },
  },
  {
    id: 'cortex',
    title: 'Cortex',
    decision: 'other-product',
    team: [1, 2],
    developers: {
      words: '200 to 1,000',
      suit: count => count >= 200 && count <= 1_000,
    },
  },
  {
    id: 'custom-portal',
    title: 'A portal of your own',
    decision: 'custom-portal',
    team: [2, 5],
  },
];

/** Which options the team and the size of the organisation allow. */
export function decisionOptions(facts: OptionFacts): DecisionOption[] {
  return OPTIONS.map(option => {
    const { id, title, decision } = option;
    const verdicts = [
      judgeTeam(option, facts),
      judgeSize(option, facts),
    ].flatMap(verdict => verdict ?? []);
    return {
      id,
      title,
      decision,
      state: worstOf(verdicts.map(({ state }) => state)),
      reason: verdicts.map(({ reason }) => reason).join(' '),
    };
  });
}

function judgeTeam(
  { team: [least, most] }: Option,
  { team }: OptionFacts,
): Verdict {
  const takes = `It takes ${least} to ${most} in full-time equivalents`;
  return team === undefined
    ? { state: 'unknown', reason: `${takes}. ${notConfigured('team')}` }
    : {
        state: team >= least ? 'fits' : 'unfit',
        reason: `${takes}; the team has ${team}.`,
      };
}

function judgeSize(
  { developers: meant }: Option,
  { developers }: OptionFacts,
): Verdict | undefined {
  if (!meant) {
    return undefined;
  }
  const isMeant = `It is meant for ${meant.words} developers`;
  return developers === undefined
    ? { state: 'unknown', reason: `${isMeant}; how many there are is unknown.` }
    : {
        state: meant.suit(developers) ? 'fits' : 'unfit',
        reason: `${isMeant}; there are ${developers}.`,
      };
}

/** One thing that does not fit decides, whatever is unknown. */
function worstOf(
  states: Array<DecisionOption['state']>,
): DecisionOption['state'] {
  const worst = (['unfit', 'unknown'] as const).find(state =>
    states.includes(state),
  );
  return worst ?? 'fits';
}
