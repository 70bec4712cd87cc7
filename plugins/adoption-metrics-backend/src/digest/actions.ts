import {
  apiLocale,
  formatDuration,
  formatSeconds,
  MetricId,
  RecommendedAction,
  writeCount,
} from 'backstage-plugin-adoption-metrics-common';
import { stillNeeded } from '../deadline';
import { DigestFacts } from './DigestFacts';
import { lastOf } from './writeDigest';

/** Nobody reads more than three. */
const MOST = 3;

type Advice = (facts: DigestFacts) => RecommendedAction | undefined;

/** What of all else would help, as later folders know. */
export type MoreActions = (facts: DigestFacts) => Promise<RecommendedAction[]>;

/** In the order in which they help: people first, since all else is for them. */
const aboutPeople: Advice[] = [decide, winTeam];
const aboutTheRest: Advice[] = [fixEntities, speedUp, keepUp, explain];

/**
 * What would help the most, and why: each for a metric of its own.
 *
 * @param more - what later folders recommend
 */
export function recommendedActions(
  facts: DigestFacts,
  more: RecommendedAction[] = [],
): RecommendedAction[] {
  const advised = (advice: Advice[]) =>
    advice.flatMap(advise => advise(facts) ?? []);
  return [...advised(aboutPeople), ...more, ...advised(aboutTheRest)].slice(
    0,
    MOST,
  );
}

function decide({
  deadlineStatus,
}: DigestFacts): RecommendedAction | undefined {
  return deadlineStatus?.state === 'missed' && !deadlineStatus.decision
    ? {
        id: 'decide',
        title: 'Decide what comes next and record it',
        reason: deadlineStatus.sentence,
        page: 'decision',
      }
    : undefined;
}

/** The team that needs the most users. */
function winTeam(facts: DigestFacts): RecommendedAction | undefined {
  const metric = missed(facts, 'active-users');
  if (!metric) {
    return undefined;
  }
  const goal = metric.target.value;
  const { days, teams } = facts.fourWeeks;
  const [neediest] = teams
    .flatMap(team => neededIn(team, goal))
    .sort((a, b) => b.needed - a.needed || (a.name < b.name ? -1 : 1));
  return neediest && neediest.needed > 0
    ? {
        id: 'win-team',
        title: `Increase adoption in ${neediest.name}`,
        reason: `${neediest.active} of its ${
          neediest.developers
        } developers were active${during(days)}; ${
          neediest.needed
        } more would meet the target.`,
        page: 'active-users',
      }
    : undefined;
}

function neededIn(
  { name, active, developers }: DigestFacts['teams'][number],
  goal: number,
) {
  if (active === null) {
    return [];
  }
  const needed = stillNeeded({ active, developers }, goal);
  return [{ name, active, developers, needed }];
}

/** " in the 4 weeks ending 22 Nov 2026". */
export function during(days: DigestFacts['fourWeeks']['days']): string {
  return days ? ` in the 4 weeks ending ${lastOf(days)}` : '';
}

/** The group that owns the most of what is stale. */
function fixEntities(facts: DigestFacts): RecommendedAction | undefined {
  const metric = missed(facts, 'stale-entities');
  const fixesNeeded = metric?.facts['fixes-needed'] ?? 0;
  if (!metric || fixesNeeded === 0) {
    return undefined;
  }
  const { owners = [], withoutOwner = 0 } = facts.owners ?? {};
  const [first] = owners
    .filter(
      ({ ownerRef, inCatalog, stale }) =>
        ownerRef.startsWith('group:') && inCatalog !== false && stale > 0,
    )
    .sort((a, b) => b.stale - a.stale || (a.ownerRef < b.ownerRef ? -1 : 1));
  const { title, detail } = first
    ? {
        title: `Ask ${first.ownerRef} to fix its stale entities`,
        detail: `; ${first.ownerRef} owns ${writeCount(
          first.stale,
          'stale entity',
          'stale entities',
        )}`,
      }
    : withoutGroup(withoutOwner);
  return {
    id: 'fix-entities',
    title,
    reason: `${writeCount(
      fixesNeeded,
      'fix',
      'fixes',
    )} would bring the catalog to its target${detail}.`,
    page: 'stale-entities',
  };
}

function withoutGroup(withoutOwner: number) {
  return withoutOwner > 0
    ? {
        title: 'Find owners for stale entities',
        detail: `; ${writeCount(
          withoutOwner,
          'stale entity has',
          'stale entities have',
        )} no owner`,
      }
    : { title: 'Fix stale entities', detail: '' };
}

/** The page with the most loads beyond the target. */
function speedUp(facts: DigestFacts): RecommendedAction | undefined {
  if (!missed(facts, 'page-load')) {
    return undefined;
  }
  const [first] = facts.pages.routes
    .map(({ id, loads, withinTarget }) => ({
      id,
      loads,
      slow: withinTarget === null ? 0 : loads - withinTarget,
    }))
    .sort((a, b) => b.slow - a.slow);
  return first && first.slow > 0
    ? {
        id: 'speed-up',
        title: `Improve ${pageName(first.id)} page load time`,
        reason: `${first.slow} of its ${
          first.loads
        } loads in 28 days took ${formatSeconds(
          facts.pages.targetSeconds,
          apiLocale,
        )} or longer, the most of any page.`,
        page: 'page-load',
      }
    : undefined;
}

/** What an extension id such as `page:catalog/entity` calls its page. */
function pageName(id: string): string {
  const name = id.replace(/^page:/, '').replace(/[/_-]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function keepUp(facts: DigestFacts): RecommendedAction | undefined {
  const metric = missed(facts, 'uptime');
  const { incidents = 0, 'longest-incident': longest = 0 } =
    metric?.facts ?? {};
  const restarts = metric?.facts.restarts ?? 0;
  if (metric && incidents === 0 && restarts > 0) {
    return {
      id: 'keep-up',
      title: 'Reduce downtime caused by restarts',
      reason: `${writeCount(
        restarts,
        'restart',
        'restarts',
      )} in 30 days, and no other downtime.`,
      page: 'uptime',
    };
  }
  return metric && incidents > 0
    ? {
        id: 'keep-up',
        title: 'Investigate recent downtime',
        reason: `${writeCount(
          incidents,
          'incident',
          'incidents',
        )} in 30 days; the longest lasted ${formatDuration(
          longest,
          apiLocale,
        )}.`,
        page: 'uptime',
      }
    : undefined;
}

function explain({ metrics }: DigestFacts): RecommendedAction | undefined {
  const first = metrics.find(({ status }) => status === 'undecided');
  return first
    ? {
        id: 'explain',
        title: `Check the data behind ${nameOf(first)}`,
        reason: first.statement,
        page: 'settings',
      }
    : undefined;
}

// Without the window that its name may end with.
function nameOf({ name }: DigestFacts['metrics'][number]): string {
  return name.split(',')[0];
}

/** A metric that misses its target; undefined if it does not. */
export function missed(
  { metrics }: Pick<DigestFacts, 'metrics'>,
  id: MetricId,
) {
  return metrics.find(metric => metric.id === id && metric.status === 'missed');
}
