import {
  DecisionChecklist,
  PortalCondition,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { DeliveryStore } from '../../alerts';
import { PageLoadStore } from '../../pageLoad';
import { DeadlineStore } from '../../deadline';
import {
  Day,
  formatDay,
  formatInstant,
  Interval,
  ReportingZone,
} from '../../time';
import { Answers, AnswersReader } from '../answers';
import { Facts, FactsReader } from '../facts';
import { Published, PublishedReader } from '../published';
import { conditionsOf } from './conditions';
import { ChecklistFacts, checklistStepsOf } from './steps';

/** The page that shows which teams use the portal, and which plugins. */
const AUDIT_PAGE = 'sub-page:adoption-metrics/active-users';

/** What was found out earlier does not say how it is now. */
const AUDIT_DAYS = 90;

/** What counts without a deadline. */
const RECENT_DAYS = 28;

/** Judges how far a portal has come with the checklist. */
export class ChecklistReporter {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      deadlines: Pick<DeadlineStore, 'current'>;
      pageLoads: Pick<PageLoadStore, 'countLoads'>;
      deliveries: Pick<DeliveryStore, 'lastSentAt'>;
      published: PublishedReader;
      answers: AnswersReader;
      facts: FactsReader;
      /** For how many days it is kept which page was opened. */
      daysOfRoutes: number;
    },
  ) {}

  async checklist(): Promise<DecisionChecklist> {
    const { clock, zone } = this.sources;
    const { published, answers, facts } = await this.#read();
    const known = await this.#known(facts, published);
    const steps = checklistStepsOf(known);
    const { origin } = published.numbers.leastTeam.published;
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      since: formatDay(known.since),
      done: steps.filter(({ state }) => state === 'done').length,
      steps,
      conditions: conditionsFrom({ published, answers, facts }),
      published: {
        source: origin.title,
        url: origin.url ?? null,
        date: origin.date,
        grade: origin.grade,
      },
    };
  }

  /** What portals that succeed have in common. */
  async conditions(): Promise<PortalCondition[]> {
    return conditionsFrom(await this.#read());
  }

  async #read() {
    const [published, answers, facts] = await Promise.all([
      this.sources.published.read(),
      this.sources.answers.read(),
      this.sources.facts.read(),
    ]);
    return { published, answers, facts };
  }

  async #known(facts: Facts, published: Published): Promise<ChecklistFacts> {
    const { deadlines, daysOfRoutes } = this.sources;
    const { today, metrics, usedPlugins, installedPlugins } = facts;
    const deadline = await deadlines.current();
    // A deadline may be set before it starts.
    const since = Math.min(deadline?.start ?? today - RECENT_DAYS, today);
    const auditDays = Math.min(AUDIT_DAYS, daysOfRoutes);
    const auditSince = Math.max(since, today - auditDays);
    return {
      since,
      auditSince,
      deadline: deadline?.date,
      // A count of today would tell when somebody reads.
      auditLoads: await this.#auditLoads({ from: auditSince, to: today }),
      usedPlugins,
      installedPlugins,
      recommendedPlugins: published.recommendedPlugins,
      pluginCap: published.numbers.pluginCap.high,
      stale: metrics.find(({ id }) => id === 'stale-entities')!,
      reportedOn: await this.#reportedOn(since),
    };
  }

  async #auditLoads(days: Interval): Promise<number | undefined> {
    const { pageLoads } = this.sources;
    const loads = await pageLoads.countLoads(days, AUDIT_PAGE);
    const isMeasured = loads > 0 || (await pageLoads.countLoads(days)) > 0;
    return isMeasured ? loads : undefined;
  }

  async #reportedOn(since: Day): Promise<Day | undefined> {
    const { deliveries, zone } = this.sources;
    const sentAt = await deliveries.lastSentAt('digest');
    const day = sentAt === undefined ? undefined : zone.dayOf(sentAt);
    return day !== undefined && day >= since ? day : undefined;
  }
}

function conditionsFrom({
  published,
  answers,
  facts: { usedPlugins, metrics },
}: {
  published: Published;
  answers: Answers;
  facts: Facts;
}): PortalCondition[] {
  const { target } = metrics.find(({ id }) => id === 'active-users')!;
  const goal = target.value;
  return conditionsOf({ published, answers, usedPlugins, goal });
}
