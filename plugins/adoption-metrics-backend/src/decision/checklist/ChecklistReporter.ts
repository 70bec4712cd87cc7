import {
  Metric,
  DecisionChecklist,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { UseReporter } from '../../activity';
import { DeliveryStore } from '../../alerts';
import { offeredPlugins } from '../../digest';
import { PageLoadStore } from '../../pageLoad';
import { DeadlineStore, playbook } from '../../deadline';
import { ScorecardReporter } from '../../scorecard';
import {
  Day,
  formatDay,
  formatInstant,
  Interval,
  ReportingZone,
} from '../../time';
import { conditionsOf } from './conditions';
import { ConfiguredConditions } from '../config';
import { checklistStepsOf } from './steps';
import { decisionOptions } from '../options';

/** The page that shows which teams use the portal, and which plugins. */
const AUDIT_PAGE = 'sub-page:adoption-metrics/active-users';

/** What was found out earlier does not say how it is now. */
const AUDIT_DAYS = 90;

/** What counts without a deadline. */
const RECENT_DAYS = 28;

/** Judges how far a portal has come with the checklist, and which options it has. */
export class ChecklistReporter {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      deadlines: Pick<DeadlineStore, 'current'>;
      pageLoads: Pick<PageLoadStore, 'countLoads'>;
      deliveries: Pick<DeliveryStore, 'lastSentAt'>;
      use: Pick<UseReporter, 'usedPlugins'>;
      conditions: ConfiguredConditions;
      /** For how many days it is kept which page was opened. */
      daysOfRoutes: number;
      scorecard: Pick<ScorecardReporter, 'scorecard'>;
    },
  ) {}

  async checklist(): Promise<DecisionChecklist> {
    const { clock, zone, conditions, scorecard } = this.sources;
    const offered = await this.#offered();
    const { metrics } = await scorecard.scorecard();
    const facts = { ...(await this.#facts(metrics)), offered };
    const steps = checklistStepsOf(facts);
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      since: formatDay(facts.since),
      done: steps.filter(({ state }) => state === 'done').length,
      steps,
      conditions: conditionsOf({ ...conditions, offered }),
      options: decisionOptions({
        ...conditions,
        developers: developersOf(metrics),
      }),
      published: playbook,
    };
  }

  async #facts(metrics: Metric[]) {
    const { clock, zone, deadlines, daysOfRoutes } = this.sources;
    const today = zone.dayOf(clock.now());
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

  // Nobody opened anything, or nothing was measured: that counts no plugin.
  async #offered(): Promise<string[] | undefined> {
    const used = await this.sources.use.usedPlugins();
    return used.length > 0 ? offeredPlugins(used) : undefined;
  }

  async #reportedOn(since: Day): Promise<Day | undefined> {
    const { deliveries, zone } = this.sources;
    const sentAt = await deliveries.lastSentAt('digest');
    const day = sentAt === undefined ? undefined : zone.dayOf(sentAt);
    return day !== undefined && day >= since ? day : undefined;
  }
}

function developersOf(metrics: Metric[]): number | undefined {
  return metrics.find(({ id }) => id === 'active-users')?.denominator;
}
