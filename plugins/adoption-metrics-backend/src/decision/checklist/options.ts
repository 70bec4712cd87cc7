import {
  apiLocale,
  DecisionOption,
  formatCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Bounds, PublishedOption, publishedOptions } from '../../deadline';

/** By what options are judged. */
interface OptionFacts {
  team?: number;
  /** Of the organization; undefined while unknown. */
  developers?: number;
}

type Verdict = Pick<DecisionOption, 'state' | 'reason'>;

/** Which options the team and the size of the organization allow. */
export function decisionOptions(facts: OptionFacts): DecisionOption[] {
  return publishedOptions.map(option => {
    const { id, title } = option;
    const verdicts = [judgeTeam(option, facts), ...judgeSize(option, facts)];
    return {
      id,
      title,
      state: worstOf(verdicts.map(({ state }) => state)),
      reason: verdicts.map(({ reason }) => reason).join(' '),
    };
  });
}

function judgeTeam(
  { team: { value: needed, unit } }: PublishedOption,
  { team }: OptionFacts,
): Verdict {
  const requires = `Requires ${needed.least}–${needed.most} ${unit}`;
  return team === undefined
    ? {
        state: 'unknown',
        reason: `${requires}. Unknown: nobody has answered yet.`,
      }
    : {
        state: team >= needed.least ? 'fits' : 'unfit',
        reason: `${requires}; your team has ${team}.`,
      };
}

function judgeSize(
  { developers: meant }: PublishedOption,
  { developers }: OptionFacts,
): Verdict[] {
  if (!meant) {
    return [];
  }
  const isMeant = `Meant for ${describeBounds(meant.value)} developers`;
  const verdict: Verdict =
    developers === undefined
      ? { state: 'unknown', reason: `${isMeant}; your number is unknown.` }
      : {
          state: isWithin(meant.value, developers) ? 'fits' : 'unfit',
          reason: `${isMeant}; you have ${write(developers)}.`,
        };
  return [verdict];
}

function isWithin(
  { least = 0, most = Infinity, below = Infinity }: Bounds,
  count: number,
): boolean {
  return count >= least && count <= most && count < below;
}

function describeBounds({ least = 0, most, below }: Bounds): string {
  if (below !== undefined) {
    return `fewer than ${write(below)}`;
  }
  return most === undefined
    ? `${write(least)} or more`
    : `${write(least)} to ${write(most)}`;
}

function write(count: number): string {
  return formatCount(count, apiLocale);
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
