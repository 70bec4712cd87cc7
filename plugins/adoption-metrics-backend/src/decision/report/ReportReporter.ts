import {
  AdoptionReport,
  DecisionOptions,
  MoneyReport,
} from 'backstage-plugin-adoption-metrics-common';
import { Clock } from 'backstage-plugin-adoption-metrics-node';
import {
  AnnotationStore,
  DeadlineReporter,
  overallVerdict,
} from '../../deadline';
import { metricsWithChange } from '../../digest';
import { SampleStore } from '../../samples';
import { DayMetric, ScorecardReporter } from '../../scorecard';
import {
  Day,
  formatDay,
  formatInstant,
  Interval,
  parseDay,
  ReportingZone,
} from '../../time';
import { reportedPeriod } from './period';

/** More would not fit on two pages. */
const MOST_TRIED = 10;

const WITHHELD = {
  code: 'no-permission',
  sentence:
    'Money and options require the permission adoption-metrics.decision.read, or an administrator where permissions are disabled.',
} as const;

/** What is asked of a report. */
export interface ReportAsked {
  /** Such as `2026-11` or `2026-Q4`; the last closed month without it. */
  period: string | undefined;
  /** Whether the reader may see money and options. */
  maySeeMoney: boolean;
  /** Whether the reader may change what the money is reckoned from. */
  mayChange: boolean;
}

/** Puts together what leadership decides by. */
export class ReportReporter {
  constructor(
    private readonly sources: {
      clock: Clock;
      zone: ReportingZone;
      samples: SampleStore;
      scorecard: Pick<ScorecardReporter, 'ofDay'>;
      deadline: Pick<DeadlineReporter, 'ofDay'>;
      annotations: Pick<AnnotationStore, 'during' | 'lastDecision'>;
      money(mayChange: boolean): Promise<MoneyReport>;
      options(): Promise<DecisionOptions>;
    },
  ) {}

  /** @throws InputError if the period is not over */
  async report(asked: ReportAsked): Promise<AdoptionReport> {
    const { clock, zone, scorecard, deadline } = this.sources;
    const now = clock.now();
    const today = zone.dayOf(now);
    const period = reportedPeriod(asked.period, await this.#closedDay(today));
    const [metrics, deadlineThen] = await Promise.all([
      scorecard.ofDay(period.to - 1),
      deadline.ofDay(period.to - 1),
    ]);
    return {
      computedAt: formatInstant(now),
      timeZone: zone.name,
      kind: period.kind,
      period: period.id,
      from: formatDay(period.from),
      to: formatDay(period.to),
      asOf: formatInstant(zone.startOf(period.to)),
      today: formatDay(today),
      title: `Developer portal adoption, ${period.title}`,
      verdict: overallVerdict(metrics),
      metrics: await this.#metrics(metrics, period),
      deadline: deadlineThen,
      ...(await this.#tried(period, deadlineThen.deadline?.start)),
      ...(await this.#privileged(asked)),
      decision: await this.#decision(today),
    };
  }

  async #closedDay(today: Day): Promise<Day> {
    const closed = await this.sources.samples.latestDay('active-users');
    return closed ?? today - 1;
  }

  async #metrics(
    metrics: DayMetric[],
    { from, to }: Interval,
  ): Promise<AdoptionReport['metrics']> {
    const compared = { lastDay: to - 1, before: from - 1 };
    const { samples } = this.sources;
    const changed = await metricsWithChange(metrics, compared, samples);
    return changed.map((metric, index) => ({
      ...metric,
      target: metrics[index].target,
    }));
  }

  /** What was noted since the period began, or the deadline if that is longer. */
  async #tried(period: Interval, start: string | undefined) {
    const began = start === undefined ? period.from : parseDay(start)!;
    const from = Math.min(period.from, began);
    const noted = await this.sources.annotations.during({
      from,
      to: period.to,
    });
    const tried = noted
      .filter(({ decision }) => !decision)
      .toReversed()
      .map(({ day, text }) => ({ day: formatDay(day), text }));
    return {
      tried: tried.slice(0, MOST_TRIED),
      earlierTried: Math.max(0, tried.length - MOST_TRIED),
    };
  }

  async #privileged({
    maySeeMoney,
    mayChange,
  }: ReportAsked): Promise<
    Pick<AdoptionReport, 'withheld' | 'money' | 'options'>
  > {
    if (!maySeeMoney) {
      return { withheld: WITHHELD, money: null, options: null };
    }
    const [money, options] = await Promise.all([
      this.sources.money(mayChange),
      this.sources.options(),
    ]);
    return { withheld: null, money, options };
  }

  async #decision(today: Day): Promise<AdoptionReport['decision']> {
    const last = await this.sources.annotations.lastDecision(0, today);
    return last
      ? {
          day: formatDay(last.day),
          option: last.decision,
          text: last.text,
          by: last.writtenBy ?? null,
        }
      : null;
  }
}
