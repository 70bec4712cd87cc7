import {
  ANY_PORTAL,
  breakdownGranularities,
  BreakdownGranularity,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  dimensions,
  endsPeriod,
  FrozenPeriodStore,
  METRIC,
  periodOf,
  WINDOW_DAYS,
} from '../../activity';
import { breathe } from '../../database';
import { HEADLINE, Sample, SampleStore } from '../../samples';
import { Day, Interval, startOfPeriod, trailingDays } from '../../time';
import { Coverage, coverageOf, coverageOfAny, isKnown } from './coverage';
import { DuePortalDay, PortalRollups } from './PortalRollups';
import { PortalMeasurement, PortalSamples } from './PortalSamples';
import { Freshness, PortalStore } from './PortalStore';
import { PortalUse } from './PortalUse';

/** Windows of days whose active people are counted, by the sample that holds them. */
export const windows = [
  { measure: 'monthly', days: WINDOW_DAYS, dimension: HEADLINE, member: '' },
  { measure: 'weekly', days: 7, dimension: dimensions.days, member: '7' },
  { measure: 'daily', days: 1, dimension: dimensions.days, member: '1' },
] as const;

/** Days in which those of this portal may be measured again. */
const LATE_DAYS = 35;

/** What was reported until now. */
interface Reported {
  freshness: Map<string, Freshness>;
  days: Map<string, ReadonlySet<Day>>;
}

/** Measures active people of other portals, and of any, once a day is over. */
export class PortalMeasurer {
  constructor(
    private readonly options: {
      clock: Clock;
      samples: SampleStore;
      periods: FrozenPeriodStore;
      store: PortalStore;
      use: PortalUse;
      rollups: PortalRollups;
      measured: PortalSamples;
      /** Ids of the portals that are configured. */
      portals: string[];
      /** Whether everybody counts, as under a configured head count. */
      everybody: boolean;
      /** The first day of which the members of four weeks are all held. */
      membersHeldFrom(): Promise<Day | undefined>;
    },
  ) {}

  /** Measures what is due, newest days first; safe to run twice. */
  async run(signal: AbortSignal): Promise<void> {
    const { samples, store, portals, rollups } = this.options;
    const closed = await samples.latestDay(METRIC);
    const freshness = await store.freshness();
    const reporting = portals.filter(id => freshness.has(id));
    if (closed === undefined || reporting.length === 0) {
      return;
    }
    const firstDays = reporting.map(id => freshness.get(id)!.firstDay);
    const first = Math.min(...firstDays);
    await this.#markChanged({ from: first, to: closed + 1 });
    const days = { from: first - WINDOW_DAYS, to: closed + 1 };
    const reported: Reported = {
      freshness: new Map(reporting.map(id => [id, freshness.get(id)!])),
      days: new Map(
        [...(await store.reportedDays(days))].map(([id, all]) => [
          id,
          new Set(all),
        ]),
      ),
    };
    for (const id of [...reporting, ANY_PORTAL]) {
      const from = freshness.get(id)?.firstDay ?? first;
      if (from > closed) {
        continue;
      }
      await rollups.open(id, { from, to: closed + 1 });
      for (const due of await rollups.due(id, { from, to: closed + 1 })) {
        if (signal.aborted) {
          return;
        }
        await breathe();
        await this.#measure(due, reported);
      }
    }
  }

