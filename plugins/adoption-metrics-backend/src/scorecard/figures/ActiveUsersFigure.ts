import { Breakdown, Target } from 'backstage-plugin-adoption-metrics-common';
import { ActivityStore } from '../../activity';
import { DeveloperStore } from '../../people';
import { HEADLINE, Measurement, SampleStore } from '../../samples';
import { Day, ReportingZone, trailingDays } from '../../time';
import { judgeShare, undecided, Verdict } from '../verdict';
import { FigureSource, Reading, ReadingTime } from './FigureSource';
import { measurementOf, describeWindow } from './closedDays';

const WINDOW_DAYS = 28;

/** Active users as a share of the organisation's developers. */
export class ActiveUsersFigure implements FigureSource {
  readonly metric = 'active-users';
  readonly name = 'Active users';
  readonly unit = 'share';
  readonly windowDays = WINDOW_DAYS;
  readonly definition =
    'Share of the developers in the software catalog who used the portal ' +
    'deliberately (viewed a page, clicked, searched or ran a template) on at ' +
    'least one of the last 28 closed days. Guests, services, automated ' +
    'browsers and background refreshes never count.';

  constructor(
    private readonly options: {
      target: Target;
      zone: ReportingZone;
      activity: ActivityStore;
      developers: DeveloperStore;
      samples: SampleStore;
      headCount: number | undefined;
      privacyFloor: number;
    },
  ) {}

  get target(): Target {
    return this.options.target;
  }

  async measure(day: Day): Promise<Measurement[]> {
    const [month, week, single, regular, denominator] = await Promise.all([
      this.#countActive(day, WINDOW_DAYS),
      this.#countActive(day, 7),
      this.#countActive(day, 1),
      this.options.activity.countRegular(day),
      this.#countDevelopers(day),
    ]);
    const observed = await this.#observedDays(day);
    const coverage = observed / WINDOW_DAYS;
    const share = (numerator: number) =>
      denominator === undefined ? undefined : numerator / denominator;
    // Nobody can be counted among developers who are not known.
    const counted = (people: number) =>
      denominator === undefined ? undefined : people;
    return [
      {
        cut: HEADLINE,
        cutId: '',
        value: observed === WINDOW_DAYS ? share(month.counted) : undefined,
        numerator: counted(month.counted),
        denominator,
        n: month.total,
        coverage,
      },
      cut('days', '7', week.counted),
      cut('days', '1', single.counted),
      cut('regular', '', regular),
    ];
    function cut(name: string, cutId: string, people: number): Measurement {
      const [value, numerator] = [share(people), counted(people)];
      return { cut: name, cutId, value, numerator, denominator };
    }
  }

  async read({ now, closedDay }: ReadingTime): Promise<Reading> {
    const samples =
      closedDay === undefined
        ? []
        : await this.options.samples.ofDay(this.metric, closedDay);
    const headline = measurementOf(samples, HEADLINE);
    const observedDays =
      closedDay === undefined ? 0 : await this.#observedDays(closedDay);
    const numerator = headline?.numerator;
    const denominator =
      headline?.denominator ??
      (await this.#countDevelopers(this.options.zone.dayOf(now)));
    const collecting = await this.options.activity.firstDay();
    const verdict =
      collecting === undefined
        ? undecided('no-data')
        : this.#judge(headline, observedDays);
    return {
      value: headline?.value,
      numerator,
      denominator,
      coverage: headline?.coverage,
      verdict,
      window: describeWindow(this.options.zone, {
        lastDay: closedDay,
        days: WINDOW_DAYS,
        observedDays,
      }),
      today: await this.#readToday(now, closedDay),
      facts: this.#facts(samples),
      notes: await this.#notes(now),
      asOf:
        closedDay === undefined
          ? undefined
          : this.options.zone.startOf(closedDay + 1),
    };
  }

  async breakdowns({ closedDay }: ReadingTime): Promise<Breakdown[]> {
    if (closedDay === undefined) {
      return [];
    }
    const days = trailingDays(closedDay, WINDOW_DAYS);
    const floor = this.options.privacyFloor;
    const plugins = await this.options.activity.countByPlugin(days);
    return [
      {
        id: 'plugins',
        title: 'People by plugin, 28 days',
        unit: 'count',
        rows: plugins.map(({ pluginId, people }) => ({
          id: pluginId,
          label: pluginId,
          value: people < floor ? null : people,
          ...(people < floor ? { hint: `fewer than ${floor} people` } : {}),
        })),
      },
    ];
  }

  #judge(headline: Measurement | undefined, observedDays: number): Verdict {
    if (!headline || observedDays < WINDOW_DAYS) {
      return undecided('window-incomplete');
    }
    const { numerator = 0, denominator } = headline;
    if (!denominator) {
      return undecided('no-data');
    }
    return numerator > denominator
      ? undecided('misconfigured')
      : judgeShare(numerator, denominator, this.target);
  }

  async #readToday(now: number, closedDay: Day | undefined) {
    const today = this.options.zone.dayOf(now);
    const window = trailingDays(closedDay ?? today - 1, WINDOW_DAYS);
    const [active, additional, developers] = await Promise.all([
      this.#countActive(today, 1),
      this.options.activity.countAdditional(today, window),
      this.#countDevelopers(today),
    ]);
    if (developers === undefined) {
      return null;
    }
    const value = active.counted / developers;
    return { value, count: active.counted, additional };
  }

  #facts(samples: Measurement[]): Reading['facts'] {
    const headline = measurementOf(samples, HEADLINE);
    const week = measurementOf(samples, 'days', '7');
    const single = measurementOf(samples, 'days', '1');
    const regular = measurementOf(samples, 'regular');
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

  async #notes(now: number): Promise<string[]> {
    const today = this.options.zone.dayOf(now);
    const count = await this.options.developers.countOn(today);
    return count?.held
      ? [
          'The catalog suddenly has over 20% fewer users; the former number holds until that is seen twice.',
        ]
      : [];
  }

  async #countActive(day: Day, days: number) {
    const active = await this.options.activity.countActive(
      trailingDays(day, days),
      day,
    );
    const counted =
      this.options.headCount === undefined ? active.developers : active.total;
    return { counted, total: active.total };
  }

  async #countDevelopers(day: Day): Promise<number | undefined> {
    const { headCount, developers } = this.options;
    return headCount ?? (await developers.countOn(day))?.developers;
  }

  // Of the day on which collection began, only a part was seen.
  async #observedDays(day: Day): Promise<number> {
    const first = await this.options.activity.firstDay();
    return first === undefined
      ? 0
      : Math.min(WINDOW_DAYS, Math.max(0, day - first));
  }
}
