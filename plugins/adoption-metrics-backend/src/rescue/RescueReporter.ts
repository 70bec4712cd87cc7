import {
  digestPeriods,
  RescueChecklist,
  Scorecard,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { UseReporter } from '../activity';
import { AlertStore } from '../alerts';
import { offeredPlugins } from '../digest';
import { PageLoadStore, WINDOW_DAYS } from '../pageLoad';
import { ProgrammeStore } from '../programme';
import { Day, formatDay, formatInstant, ReportingZone } from '../time';
import { conditionsOf } from './conditions';
import { ConfiguredConditions } from './config';
import { rescueStepsOf } from './steps';

/** The page that tells which teams use the portal, and which plugins. */
const AUDIT_PAGE = 'sub-page:adoption-metrics/active-users';

/** What was found out earlier does not tell how it is. */
const AUDIT_DAYS = 90;

/** How many of the newest digests are looked at. */
const DIGESTS = 10;

/** Tells how far the rescue of a portal that is stuck has come. */
export class RescueReporter {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      programmes: Pick<ProgrammeStore, 'current'>;
      pageLoads: Pick<PageLoadStore, 'countLoads'>;
      alerts: Pick<AlertStore, 'newest'>;
      use: Pick<UseReporter, 'plugins'>;
      conditions: ConfiguredConditions;
      /** For how many days it is kept which page was opened. */
      daysOfRoutes: number;
      scorecard(): Promise<Pick<Scorecard, 'figures'>>;
    },
  ) {}

  async checklist(): Promise<RescueChecklist> {
    const { clock, zone, programmes, scorecard } = this.sources;
    const today = zone.dayOf(clock.now());
    const programme = await programmes.current();
    const since = programme?.start ?? today - WINDOW_DAYS;
    const auditSince = Math.max(since, today - this.#auditDays());
    const { figures } = await scorecard();
    const offered = await this.#offered();
    const steps = rescueStepsOf({
      since,
      deadline: programme?.deadline,
      auditSince,
      auditLoads: await this.#auditLoads({ from: auditSince, to: today + 1 }),
      offered,
      stale: figures.find(({ metric }) => metric === 'stale-entities')!,
      reportedOn: await this.#reportedOn(since),
    });
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      since: formatDay(since),
      done: steps.filter(({ state }) => state === 'done').length,
      steps,
      conditions: conditionsOf(this.sources.conditions, offered),
    };
  }

  #auditDays(): number {
    return Math.min(AUDIT_DAYS, this.sources.daysOfRoutes);
  }

  #auditLoads(days: { from: Day; to: Day }): Promise<number> {
    return this.sources.pageLoads.countLoads(days, AUDIT_PAGE);
  }

  // Nobody opened anything, or nothing was measured: that tells of no plugin.
  async #offered(): Promise<string[] | undefined> {
    const { plugins } = await this.sources.use.plugins();
    const used = plugins.map(({ id }) => id);
    return used.length > 0 ? offeredPlugins(used) : undefined;
  }

  async #reportedOn(since: Day): Promise<Day | undefined> {
    const { alerts, zone } = this.sources;
    const digests = await Promise.all(
      digestPeriods.map(subject =>
        alerts.newest({ limit: DIGESTS, of: { rule: 'digest', subject } }),
      ),
    );
    const days = digests
      .flat()
      .flatMap(({ deliveries }) => deliveries)
      .flatMap(({ sentAt }) =>
        sentAt === null ? [] : [zone.dayOf(Date.parse(sentAt))],
      )
      .filter(day => day >= since);
    return days.length > 0 ? Math.max(...days) : undefined;
  }
}
