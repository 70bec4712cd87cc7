import {
  apiLocale,
  Metric,
  ChecklistStep,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { Day, formatDay, writeDay } from '../../time';

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
  /** Plugins beside the built-in ones; undefined while nothing was measured. */
  usedPlugins?: string[];
  /** Those that are installed; undefined while no app has reported them. */
  installedPlugins?: string[];
  /** Plugins that are recommended, by the beginning of their ids. */
  recommendedPlugins: Array<{ id: string; title: string }>;
  /** How many of them a portal should have at most; null if that is unknown. */
  pluginCap: number | null;
  stale: Pick<
    Metric,
    'status' | 'statement' | 'numerator' | 'denominator' | 'target'
  >;
  /** The day on which a report last reached somebody. */
  reportedOn?: Day;
}

const listed = new Intl.ListFormat(apiLocale, { type: 'conjunction' });

type Verdict = Pick<ChecklistStep, 'state' | 'reason' | 'code' | 'values'>;

type Step = Omit<ChecklistStep, keyof Verdict | 'title'> & {
  title: string | ((facts: ChecklistFacts) => string);
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
    title: 'Review who uses the portal, and for what',
    page: 'active-users',
    judge: judgeAudit,
  },
  {
    id: 'simplify',
    title: titleOfSimplicity,
    page: 'active-users',
    judge: judgeSimplicity,
  },
  {
    id: 'data-quality',
    title: 'Improve catalog data quality',
    page: 'stale-entities',
    judge: judgeDataQuality,
  },
  {
    id: 'report',
    title: 'Send a report to decision-makers',
    page: 'alerts',
    judge: judgeReport,
  },
];

/**
 * Judges the five steps by which a portal that is stuck reaches its goal: a date,
 * an audit of what works, few plugins, good data, and metrics for those who decide.
 */
export function checklistStepsOf(facts: ChecklistFacts): ChecklistStep[] {
  return STEPS.map(({ judge, title, ...step }) => ({
    ...step,
    title: typeof title === 'string' ? title : title(facts),
    ...judge(facts),
  }));
}

function titleOfSimplicity({ pluginCap }: ChecklistFacts): string {
  return pluginCap === null
    ? 'Limit the number of plugins'
    : `Limit to ${writeCount(pluginCap, 'plugin', 'plugins')}`;
}

function judgeDeadline({ deadline }: ChecklistFacts): Verdict {
  return deadline === undefined
    ? {
        state: 'open',
        code: 'no-deadline',
        values: {},
        reason: 'No deadline is set.',
      }
    : {
        state: 'done',
        code: 'deadline',
        values: { date: formatDay(deadline) },
        reason: `The deadline is ${writeDay(deadline)}.`,
      };
}

function judgeAudit({ auditLoads, auditSince }: ChecklistFacts): Verdict {
  const since = writeDay(auditSince);
  const values = { since: formatDay(auditSince), times: auditLoads ?? null };
  if (auditLoads === undefined) {
    const reason = `No page load data since ${since}.`;
    return { state: 'unknown', code: 'no-page-loads', values, reason };
  }
  const times = writeCount(auditLoads, 'time', 'times');
  return auditLoads > 0
    ? {
        state: 'done',
        code: 'viewed',
        values,
        reason: `Usage page viewed ${times} since ${since}.`,
      }
    : {
        state: 'open',
        code: 'not-viewed',
        values,
        reason: `Usage page not viewed since ${since}.`,
      };
}

function judgeSimplicity(facts: ChecklistFacts): Verdict {
  const { usedPlugins, pluginCap } = facts;
  if (!usedPlugins || pluginCap === null) {
    return {
      state: 'unknown',
      code: 'plugins-unknown',
      values: { most: pluginCap },
      reason: 'No plugin usage data yet.',
    };
  }
  const used = writeCount(usedPlugins.length, 'plugin', 'plugins');
  const over = usedPlugins.length - pluginCap;
  const tooMany = over > 0 ? `, ${over} too many` : '';
  const reason = `${used} used in the last 28 days, excluding built-in plugins${tooMany}.`;
  const missing = missingIn(facts);
  return {
    state: over > 0 ? 'open' : 'done',
    code: 'plugins',
    values: {
      plugins: usedPlugins.length,
      most: pluginCap,
      tooMany: Math.max(0, over),
      missing: missing ?? null,
    },
    reason: [reason, ...recommended(missing)].join(' '),
  };
}

/** Titles of the recommended plugins that are not installed, if that is known. */
function missingIn({
  installedPlugins,
  recommendedPlugins,
}: ChecklistFacts): string[] | undefined {
  if (!installedPlugins || recommendedPlugins.length === 0) {
    return undefined;
  }
  return recommendedPlugins
    .filter(
      ({ id }) =>
        !installedPlugins.some(
          pluginId => pluginId === id || pluginId.startsWith(`${id}-`),
        ),
    )
    .map(({ title }) => title);
}

function recommended(missing: string[] | undefined): string[] {
  if (!missing) {
    return [];
  }
  return missing.length === 0
    ? ['All recommended plugins are installed.']
    : [`Recommended, but not installed: ${listed.format(missing)}.`];
}

function judgeDataQuality({ stale }: ChecklistFacts): Verdict {
  const states = { met: 'done', missed: 'open', undecided: 'unknown' } as const;
  const { numerator = null, denominator = null, target } = stale;
  return {
    state: states[stale.status],
    code: stale.status === 'undecided' ? 'stale-unknown' : 'stale',
    values: { stale: numerator, entities: denominator, target: target.value },
    reason: stale.statement,
  };
}

function judgeReport({ reportedOn, since }: ChecklistFacts): Verdict {
  return reportedOn === undefined
    ? {
        state: 'open',
        code: 'no-digest',
        values: { since: formatDay(since) },
        reason: `No digest sent since ${writeDay(since)}.`,
      }
    : {
        state: 'done',
        code: 'digest',
        values: { date: formatDay(reportedOn) },
        reason: `The last digest was sent on ${writeDay(reportedOn)}.`,
      };
}
