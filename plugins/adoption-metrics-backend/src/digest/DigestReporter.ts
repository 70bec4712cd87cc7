import { InputError } from '@backstage/errors';
import {
  BreakdownGranularity,
  DigestPeriod,
} from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  lastPeriodEnd,
  LifecycleReporter,
  periodOf,
  UseReporter,
} from '../activity';
import { OwnerReporter } from '../catalog';
import { PageLoadReporter, WINDOW_DAYS } from '../pageLoad';
import {
  AnnotationStore,
  DeadlineStatus,
  DeadlineStatusReader,
  StoredAnnotation,
} from '../deadline';
import { Visibility } from '../http';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import {
  Day,
  formatDay,
  formatInstant,
  Interval,
  ReportingZone,
  trailingDays,
} from '../time';
import { MoreActions, recommendedActions } from './actions';
import { ComparedDays, metricsWithChange } from './metricsWithChange';
import { DigestFacts, leavesOf } from './DigestFacts';
import { movedIn } from './movements';
import { DigestContent } from './writeDigest';

const METRIC = 'active-users';
const MOST_PAGES = 20;

interface DigestSources {
  clock: Clock;
  zone: ReportingZone;
  samples: SampleStore;
  annotations: Pick<AnnotationStore, 'during'>;
  use: Pick<UseReporter, 'teams' | 'plugins'>;
  people: Pick<LifecycleReporter, 'lifecycle'>;
  owners: Pick<OwnerReporter, 'ofDay'>;
  pages: Pick<PageLoadReporter, 'routes'>;
  scorecard: Pick<ScorecardReporter, 'ofDay'>;
  deadlineStatus: Pick<DeadlineStatusReader, 'readDay'>;
  moreActions: MoreActions;
}

/**
 * Sums up what a closed week or month brought. Everything is as of the end of
 * its last day, so that it says the same whenever it is asked.
 */
export class DigestReporter {
  constructor(private readonly sources: DigestSources) {}

  /**
   * @param visibility - of the reader; groups they may not read are left out
   * @param of - a day of the period; the last closed one without it
   * @throws InputError if that period is not closed
   */
  async report(
    period: DigestPeriod,
    visibility: Visibility,
    of?: Day,
  ): Promise<DigestContent> {
    const { clock, zone } = this.sources;
    const days = await this.#closed(period, of);
    const compared = { lastDay: days.to - 1, before: days.from - 1 };
    const facts = await this.#facts(period, compared, visibility);
    const annotations = await this.sources.annotations.during(days);
    const more = await this.sources.moreActions(facts);
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      period,
      from: formatDay(days.from),
      to: formatDay(days.to),
      asOf: formatInstant(zone.startOf(days.to)),
      metrics: await metricsWithChange(
        facts.metrics,
        compared,
        this.sources.samples,
      ),
      deadline: describeStatus(facts.deadlineStatus),
      people: await this.#people(granularityOf(period), compared.lastDay),
      moved: facts.moved,
      ...movedIn(facts),
      annotations: annotations.map(describeAnnotation),
      actions: recommendedActions(facts, more),
    };
  }

  async #closed(period: DigestPeriod, of?: Day): Promise<Interval> {
    const { clock, samples, zone } = this.sources;
    const closed = await samples.latestDay(METRIC);
    const last = closed ?? zone.dayOf(clock.now()) - 1;
    const newest = lastPeriodEnd(last, period);
    if (of !== undefined && of > newest) {
      const accepted = `days of a ${period} that is over, up to ${formatDay(
        newest,
      )}`;
      throw new InputError(
        refusalOf("parameter 'of'", formatDay(of), accepted),
      );
    }
    return periodOf(of ?? newest, period);
  }

  async #facts(
    period: DigestPeriod,
    compared: ComparedDays,
    visibility: Visibility,
  ): Promise<DigestFacts> {
    const { lastDay } = compared;
    const { use, owners, pages, scorecard, deadlineStatus } = this.sources;
    const asked = { granularity: granularityOf(period), lastDay };
    const [teams, plugins, fourWeeks, metrics, status] = await Promise.all([
      use.teams(asked, visibility),
      use.plugins(asked),
      this.#fourWeeks(lastDay, visibility),
      scorecard.ofDay(lastDay),
      deadlineStatus.readDay(lastDay),
    ]);
    return {
      metrics,
      deadlineStatus: status,
      teams: leavesOf(teams.groups),
      plugins: plugins.plugins,
      moved: daysOf(teams),
      fourWeeks,
      owners: await owners.ofDay(compared, visibility),
      pages: await pages.routes(trailingDays(lastDay, WINDOW_DAYS), {
        kind: 'initial',
        limit: MOST_PAGES,
      }),
    };
  }

  /** What is compared with a target over 28 days. */
  async #fourWeeks(
    lastDay: Day,
    visibility: Visibility,
  ): Promise<DigestFacts['fourWeeks']> {
    const { use } = this.sources;
    const asked = { granularity: 'four-weeks' as const, lastDay };
    const [teams, plugins] = await Promise.all([
      use.teams(asked, visibility),
      use.plugins(asked),
    ]);
    return {
      days: daysOf(teams),
      teams: leavesOf(teams.groups).filter(({ kind }) => kind === 'team'),
      plugins: plugins.plugins,
    };
  }

  async #people(granularity: BreakdownGranularity, lastDay: Day) {
    const days = periodOf(lastPeriodEnd(lastDay, granularity), granularity);
    const { periods } = await this.sources.people.lifecycle(granularity, days);
    const last = periods.at(-1);
    if (!last) {
      return null;
    }
    const { new: first, returning, reactivated, lapsed } = last;
    return { new: first, returning, reactivated, lapsed };
  }
}

/** People are broken down by four weeks, not by months. */
function granularityOf(period: DigestPeriod): BreakdownGranularity {
  return period === 'week' ? 'week' : 'four-weeks';
}

function daysOf({ from, to }: { from: string | null; to: string | null }) {
  return from === null || to === null ? null : { from, to };
}

function describeStatus(deadlineStatus: DeadlineStatus | undefined) {
  if (!deadlineStatus) {
    return null;
  }
  const { state, sentence, daysLeft, latest } = deadlineStatus;
  const probability = latest?.forecast?.probability ?? null;
  const week = latest ? formatDay(latest.week) : null;
  return { state, sentence, week, daysLeft, probability };
}

function describeAnnotation({ day, text, decision }: StoredAnnotation) {
  return { day: formatDay(day), text, decision: decision ?? null };
}
