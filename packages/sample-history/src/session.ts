import {
  CollectedEvent,
  EventBatch,
  InteractionEvent,
  PageLoadEvent,
} from 'backstage-plugin-adoption-metrics-common';
import { interpolate, SECOND } from './calendar';
import { Page, SCAFFOLDER, SEARCH } from './pages';
import { Random, uuidOf } from './random';
import { Visits } from './stories';

/** The 75th percentile of a log-normal distribution, relative to its median. */
const SPREAD = { sigma: 0.35, percentile75: Math.exp(0.35 * 0.6745) };

/**
 * Probabilities that a click opens a new tab, a search finds nothing, and a
 * click runs a template.
 */
const CHANCES = { tab: 0.25, nothingFound: 0.15, template: 0.5 };

/** Determines a session completely. */
interface SessionPlan {
  /** Identifies the session. */
  key: string;
  startedAt: number;
  progress: number;
  visits: Visits;
  random: Random;
}

/** The events of a session, and when the browser sends them. */
interface Session {
  batch: EventBatch;
  sentAt: number;
}

/**
 * Generates five to fifteen events: page loads, page views, and interactions.
 */
export function generateSession(plan: SessionPlan): Session {
  const { random, visits } = plan;
  const events: CollectedEvent[] = [];
  let remaining = random.whole(5, 15);
  let page = random.pick(visits.entries);
  let at = plan.startedAt;
  const first = initialLoad(page, at, plan);
  events.push(installed(at, visits), navigation(page, 'initial', at), first);
  events.push(interaction(page, 'navigate', at));
  remaining -= 2;
  at += first.duration * SECOND;
  while (remaining > 0) {
    at += random.whole(4, 90) * SECOND;
    const moves = remaining >= 2 && random.chance(0.5);
    const opensTab = moves && random.chance(CHANCES.tab);
    const next = opensTab ? visits.entries : visits.destinations;
    page = moves ? random.pick(next) : page;
    if (opensTab) {
      events.push(navigation(page, 'initial', at), initialLoad(page, at, plan));
      events.push(interaction(page, 'navigate', at));
    } else {
      events.push(
        ...(moves ? move(page, at, random) : [use(page, at, random)]),
      );
    }
    remaining -= moves ? 2 : 1;
  }
  const sentAt = Math.ceil(at) + 5 * SECOND;
  return { batch: { batchId: uuidOf(plan.key), events }, sentAt };
}

function initialLoad(page: Page, at: number, plan: SessionPlan): PageLoadEvent {
  const { random, progress, visits } = plan;
  const slowness = interpolate(visits.initialLoads, progress);
  const median = slowness / SPREAD.percentile75;
  return {
    type: 'page-load',
    at: instant(at),
    kind: 'initial',
    method: random.chance(0.93) ? 'lcp' : 'load-event',
    routeId: page.extensionId,
    duration: duration(median, random),
  };
}

function navigation(
  page: Page,
  kind: PageLoadEvent['kind'],
  at: number,
): CollectedEvent {
  const routeId = page.extensionId;
  return { type: 'navigation', at: instant(at), kind, routeId };
}

function move(page: Page, at: number, random: Random): CollectedEvent[] {
  const kind = 'route';
  const view = [navigation(page, kind, at), interaction(page, 'navigate', at)];
  if (random.chance(0.05)) {
    return [
      ...view,
      { type: 'page-load-discard', at: instant(at), kind, reason: 'hidden' },
    ];
  }
  return [
    ...view,
    {
      type: 'page-load',
      at: instant(at),
      kind,
      method: random.chance(0.7) ? 'soft-lcp' : 'quiet',
      routeId: page.extensionId,
      duration: duration(page.median, random),
    },
  ];
}

function use(page: Page, at: number, random: Random): CollectedEvent {
  if (page === SEARCH) {
    const search = interaction(page, 'search', at);
    return random.chance(CHANCES.nothingFound)
      ? { ...search, foundNothing: true }
      : search;
  }
  const runsTemplate = page === SCAFFOLDER && random.chance(CHANCES.template);
  return interaction(page, runsTemplate ? 'create' : 'click', at);
}

function installed(at: number, { plugins }: Visits): CollectedEvent {
  return { type: 'installed-plugins', at: instant(at), plugins: [...plugins] };
}

function interaction(page: Page, action: string, at: number): InteractionEvent {
  const { pluginId, extensionId } = page;
  return {
    type: 'interaction',
    at: instant(at),
    action,
    pluginId,
    extensionId,
  };
}

function duration(median: number, random: Random): number {
  const seconds = random.logNormal(median, SPREAD.sigma);
  return Math.min(60, Math.round(seconds * 1000) / 1000);
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
