import {
  MetricId,
  RecommendedAction,
  say,
  withEnglish,
  Wording,
  WordingValue,
} from 'backstage-plugin-adoption-metrics-common';
import { stillNeeded } from '../deadline';
import { parseDay, sayDay } from '../time';
import { DigestFacts } from './DigestFacts';

/** Nobody reads more than three. */
const MOST = 3;

type Advice = (facts: DigestFacts) => RecommendedAction | undefined;

/** What of all else would help, as later folders know. */
export type MoreActions = (facts: DigestFacts) => Promise<RecommendedAction[]>;

/** An action in its sentences. */
interface Worded {
  title: Wording;
  /** In its sentences. */
  reason: Wording[];
}

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
    ? actionOf('decide', 'decision', {
        title: say('actions.decide'),
        reason: deadlineStatus.said,
      })
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
  if (!neediest || neediest.needed === 0) {
    return undefined;
  }
  const { name, active, developers, needed } = neediest;
  const values = { active, developers, needed };
  const day = lastDayOf(days);
  return actionOf('win-team', 'active-users', {
    title: say('actions.win-team', { team: name }),
    reason: [
      day
        ? say('actions.win-team.because-in-weeks', { ...values, day })
        : say('actions.win-team.because', values),
    ],
  });
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

/** The day with which they end; undefined if there are none. */
export function lastDayOf(
  days: DigestFacts['fourWeeks']['days'],
): WordingValue | undefined {
  return days ? sayDay(parseDay(days.to)! - 1) : undefined;
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
  const fixes = say('actions.fix-entities.fixes', { count: fixesNeeded });
  return actionOf(
    'fix-entities',
    'stale-entities',
    first ? ofOwner(first, fixes) : withoutGroup(withoutOwner, fixes),
  );
}

function ofOwner(
  { ownerRef: owner, stale }: { ownerRef: string; stale: number },
  fixes: Wording,
): Worded {
  const values = { fixes, owner, count: stale };
  return {
    title: say('actions.fix-entities.of-owner', { owner }),
    reason: [say('actions.fix-entities.because-of-owner', values)],
  };
}

function withoutGroup(withoutOwner: number, fixes: Wording): Worded {
  const values = { fixes, count: withoutOwner };
  return withoutOwner > 0
    ? {
        title: say('actions.fix-entities.without-owner'),
        reason: [say('actions.fix-entities.because-without-owner', values)],
      }
    : {
        title: say('actions.fix-entities'),
        reason: [say('actions.fix-entities.because', { fixes })],
      };
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
  if (!first || first.slow === 0) {
    return undefined;
  }
  const { id, slow, loads } = first;
  const target: WordingValue = {
    type: 'limit',
    value: facts.pages.targetSeconds,
    unit: 'seconds',
  };
  return actionOf('speed-up', 'page-load', {
    title: say('actions.speed-up', { page: pageName(id) }),
    reason: [say('actions.speed-up.because', { slow, loads, target })],
  });
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
    return actionOf('keep-up', 'uptime', {
      title: say('actions.keep-up.restarts'),
      reason: [say('actions.keep-up.because-of-restarts', { count: restarts })],
    });
  }
  const duration: WordingValue = { type: 'duration', value: longest };
  return metric && incidents > 0
    ? actionOf('keep-up', 'uptime', {
        title: say('actions.keep-up'),
        reason: [
          say('actions.keep-up.because', { count: incidents, duration }),
        ],
      })
    : undefined;
}

function explain({ metrics }: DigestFacts): RecommendedAction | undefined {
  const first = metrics.find(({ status }) => status === 'undecided');
  return first
    ? actionOf('explain', 'settings', {
        title: say('actions.explain', {
          metric: say(`alerts.metric-name.${first.id}`),
        }),
        reason: first.said,
      })
    : undefined;
}

/** An action as the API answers it. */
export function actionOf(
  id: string,
  page: RecommendedAction['page'],
  { title, reason }: Worded,
): RecommendedAction {
  return { id, page, ...withEnglish({ title: [title], reason }) };
}

/** A metric that misses its target; undefined if it does not. */
export function missed(
  { metrics }: Pick<DigestFacts, 'metrics'>,
  id: MetricId,
) {
  return metrics.find(metric => metric.id === id && metric.status === 'missed');
}
