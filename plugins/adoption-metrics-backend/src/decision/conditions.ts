import { PortalCondition } from 'backstage-plugin-adoption-metrics-common';
import { MOST_PLUGINS, writeCount } from '../digest';
import { ConfiguredConditions, notConfigured } from './config';

/** Fewer cannot maintain a portal, extend it and help its users. */
const LEAST_TEAM = 4;

/** Who runs Backstage on their own needs more people than who has it run. */
const LEAST_TEAM_SELF_HOSTED = 7;

/** Published plans take no less to 30%. */
const LEAST_MONTHS = 12;

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
  { id: 'team', title: 'A team of its own', judge: judgeTeam },
  { id: 'scope', title: 'A narrow scope', judge: judgeScope },
  { id: 'sponsor', title: 'A sponsor', judge: judgeSponsor },
  { id: 'operations', title: 'Somebody who runs it', judge: judgeOperations },
  { id: 'timeline', title: 'A realistic timeline', judge: judgeTimeline },
];

/**
 * What portals that succeed have in common, and those that fail lack: a team, a
 * narrow scope, a sponsor, somebody who runs it, and time. The thresholds are
 * those of published accounts of both; nobody has tested them.
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
        state: team >= LEAST_TEAM ? 'met' : 'not-met',
        reason: `${inFullTime(team)}; ${LEAST_TEAM} is the least.`,
      };
}

function judgeScope({ offered }: ConditionFacts): Verdict {
  if (!offered) {
    return { state: 'unknown', reason: 'No use of plugins was measured yet.' };
  }
  const plugins = writeCount(offered.length, 'plugin is', 'plugins are');
  return {
    state: offered.length <= MOST_PLUGINS ? 'met' : 'not-met',
    reason: `${plugins} used beside the framework; ${MOST_PLUGINS} is the most.`,
  };
}

function judgeSponsor({ sponsor }: ConfiguredConditions): Verdict {
  if (sponsor === undefined) {
    return unknown('sponsor');
  }
  return sponsor
    ? { state: 'met', reason: 'Somebody in the leadership stands up for it.' }
    : {
        state: 'not-met',
        reason: 'Nobody in the leadership stands up for it.',
      };
}

function judgeOperations({ hosting, team }: ConfiguredConditions): Verdict {
  if (hosting === 'managed') {
    return { state: 'met', reason: 'It is managed by a provider.' };
  }
  if (hosting === undefined) {
    return unknown('hosting');
  }
  return team === undefined
    ? unknown('team')
    : {
        state: team >= LEAST_TEAM_SELF_HOSTED ? 'met' : 'not-met',
        reason: `It is self-hosted by ${inFullTime(
          team,
        )}; ${LEAST_TEAM_SELF_HOSTED} is the least for that.`,
      };
}

function judgeTimeline({ months }: ConfiguredConditions): Verdict {
  return months === undefined
    ? unknown('months')
    : {
        state: months >= LEAST_MONTHS ? 'met' : 'not-met',
        reason: `The leadership gives it ${writeCount(
          months,
          'month',
          'months',
        )} to 30%; published plans take ${LEAST_MONTHS} to 24.`,
      };
}

function inFullTime(team: number): string {
  return `${team} in full-time equivalents`;
}

function unknown(key: keyof ConfiguredConditions): Verdict {
  return { state: 'unknown', reason: notConfigured(key) };
}
