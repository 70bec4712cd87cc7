import {
  PortalCondition,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { MOST_PLUGINS } from '../../digest';
import { leastTeam, leastTeamSelfHosted, monthsToGoal } from '../../deadline';
import { ConfiguredConditions, notConfigured } from '../config';

type Verdict = Pick<PortalCondition, 'state' | 'reason'>;

/** What conditions are judged by. */
interface ConditionFacts extends ConfiguredConditions {
  /** Plugins beside the framework; undefined if not measured. */
  offered?: string[];
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

function judgeTeam({ team }: ConfiguredConditions): Verdict {
  return team === undefined
    ? unknown('team')
    : {
        state: team >= leastTeam.value ? 'met' : 'not-met',
        reason: `The team has ${team} FTE (minimum ${leastTeam.value}).`,
      };
}

function judgeScope({ offered }: ConditionFacts): Verdict {
  if (!offered) {
    return { state: 'unknown', reason: 'No plugin usage data yet.' };
  }
  const plugins = writeCount(offered.length, 'plugin is', 'plugins are');
  return {
    state: offered.length <= MOST_PLUGINS ? 'met' : 'not-met',
    reason: `${plugins} in use, excluding built-in plugins (maximum ${MOST_PLUGINS}).`,
  };
}

function judgeSponsor({ sponsor }: ConfiguredConditions): Verdict {
  if (sponsor === undefined) {
    return unknown('sponsor');
  }
  return sponsor
    ? { state: 'met', reason: 'Executive sponsor named.' }
    : { state: 'not-met', reason: 'No executive sponsor named.' };
}

function judgeOperations({ hosting, team }: ConfiguredConditions): Verdict {
  if (hosting === 'managed') {
    return { state: 'met', reason: 'A provider manages it.' };
  }
  if (hosting === undefined) {
    return unknown('hosting');
  }
  return team === undefined
    ? unknown('team')
    : {
        state: team >= leastTeamSelfHosted.value ? 'met' : 'not-met',
        reason: `Self-hosted by a team of ${team} FTE (minimum ${leastTeamSelfHosted.value}).`,
      };
}

function judgeTimeline({ months }: ConfiguredConditions): Verdict {
  const { least, most } = monthsToGoal.value;
  return months === undefined
    ? unknown('months')
    : {
        state: months >= least ? 'met' : 'not-met',
        reason: `Leadership allows ${writeCount(
          months,
          'month',
          'months',
        )} to reach 30%; published plans take ${least} to ${most}.`,
      };
}

function unknown(key: keyof ConfiguredConditions): Verdict {
  return { state: 'unknown', reason: notConfigured(key) };
}
