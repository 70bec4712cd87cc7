import { NotFoundError } from '@backstage/errors';
import {
  ANY_PORTAL,
  Granularity,
  Portal,
  PortalHeadline,
  PortalMeasure,
  Portals,
  PortalSeries,
  PortalTeams,
  THIS_PORTAL,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  AtomNumbers,
  dimensions,
  METRIC,
  UseReporter,
  WINDOW_DAYS,
} from '../../activity';
import { Visibility } from '../../http';
import { MetricSource, Reading } from '../../parts';
import {
  describeDays,
  HEADLINE,
  pointsOf,
  Sample,
  SampleStore,
} from '../../samples';
import {
  Day,
  formatDay,
  formatInstant,
  Interval,
  ReportingZone,
  trailingDays,
} from '../../time';
import { PortalConfig } from './config';
import { judgePortal, STALE_DAYS } from './coverage';
import { windows } from './PortalMeasurer';
import { PortalSamples } from './PortalSamples';
import { Freshness, PortalStore } from './PortalStore';

/** A portal as its series and teams name it. */
type NamedPortal = PortalTeams['portals'][number];

const ANY: NamedPortal = {
  id: ANY_PORTAL,
  title: 'Any portal',
  reportedBy: null,
};

const unknownHeadline: PortalHeadline = {
  from: null,
  to: null,
  active: null,
  share: null,
  coverage: null,
  developers: null,
  status: 'undecided',
  reason: 'no-data',
};

