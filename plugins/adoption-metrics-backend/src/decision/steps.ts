import {
  Metric,
  ChecklistStep,
} from 'backstage-plugin-adoption-metrics-common';
import { MOST_PLUGINS, writeCount } from '../digest';
import { Day, writeDay } from '../time';

/** What is known of the steps. */
export interface ChecklistFacts {
  /** The first day that counts. */
  since: Day;
  /** The date of the deadline; undefined while none is set. */
  deadline?: Day;
  /** From when on it is known how often a page was opened. */
  auditSince: Day;
  /**
   * How often the page that shows who uses the portal was opened; undefined
   * while no page was seen to be.
   */
  auditLoads?: number;
  /** Plugins beside the framework; undefined while nothing was measured. */
  offered?: string[];
  stale: Pick<Metric, 'status' | 'statement'>;
  /** The day on which a report last reached somebody. */
  reportedOn?: Day;
}

type Verdict = Pick<ChecklistStep, 'state' | 'reason'>;

type Step = Omit<ChecklistStep, keyof Verdict> & {
  judge(facts: ChecklistFacts): Verdict;
};

const STEPS: Step[] = [
  {
    id: 'deadline',
    title: 'Set a deadline',
    page: 'deadline',
    judge: judgeDeadline,
  },
  {
    id: 'audit',
    title: 'Look at who uses the portal, and what for',
    page: 'active-users',
    judge: judgeAudit,
  },
  {
    id: 'simplify',
    title: `Offer ${MOST_PLUGINS} plugins at most`,
    page: 'active-users',
    judge: judgeSimplicity,
  },
  {
    id: 'data-quality',
    title: 'Make the catalog trustworthy',
    page: 'stale-entities',
    judge: judgeDataQuality,
  },
  {
    id: 'report',
    title: 'Report to those who decide',
    page: 'digest',
    judge: judgeReport,
  },
];

/**
 * The five steps by which a portal that is stuck reaches its goal: a date, an audit
 * of what works, few plugins, good data, and metrics for those who decide.
 */
export function checklistStepsOf(facts: ChecklistFacts): ChecklistStep[] {
  return STEPS.map(({ judge, ...step }) => ({ ...step, ...judge(facts) }));
}

function judgeDeadline({ deadline }: ChecklistFacts): Verdict {
  return deadline === undefined
    ? { state: 'open', reason: 'No deadline is set.' }
    : { state: 'done', reason: `It is ${writeDay(deadline)}.` };
}

function judgeAudit({ auditLoads, auditSince }: ChecklistFacts): Verdict {
  const since = writeDay(auditSince);
  if (auditLoads === undefined) {
    const reason = `No page load was measured since ${since}.`;
    return { state: 'unknown', reason };
  }
  const times = writeCount(auditLoads, 'time', 'times');
  return auditLoads > 0
    ? {
        state: 'done',
        reason: `The page with teams and plugins was opened ${times} since ${since}.`,
      }
    : {
        state: 'open',
        reason: `Nobody was seen to open the page with teams and plugins since ${since}.`,
      };
}

function judgeSimplicity({ offered }: ChecklistFacts): Verdict {
  if (!offered) {
    return { state: 'unknown', reason: 'No use of plugins was measured yet.' };
  }
  const used = writeCount(offered.length, 'plugin was', 'plugins were');
  return {
    state: offered.length <= MOST_PLUGINS ? 'done' : 'open',
    reason: `${used} used in the last 28 days, beside those of the framework.`,
  };
}

function judgeDataQuality({ stale }: ChecklistFacts): Verdict {
  const states = { met: 'done', missed: 'open', undecided: 'unknown' } as const;
  return { state: states[stale.status], reason: stale.statement };
}

function judgeReport({ reportedOn, since }: ChecklistFacts): Verdict {
  return reportedOn === undefined
    ? {
        state: 'open',
        reason: `No digest has reached anybody since ${writeDay(since)}.`,
      }
    : {
        state: 'done',
        reason: `The last digest was sent on ${writeDay(reportedOn)}.`,
      };
}
