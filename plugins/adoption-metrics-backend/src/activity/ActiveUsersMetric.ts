import {
  Breakdown,
  say,
  Target,
  Wording,
} from 'backstage-plugin-adoption-metrics-common';
import { ActiveUsersMeasurer } from './ActiveUsersMeasurer';
import { ActivityStore } from './ActivityStore';
import { dimensions, METRIC, WINDOW_DAYS } from './dimensions';
import { describeActivity } from './notes';
import {
  HEADLINE,
  HourlyStore,
  ImportedDays,
  inSteps,
  Measurement,
  SampleStore,
  judgeShare,
  undecided,
  Verdict,
  measurementOf,
  describeWindow,
} from '../samples';
import { DeveloperStore, OptOutReader } from '../people';
import {
  Day,
  formatInstant,
  parseDay,
  ReportingZone,
  trailingDays,
  writeDay,
} from '../time';
import { factsOf } from './facts';
import { LifecycleStore } from './LifecycleStore';
import { firstDayBehind } from './periods';
import { MetricSource, Reading, ReadingTime, Today } from '../parts';
import { SilenceService } from './silence';
import { foreignSignIns, SignInNames, signInsIn } from './signIns';
import { UseReporter } from './UseReporter';

/** If less of the window was observed, a target is not called missed. */
const LEAST_COVERAGE = 0.75;

/** Active users as a share of the organization's developers. */
export class ActiveUsersMetric implements MetricSource {
  readonly id = METRIC;
  readonly name = 'Active users';
  readonly unit = 'share';
  readonly windowDays = WINDOW_DAYS;
  readonly definition: Wording[];

  constructor(
    private readonly options: {
      target: Target;
      zone: ReportingZone;
      measurer: ActiveUsersMeasurer;
      activity: ActivityStore;
      lifecycle: LifecycleStore;
      silence: Pick<SilenceService, 'unobserved' | 'lasting'>;
      signInNames: SignInNames;
      developers: DeveloperStore;
      optOuts: OptOutReader;
      samples: SampleStore;
      imported: Pick<ImportedDays, 'among' | 'parts'>;
      hourly: Pick<HourlyStore, 'getOrRead'>;
      /** A configured number of developers, instead of the catalog's. */
      headCount: number | undefined;
      use: Pick<UseReporter, 'plugins'>;
    },
  ) {
    this.definition = define(options.headCount);
  }

  get target(): Target {
    return this.options.target;
  }

  prepare(days: Day[]): Promise<Day[]> {
    return this.options.measurer.prepare(days);
  }

  firstDayBehind(day: Day): Day {
    return firstDayBehind(day);
  }

  canMeasure(day: Day): Promise<boolean> {
    return this.options.measurer.canMeasure(day);
  }

  async restsOnImport(day: Day): Promise<boolean> {
    const window = trailingDays(day, WINDOW_DAYS);
    return (await this.options.imported.among(window)).length > 0;
  }

  measure(day: Day): Promise<Measurement[]> {
    return this.options.measurer.measure(day);
  }

  async read({ now, closedDay }: ReadingTime): Promise<Reading> {
    const today = this.options.zone.dayOf(now);
    const closed = await this.#readClosed(closedDay, this.target);
    const developers = await this.#countDevelopers(today);
    return {
      ...closed,
      denominator: closed.denominator ?? developers,
      today:
        closed.problem || developers === undefined
          ? null
          : await this.options.hourly.getOrRead(
              `today:${this.id}`,
              now,
              hourAt => this.#readToday(hourAt, closedDay),
            ),
      notes: [
        ...closed.notes,
        ...(await describeActivity(this.options, { today, closedDay })),
      ],
    };
  }

  readDay(day: Day, target: Target): Promise<Reading> {
    return this.#readClosed(day, target);
  }