/** Reports how many people use each portal, and any of them. */
export class PortalReporter {
  readonly #portals: NamedPortal[];

  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      samples: SampleStore;
      store: PortalStore;
      measured: PortalSamples;
      use: Pick<UseReporter, 'publishedGroups'>;
      /** Active users of this portal. */
      metric(): Pick<MetricSource, 'target' | 'readDay'>;
      /** The first day on which this portal was measured. */
      firstDay(): Promise<Day | undefined>;
      /** What this portal is called. */
      title: string;
      portals: PortalConfig[];
    },
  ) {
    const { title, portals } = options;
    this.#portals = [
      { id: THIS_PORTAL, title, reportedBy: null },
      ...portals.map(portal => ({
        id: portal.id,
        title: portal.title,
        reportedBy: portal.subject ?? null,
      })),
    ];
  }

  async portals(): Promise<Portals> {
    const { clock, zone, samples, store, portals, metric } = this.options;
    const closed = await samples.latestDay(METRIC);
    const freshness = await store.freshness();
    const own = await this.#describeThis(closed);
    const described: Portal[] = [own];
    for (const portal of portals) {
      described.push(
        await this.#describe(portal, freshness.get(portal.id), closed),
      );
    }
    const others = portals.flatMap(({ id }) => freshness.get(id) ?? []);
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      asOf: optionalDay(closed),
      target: metric().target,
      portals: described,
      any:
        portals.length === 0
          ? own.headline
          : await this.#headline(ANY_PORTAL, lastDayOf(others, closed), closed),
    };
  }

  /** @throws NotFoundError if there is no such portal */
  async series(asked: {
    days: Interval;
    measure: PortalMeasure;
    granularity: Granularity;
    portal?: string;
  }): Promise<PortalSeries> {
    const { days, measure, granularity, portal } = asked;
    const chosen = [...this.#portals, ANY].filter(
      ({ id }) => portal === undefined || id === portal,
    );
    if (chosen.length === 0) {
      throw new NotFoundError(
        `No portal '${portal}'; expected ${[...this.#portals, ANY]
          .map(({ id }) => id)
          .join(', ')}`,
      );
    }
    const series: PortalSeries['series'] = [];
    for (const { id, title, reportedBy } of chosen) {
      const samples = await this.#history(id, measure, days);
      const points = pointsOf(samples, { days, granularity });
      series.push({ portal: id, title, reportedBy, points });
    }
    return {
      ...describeDays(this.options, days),
      measure,
      granularity,
      series,
    };
  }

  /**
   * @param visibility - teams that the reader may not see are left out
   * @throws InputError if no period begins on the day; NotFoundError if the
   * period is open, or was never broken down
   */
  async teams(
    asked: Parameters<UseReporter['publishedGroups']>[0],
    visibility: Visibility,
  ): Promise<PortalTeams> {
    const { use, measured, portals } = this.options;
    const { described, found, groups, own } = await use.publishedGroups(
      asked,
      visibility,
    );
    const numbers: Array<{ id: string; atoms: AtomNumbers; sample?: Sample }> =
      [];
    if (found && own) {
      const { days, unit, frozen } = found;
      const ofEnd = { from: days.to - 1, to: days.to };
      numbers.push({
        id: THIS_PORTAL,
        atoms: own,
        sample: found.measured,
      });
      for (const id of [...portals.map(each => each.id), ANY_PORTAL]) {
        const dimension = dimensions.atoms(unit);
        const samples = await measured.history(id, dimension, ofEnd);
        const atoms = new AtomNumbers(frozen.atomSizes, samples);
        numbers.push({ id, atoms, sample: samples[0] });
      }
    }
    return {
      ...described,
      portals: this.#portals,
      groups: groups.map(({ group, id, name, wording, parentId = null }) => ({
        id,
        kind: group.kind,
        name,
        wording,
        parentId,
        teams: group.teams,
        developers: own!.people(group.atoms),
        portals: numbers.map(({ id: portal, atoms, sample }) => ({
          portal,
          active: atoms.active(group.atoms) ?? null,
          share: atoms.share(group.atoms) ?? null,
          coverage: sample?.coverage ?? null,
        })),
      })),
    };
  }

  async #describeThis(closed: Day | undefined): Promise<Portal> {
    const { firstDay, metric } = this.options;
    const { id, title, reportedBy } = this.#portals[0];
    const reading =
      closed === undefined
        ? undefined
        : await metric().readDay(closed, metric().target);
    return {
      id,
      title,
      reportedBy,
      option: null,
      since: null,
      url: null,
      firstDay: optionalDay(await firstDay()),
      lastDay: optionalDay(closed),
      lastReportAt: null,
      headline: headlineOfReading(reading, closed),
    };
  }

  async #describe(
    portal: PortalConfig,
    fresh: Freshness | undefined,
    closed: Day | undefined,
  ): Promise<Portal> {
    const { id, title, option, since, url, subject } = portal;
    return {
      id,
      title,
      reportedBy: subject ?? null,
      option: option ?? null,
      since: optionalDay(since ?? fresh?.firstDay),
      url: url ?? null,
      firstDay: optionalDay(fresh?.firstDay),
      lastDay: optionalDay(fresh?.lastDay),
      lastReportAt: fresh ? formatInstant(fresh.reportedAt) : null,
      headline: await this.#headline(id, fresh?.lastDay, closed),
    };
  }

  /**
   * At the newest closed day that was reported, as long as that is not old: what
   * comes once a day is not there yet when a day is closed.
   */
  async #headline(
    portalId: string,
    lastDay: Day | undefined,
    closed: Day | undefined,
  ): Promise<PortalHeadline> {
    const { measured, metric } = this.options;
    if (closed === undefined) {
      return unknownHeadline;
    }
    const isFresh = lastDay !== undefined && lastDay > closed - STALE_DAYS;
    const day = isFresh ? Math.min(lastDay, closed) : closed;
    const ofDay = { from: day, to: day + 1 };
    const [sample] = await measured.history(portalId, HEADLINE, ofDay);
    const { numerator, denominator, value, coverage = 0 } = sample ?? {};
    const window = trailingDays(day, WINDOW_DAYS);
    return {
      from: formatDay(window.from),
      to: formatDay(window.to),
      active: numerator ?? null,
      share: value ?? null,
      coverage: sample ? coverage : null,
      developers: denominator ?? null,
      ...judgePortal(
        {
          active: numerator,
          developers: denominator,
          isKnown: value !== undefined,
          lastDay,
        },
        metric().target,
        day,
      ),
    };
  }

  async #history(
    portalId: string,
    measure: PortalMeasure,
    days: Interval,
  ): Promise<Sample[]> {
    const { samples, measured } = this.options;
    const { dimension, member } = windows.find(
      each => each.measure === measure,
    )!;
    const all =
      portalId === THIS_PORTAL
        ? await samples.history({
            metric: METRIC,
            dimension,
            members: [member],
            days,
          })
        : await measured.history(portalId, dimension, days);
    return all.filter(sample => sample.member === member);
  }
}

function headlineOfReading(
  reading: Reading | undefined,
  closed: Day | undefined,
): PortalHeadline {
  if (!reading || closed === undefined) {
    return unknownHeadline;
  }
  const window = trailingDays(closed, WINDOW_DAYS);
  const { numerator, denominator, value, coverage, verdict } = reading;
  return {
    from: formatDay(window.from),
    to: formatDay(window.to),
    active: coverage ? numerator ?? null : null,
    share: value ?? null,
    coverage: coverage ?? null,
    developers: denominator ?? null,
    ...verdict,
  };
}

/** The newest day that all portals which report at all have reported. */
function lastDayOf(
  reporting: Freshness[],
  closed: Day | undefined,
): Day | undefined {
  const fresh = reporting
    .map(({ lastDay }) => lastDay)
    .filter(day => closed === undefined || day > closed - STALE_DAYS);
  return fresh.length > 0 ? Math.min(...fresh) : closed;
}

function optionalDay(day: Day | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}