  // Those of this portal are among "any".
  async #markChanged({ from, to }: Interval): Promise<void> {
    const { samples, measured, rollups } = this.options;
    const days = { from: Math.max(from, to - LATE_DAYS), to };
    if (days.from >= days.to) {
      return;
    }
    const [own, any] = await Promise.all([
      samples.headlines(METRIC, days),
      measured.history(ANY_PORTAL, HEADLINE, days),
    ]);
    const measuredAt = new Map(any.map(each => [each.day, each.computedAt]));
    const changed = own.filter(
      ({ day, computedAt }) => computedAt > (measuredAt.get(day) ?? Infinity),
    );
    await rollups.mark(
      changed.map(({ day }) => ({ portalId: ANY_PORTAL, day })),
    );
  }

  async #measure(due: DuePortalDay, reported: Reported): Promise<void> {
    const { clock, measured, rollups, samples } = this.options;
    const { portalId, day } = due;
    const at = clock.now();
    const own = await samples.ofDay(METRIC, day, [HEADLINE, dimensions.days]);
    await measured.replaceDay({ portalId, day, at }, [
      ...(await this.#measureWindows(due, own, reported)),
      ...(await this.#measurePeriods(due, reported)),
    ]);
    await rollups.advance(due);
  }

  async #measureWindows(
    { portalId, day }: DuePortalDay,
    own: Sample[],
    reported: Reported,
  ): Promise<PortalMeasurement[]> {
    const { use, everybody } = this.options;
    const developers = own.find(
      ({ dimension }) => dimension === HEADLINE,
    )?.denominator;
    const counted: PortalMeasurement[] = [];
    for (const { days, dimension, member } of windows) {
      const window = trailingDays(day, days);
      const ofThis = own.find(
        each => each.dimension === dimension && each.member === member,
      );
      const coverage = this.#cover(portalId, window, reported, ofThis);
      const { counted: active, total } = await use.count(portalId, window, {
        day,
        everybody,
      });
      counted.push({
        dimension,
        member,
        ...ratioOf(active, developers, coverage),
        n: coverage.isSeen ? total : undefined,
      });
    }
    return counted;
  }

  /** By atom, of the periods that end with the day; what cannot be measured stays. */
  async #measurePeriods(
    { portalId, day }: DuePortalDay,
    reported: Reported,
  ): Promise<PortalMeasurement[]> {
    const units = breakdownGranularities.filter(unit => endsPeriod(day, unit));
    const found: PortalMeasurement[] = [];
    for (const unit of units) {
      found.push(
        ...(await this.#measurePeriod({ portalId, day, unit }, reported)),
      );
    }
    return found;
  }

  async #measurePeriod(
    of: { portalId: string; day: Day; unit: BreakdownGranularity },
    reported: Reported,
  ): Promise<PortalMeasurement[]> {
    const { portalId, day, unit } = of;
    const { periods, use, measured, samples, membersHeldFrom } = this.options;
    const dimension = dimensions.atoms(unit);
    const ofDay = { from: day, to: day + 1 };
    const before = await measured.history(portalId, dimension, ofDay);
    const frozen = await periods.find(startOfPeriod(day, 'four-weeks'));
    const heldFrom = (await membersHeldFrom()) ?? -Infinity;
    if (!frozen || frozen.firstDay < heldFrom) {
      return before as PortalMeasurement[];
    }
    const days = periodOf(day, unit);
    const [ofThis] = await samples.ofDay(METRIC, day, [dimension]);
    const coverage = this.#cover(portalId, days, reported, ofThis);
    const counts = await use.countByAtom(portalId, days, frozen.firstDay);
    return frozen.atomSizes.map((people, atom) => {
      const member = String(atom);
      const earlier = before.find(each => each.member === member)?.numerator;
      // None falls: when somebody is forgotten, the difference would tell of them.
      const active = Math.max(counts.get(atom) ?? 0, earlier ?? 0);
      return { dimension, member, ...ratioOf(active, people, coverage) };
    });
  }

  /** @param ofThis - what this portal knows of itself in the same window */
  #cover(
    portalId: string,
    window: Interval,
    { freshness, days }: Reported,
    ofThis: Sample | undefined,
  ): Coverage {
    const portals = [...freshness].map(([id, { firstDay }]) => ({
      id,
      firstDay,
      reported: days.get(id) ?? new Set<Day>(),
    }));
    if (portalId === ANY_PORTAL) {
      return coverageOfAny(window, portals, {
        coverage: ofThis?.coverage ?? 0,
        isWhole: ofThis?.value !== undefined,
        isSeen: (ofThis?.coverage ?? 0) > 0,
      });
    }
    const portal = portals.find(({ id }) => id === portalId)!;
    return coverageOf(window, portal.reported, portal.firstDay);
  }
}

/** The share is unknown unless the window is; too few days are no small number. */
function ratioOf(
  active: number,
  people: number | undefined,
  known: Coverage,
): Pick<PortalMeasurement, 'value' | 'numerator' | 'denominator' | 'coverage'> {
  return {
    value: isKnown(known) && people ? active / people : undefined,
    numerator: known.isSeen ? active : undefined,
    denominator: people,
    coverage: known.coverage,
  };
}
