import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Digest,
  DigestPeriod,
  Metric,
} from 'backstage-plugin-adoption-metrics-common';
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
import { areComparable, SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import {
  Day,
  formatDay,
  formatInstant,
  Interval,
  ReportingZone,
  trailingDays,
} from '../time';
import { recommendedActions } from './actions';
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
  owners: Pick<OwnerReporter, 'report'>;
  pages: Pick<PageLoadReporter, 'routes' | 'endOfClosedDays'>;
  scorecard: Pick<ScorecardReporter, 'scorecard'>;
  deadlineStatus: Pick<DeadlineStatusReader, 'read'>;
}

/** The last days of two periods that are compared. */
interface ComparedDays {
  lastDay: Day;
  before: Day;
}

/** Sums up what the last closed week or month brought. */
export class DigestReporter {
  constructor(private readonly sources: DigestSources) {}

  /** @param credentials - of the reader; owners they may not read are left out */
  async report(
    period: DigestPeriod,
    credentials: BackstageCredentials,
  ): Promise<DigestContent> {
    const { clock, zone } = this.sources;
    const days = await this.#lastClosed(period);
    const compared = { lastDay: days.to - 1, before: days.from - 1 };
    const facts = await this.#facts(period, credentials);
    const annotations = await this.sources.annotations.during(days);
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      period,
      from: formatDay(days.from),
      to: formatDay(days.to),
      metrics: await this.#changes(facts.metrics, compared),
      deadline: describeStatus(facts.deadlineStatus),
      people: await this.#people(period, days),
      ...movedIn(facts),
      annotations: annotations.map(describeAnnotation),
      actions: recommendedActions(facts),
    };
  }

  async #lastClosed(period: DigestPeriod): Promise<Interval> {
    const { clock, samples, zone } = this.sources;
    const closed = await samples.latestDay(METRIC);
    const last = closed ?? zone.dayOf(clock.now()) - 1;
    return periodOf(lastPeriodEnd(last, period), period);
  }

  async #facts(
    period: DigestPeriod,
    credentials: BackstageCredentials,
  ): Promise<DigestFacts> {
    const granularity = period === 'week' ? 'week' : 'four-weeks';
    const { use, owners, scorecard, deadlineStatus } = this.sources;
    const [teams, plugins, { metrics }, current] = await Promise.all([
      use.teams({ granularity }),
      use.plugins({ granularity }),
      scorecard.scorecard(),
      deadlineStatus.read(),
    ]);
    return {
      metrics,
      deadlineStatus: current,
      teams: leavesOf(teams.groups),
      plugins: plugins.plugins,
      owners: await owners.report(credentials),
      pages: await this.#pages(),
    };
  }

  async #pages() {
    const { pages } = this.sources;
    const days = trailingDays((await pages.endOfClosedDays()) - 1, WINDOW_DAYS);
    return pages.routes(days, { kind: 'initial', limit: MOST_PAGES });
  }

  async #people(granularity: DigestPeriod, days: Interval) {
    const { periods } = await this.sources.people.lifecycle(granularity, days);
    const last = periods.at(-1);
    if (!last) {
      return null;
    }
    const { new: first, returning, reactivated, lapsed } = last;
    return { new: first, returning, reactivated, lapsed };
  }

  #changes(
    metrics: Metric[],
    compared: ComparedDays,
  ): Promise<Digest['metrics']> {
    return Promise.all(
      metrics.map(async ({ id, name, unit, status, statement }) => ({
        id,
        name,
        unit,
        status,
        statement,
        change: await this.#changeOf(id, compared),
      })),
    );
  }

  async #changeOf(
    id: Metric['id'],
    { lastDay, before }: ComparedDays,
  ): Promise<number | null> {
    const days = { from: before, to: lastDay + 1 };
    const headlines = await this.sources.samples.headlines(id, days);
    const now = headlines.find(({ day }) => day === lastDay);
    const then = headlines.find(({ day }) => day === before);
    return now?.value !== undefined &&
      then?.value !== undefined &&
      areComparable(now, then)
      ? now.value - then.value
      : null;
  }
}

function describeStatus(deadlineStatus: DeadlineStatus | undefined) {
  if (!deadlineStatus) {
    return null;
  }
  const { state, sentence, daysLeft, latest } = deadlineStatus;
  const probability = latest?.forecast?.probability ?? null;
  return { state, sentence, daysLeft, probability };
}

function describeAnnotation({ day, text, decision }: StoredAnnotation) {
  return { day: formatDay(day), text, decision: decision ?? null };
}
