import {
  DeadlineReport,
  DeadlineSummary,
  DeadlineWeek as WeekAnswer,
  Metric,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import { SampleStore } from '../samples';
import { ScorecardReporter } from '../scorecard';
import {
  Day,
  DAYS_A_WEEK,
  formatDay,
  formatInstant,
  lastDayOfWeek,
  ReportingZone,
} from '../time';
import { Audience } from './Audience';
import { formatDecision, formatDeadline, formatWeek } from './answers';
import { overallVerdict } from './overall';
import { StoredDeadline } from './Deadline';
import { WeeklySample } from './forecast/forecastShare';
import { DeadlineStore } from './DeadlineStore';
import { DeadlineWeekStore } from './DeadlineWeekStore';
import { DeadlineStatus, DeadlineStatusReader } from './DeadlineStatusReader';
import { currentOf, PublishedAdoption, stuckOf, suggestionOf } from './current';
import { straightLineOf } from './straightLine';
import { weeklySamples } from './weeklySamples';

const DEFAULT_GOAL = 0.3;

/** How much history to show before the start, and without a deadline. */
const HISTORY_DAYS = 26 * 7;

const NO_DEADLINE = 'No deadline is set.';

/** Describes the deadline for the REST API. */
export class DeadlineReporter {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      deadlines: Pick<DeadlineStore, 'byId'>;
      weeks: Pick<DeadlineWeekStore, 'latestBy' | 'ofDeadline'>;
      samples: SampleStore;
      scorecard: Pick<ScorecardReporter, 'scorecard'>;
      status: Pick<DeadlineStatusReader, 'read' | 'readDay'>;
      /** Published numbers about adoption. */
      published(): Promise<PublishedAdoption>;
      /** Who is currently notified of changes. */
      audience(): Promise<Audience>;
    },
  ) {}

  /**
   * @param mayChange - whether the caller can change the deadline
   */
  async report(mayChange: boolean): Promise<DeadlineReport> {
    const { clock, zone, samples, scorecard } = this.options;
    const [status, closed, { metrics }] = await Promise.all([
      this.options.status.read(),
      samples.latestDay('active-users'),
      scorecard.scorecard(),
    ]);
    const weekly = await this.#weekly(status?.deadline, closed);
    const goal = status?.deadline.goal ?? DEFAULT_GOAL;
    const { reference, stuckBelow } = await this.options.published();
    const stuck = status ? null : stuckOf(weekly, closed, stuckBelow);
    return {
      computedAt: formatInstant(clock.now()),
      timeZone: zone.name,
      ...formatStatus(status),
      weeks: await this.#weeksOf(status?.deadline),
      ...(await this.options.audience()),
      mayChange,
      current: currentOf(weekly, goal, reference.share),
      reference,
      straightLine: (status && straightLineOf(status.deadline, weekly)) ?? null,
      suggestion: stuck && suggestionOf(stuck),
      stuck,
      history: weekly.map(formatSample),
      metrics: othersOf(metrics),
      verdict: overallVerdict(metrics),
    };
  }

  /** What the homepage card shows. */
  async summary(): Promise<DeadlineSummary> {
    const [status, closed, { nobodyNotified }, { stuckBelow }] =
      await Promise.all([
        this.options.status.read(),
        this.options.samples.latestDay('active-users'),
        this.options.audience(),
        this.options.published(),
      ]);
    const weekly = await this.#weekly(status?.deadline, closed);
    const { deadline, state, daysLeft, latest, decision } =
      formatStatus(status);
    return {
      deadline: deadline && { date: deadline.date, goal: deadline.goal },
      state,
      daysLeft,
      latest,
      isDecided: decision !== null,
      decision: decision && decision.decision,
      nobodyNotified: nobodyNotified && nobodyNotified.reason,
      stuck: status ? null : stuckOf(weekly, closed, stuckBelow),
      history: weekly.map(formatSample),
    };
  }

  /** As it was at the end of a day, according to what was stored by then. */
  async ofDay(day: Day) {
    const status = await this.options.status.readDay(day);
    const weekly = await this.#weekly(status?.deadline, day);
    const { deadline, state, sentence, daysLeft, latest } =
      formatStatus(status);
    const history = weekly.map(formatSample);
    return { deadline, state, sentence, daysLeft, latest, history };
  }

  /** The last closed week that was observed completely. */
  async latestWeek(): Promise<WeeklySample | undefined> {
    const closed = await this.options.samples.latestDay('active-users');
    return (await this.#weekly(undefined, closed)).at(-1);
  }

  /** The last week that ended by a day, as it was known on that day. */
  async weekBy(day: Day): Promise<WeekAnswer | undefined> {
    const { weeks, deadlines, zone } = this.options;
    const stored = await weeks.latestBy(day, zone.startOf(day + 1));
    const deadline = stored && (await deadlines.byId(stored.deadlineId));
    return deadline && formatWeek(stored, deadline);
  }

  async #weeksOf(
    deadline: StoredDeadline | undefined,
  ): Promise<DeadlineReport['weeks']> {
    const weeks = deadline
      ? await this.options.weeks.ofDeadline(deadline.id)
      : [];
    return weeks.map(({ week, state, forecast }) => ({
      week: formatDay(week),
      state,
      probability: forecast?.probability ?? null,
    }));
  }

  async #weekly(deadline: StoredDeadline | undefined, closed?: Day) {
    if (closed === undefined) {
      return [];
    }
    const earliest = closed - HISTORY_DAYS;
    // The straight line begins with the last closed week before the start.
    const before = deadline ? deadline.start - DAYS_A_WEEK : earliest;
    const from = Math.min(earliest, before);
    const days = { from, to: closed + 1 };
    const weekly = weeklySamples(
      await this.options.samples.headlines('active-users', days),
    );
    return weekly.filter(({ coverage }) => coverage === undefined);
  }
}

function formatSample({ week, active, developers }: WeeklySample) {
  return { day: formatDay(lastDayOfWeek(week)), share: active / developers };
}

/** All metrics except active users. */
function othersOf(metrics: Metric[]): DeadlineReport['metrics'] {
  return metrics
    .filter(({ id }) => id !== 'active-users')
    .map(({ id, name, status, statement }) => ({
      id,
      name,
      status,
      statement,
    }));
}

function formatStatus(status: DeadlineStatus | undefined) {
  if (!status) {
    return {
      deadline: null,
      state: null,
      sentence: NO_DEADLINE,
      daysLeft: null,
      latest: null,
      decision: null,
    };
  }
  const { deadline, state, sentence, daysLeft, latest, decision } = status;
  return {
    deadline: formatDeadline(deadline),
    state,
    sentence,
    daysLeft,
    latest: latest ? formatWeek(latest, deadline) : null,
    decision: decision ? formatDecision(decision) : null,
  };
}
