import { Breakdown, Target } from 'backstage-plugin-adoption-metrics-common';
import { ActiveUsersMeasurer } from './ActiveUsersMeasurer';
import { ActivitySources } from './ActivitySources';
import { dimensions, WINDOW_DAYS } from './dimensions';
import { describeActivity } from './notes';
import { describePlugins } from './pluginUse';
import {
  HEADLINE,
  Measurement,
  judgeShare,
  undecided,
  Verdict,
  measurementOf,
  describeWindow,
} from '../samples';
import { Day, ReportingZone, trailingDays } from '../time';
import { firstDayBehind } from './periods';
import { MetricSource, Reading, ReadingTime } from '../parts';

/** Active users as a share of the organisation's developers. */
export class ActiveUsersMetric implements MetricSource {
  readonly id = 'active-users';
  readonly name = 'Active users';
  readonly unit = 'share';
  readonly windowDays = WINDOW_DAYS;
  readonly definition: string;
  readonly #measurer: ActiveUsersMeasurer;

  constructor(
    private readonly options: ActivitySources & {
      target: Target;
      zone: ReportingZone;
      /** Fewest people of whom a breakdown may speak. */
      minimumGroupSize: number;
    },
  ) {
    this.#measurer = new ActiveUsersMeasurer(options);
    this.definition = define(options.headCount);
  }

  get target(): Target {
    return this.options.target;
  }

  prepare(days: Day[]): Promise<void> {
    return this.#measurer.prepare(days);
  }

  firstDayBehind(day: Day): Day {
    return firstDayBehind(day);
  }

  canMeasure(day: Day): Promise<boolean> {
    return this.#measurer.canMeasure(day);
  }

  measure(day: Day): Promise<Measurement[]> {
    return this.#measurer.measure(day);
  }

  async read({ now, closedDay }: ReadingTime): Promise<Reading> {
    const { zone } = this.options;
    const today = zone.dayOf(now);
    const samples = await this.#samplesOf(closedDay);
    const headline = measurementOf(samples, HEADLINE);
    const coverage = headline?.coverage;
    const developers = await this.#countDevelopers(today);
    return {
      value: headline?.value,
      numerator: headline?.numerator,
      denominator: headline?.denominator ?? developers,
      coverage,
      verdict: await this.#judge(headline, closedDay),
      window: describeWindow(zone, {
        lastDay: closedDay,
        days: WINDOW_DAYS,
        observedDays: Math.round((coverage ?? 0) * WINDOW_DAYS),
      }),
      today: await this.#readToday({ today, closedDay, developers }),
      facts: this.#facts(samples),
      notes: await describeActivity(this.options, { today, closedDay }),
      asOf: closedDay === undefined ? undefined : zone.startOf(closedDay + 1),
    };
  }

  async breakdowns({ closedDay }: ReadingTime): Promise<Breakdown[]> {
    if (closedDay === undefined) {
      return [];
    }
    const { samples, minimumGroupSize } = this.options;
    const used = await samples.ofDay(this.id, closedDay, [dimensions.plugin]);
    return [
      {
        id: 'plugins',
        title: 'People by plugin, 28 days',
        unit: 'count',
        rows: describePlugins(used, [], minimumGroupSize).map(
          ({ id, people, suppressed }) => ({
            id,
            label: id,
            value: people,
            ...(suppressed
              ? { hint: `fewer than ${minimumGroupSize} people` }
              : {}),
          }),
        ),
      },
    ];
  }

  async #samplesOf(closedDay: Day | undefined): Promise<Measurement[]> {
    const shown = [HEADLINE, dimensions.days, dimensions.regular];
    return closedDay === undefined
      ? []
      : this.options.samples.ofDay(this.id, closedDay, shown);
  }

  async #judge(
    headline: Measurement | undefined,
    closedDay: Day | undefined,
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
    return numerator > denominator
      ? undecided('misconfigured')
      : judgeShare(numerator, denominator, this.target);
  }

  async #readToday(moment: {
    today: Day;
    closedDay: Day | undefined;
    developers: number | undefined;
  }): Promise<Reading['today']> {
    const { today, closedDay, developers } = moment;
    if (developers === undefined) {
      return null;
    }
    const { activity, headCount } = this.options;
    const population = { day: today, everybody: headCount !== undefined };
    const window = trailingDays(closedDay ?? today - 1, WINDOW_DAYS);
    const [{ counted }, additional] = await Promise.all([
      activity.countActive({ from: today, to: today + 1 }, population),
      activity.countAdditional(window, population),
    ]);
    return { value: counted / developers, count: counted, additional };
  }

  #facts(samples: Measurement[]): Reading['facts'] {
    const headline = measurementOf(samples, HEADLINE);
    const week = measurementOf(samples, dimensions.days, '7');
    const single = measurementOf(samples, dimensions.days, '1');
    const regular = measurementOf(samples, dimensions.regular);
    const facts: Reading['facts'] = {};
    if (headline?.value !== undefined) {
      const { numerator = 0, denominator = 0, n = 0 } = headline;
      const needed = Math.ceil(
        Number((this.target.value * denominator).toFixed(6)),
      );
      facts['people-short'] = Math.max(0, needed - numerator);
      facts['outside-developers'] = Math.max(0, n - numerator);
      facts['regular-users'] = regular?.numerator;
    }
    if (headline) {
      facts['weekly-active'] = week?.numerator;
      facts['daily-active'] = single?.numerator;
    }
    return facts;
  }

  async #countDevelopers(day: Day): Promise<number | undefined> {
    const { headCount, developers } = this.options;
    return headCount ?? (await developers.countOn(day))?.developers;
  }
}

function define(headCount: number | undefined): string {
  const whole =
    headCount === undefined
      ? 'the developers in the software catalog who'
      : 'the configured number of developers, being people who are neither excluded nor gone from the software catalog and';
  return (
    `Share of ${whole} used the portal deliberately (viewed a page, clicked, ` +
    'searched or ran a template) on at least one of the last 28 closed days. ' +
    'Guests, services, automated browsers, background refreshes and people ' +
    'who opted out never count. A working day without any report, after four ' +
    'that had some, is left out as unknown.'
  );
}