  async breakdowns({ closedDay }: ReadingTime): Promise<Breakdown[]> {
    const { from, to, plugins } = await this.options.use.plugins({
      granularity: 'four-weeks',
      lastDay: closedDay,
    });
    if (from === null || to === null) {
      return [];
    }
    const days = [parseDay(from)!, parseDay(to)! - 1].map(writeDay);
    return [
      {
        id: 'plugins',
        title: `Developers by plugin, ${days.join(' to ')}`,
        unit: 'count',
        rows: plugins.map(({ id, people }) => ({
          id,
          label: id,
          value: people,
        })),
      },
    ];
  }

  async #readClosed(day: Day | undefined, target: Target): Promise<Reading> {
    const { zone } = this.options;
    const samples = await this.#samplesOf(day);
    const headline = measurementOf(samples, HEADLINE);
    const coverage = headline?.coverage;
    const foreign = foreignSignIns(signInsIn(samples));
    return {
      value: headline?.value,
      numerator: headline?.numerator,
      denominator: headline?.denominator,
      coverage,
      verdict: foreign
        ? undecided('misconfigured')
        : await this.#judge(headline, day, target),
      problem: foreign
        ? say('scorecard.reason.foreign-sign-ins')
        : describeEmpty(headline),
      window: describeWindow(zone, {
        lastDay: day,
        days: WINDOW_DAYS,
        observedDays: Math.round((coverage ?? 0) * WINDOW_DAYS),
      }),
      today: null,
      facts: factsOf(samples, target),
      notes: foreign
        ? [
            await this.options.signInNames.describe(foreign, {
              lastDay: day!,
              users: headline?.denominator,
            }),
          ]
        : [],
      asOf: day === undefined ? undefined : zone.startOf(day + 1),
    };
  }

  async #samplesOf(closedDay: Day | undefined): Promise<Measurement[]> {
    const shown = [
      HEADLINE,
      dimensions.days,
      dimensions.regular,
      dimensions.signIns,
    ];
    return closedDay === undefined
      ? []
      : this.options.samples.ofDay(this.id, closedDay, shown);
  }

  async #judge(
    headline: Measurement | undefined,
    closedDay: Day | undefined,
    target: Target,
  ): Promise<Verdict> {
    const firstDay = await this.options.activity.firstDay();
    if (firstDay === undefined) {
      return undecided('no-data');
    }
    if (!headline || closedDay! - WINDOW_DAYS < firstDay) {
      return undecided('window-incomplete');
    }
    const { numerator = 0, denominator, value } = headline;
    if (!denominator) {
      return undecided('no-data');
    }
    if (value === undefined) {
      return undecided('stale-evidence');
    }
    if (numerator > denominator) {
      return undecided('misconfigured');
    }
    const verdict = judgeShare(numerator, denominator, target);
    const isLittle = (headline.coverage ?? 0) < LEAST_COVERAGE;
    // More people may have been active on unobserved days, but never fewer.
    return isLittle && verdict.status === 'missed'
      ? undecided('stale-evidence')
      : verdict;
  }

  async #readToday(hourAt: number, closedDay: Day | undefined): Promise<Today> {
    const { activity, headCount, zone } = this.options;
    const today = zone.dayOf(hourAt);
    const population = { day: today, everybody: headCount !== undefined };
    const window = trailingDays(closedDay ?? today - 1, WINDOW_DAYS);
    const [{ counted }, additional] = await Promise.all([
      activity.countActive({ from: today, to: today + 1 }, population),
      activity.countAdditional(window, population),
    ]);
    return {
      value: null,
      count: inSteps(counted),
      additional: inSteps(additional),
      at: formatInstant(hourAt),
    };
  }

  async #countDevelopers(day: Day): Promise<number | undefined> {
    const { headCount, developers } = this.options;
    return headCount ?? (await developers.countOn(day))?.developers;
  }
}

function describeEmpty(headline: Measurement | undefined): Wording | undefined {
  return headline?.denominator === 0
    ? say('scorecard.reason.no-developers')
    : undefined;
}

function define(headCount: number | undefined): Wording[] {
  return [
    headCount === undefined
      ? say('definitions.active-users')
      : say('definitions.active-users.of-head-count'),
    say('definitions.active-users.not-counted'),
    say('definitions.active-users.silence'),
  ];
}
