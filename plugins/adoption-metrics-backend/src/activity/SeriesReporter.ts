import { InputError, NotFoundError } from '@backstage/errors';
import {
  ActionKind,
  ActivityGranularity,
  ActivityMeasure,
  ActivitySeries,
  BreakdownGranularity,
  SeriesPoint,
} from 'backstage-plugin-adoption-metrics-common';
import { breathe } from '../database';
import { assertSize, Visibility } from '../http';
import {
  describeDays,
  HEADLINE,
  pointsOf,
  Sample,
  wholePoint,
} from '../samples';
import { Day, endOfPeriod, Interval, startOfPeriod } from '../time';
import { AttributeConfig } from '../people';
import { AtomNumbers } from './AtomNumbers';
import { assertAttribute, idOfGroup } from './attributes';
import { dimensions, METRIC } from './dimensions';
import { periodOf } from './periods';
import {
  PublishedPeriod,
  PublishedPeriodReader,
} from './PublishedPeriodReader';
import { FrozenPeriod } from './publishing';
import { lastDayOf, ReportSources } from './report';
import { assertTeam } from './UseReporter';

/** The maximum number of samples added up for one series. */
const MOST_ROWS = 100_000;

/** Selects a series of active users. */
interface ActivitySeriesRequest {
  days: Interval;
  /** Only available for everyone. */
  measure?: ActivityMeasure;
  /** Defaults to days; for a selection, to four weeks. */
  granularity?: ActivityGranularity;
  /** Entity ref of a team. */
  team?: string;
  /** Id of a plugin. */
  plugin?: string;
  action?: ActionKind;
  /** Id of a configured attribute. */
  attribute?: string;
  /** Id of a group of the attribute. */
  group?: string;
}

/** What a series of closed periods may be of; one at a time. */
const selectors = ['team', 'plugin', 'action', 'attribute'] as const;

type Selection = Pick<
  ActivitySeriesRequest,
  (typeof selectors)[number] | 'group'
>;

/** What the atoms of a group are, in a period; undefined if not published. */
type AtomsOf = (period: PublishedPeriod) => Promise<number[] | undefined>;

/** Selects closed periods. */
interface ClosedPeriodsRequest {
  days: Interval;
  unit: BreakdownGranularity;
  /** All closed periods, oldest first. */
  periods: PublishedPeriod[];
}

const dimensionOfMeasure: Record<
  ActivityMeasure,
  [dimension: string, member: string]
> = {
  monthly: [HEADLINE, ''],
  weekly: [dimensions.days, '7'],
  daily: [dimensions.days, '1'],
  regular: [dimensions.regular, ''],
  stickiness: [dimensions.stickiness, ''],
};

/** Reads series of active users: of everyone, or of a selection. */
export class SeriesReporter {
  readonly #reader: PublishedPeriodReader;

  constructor(
    private readonly sources: ReportSources & { attributes: AttributeConfig[] },
  ) {
    this.#reader = new PublishedPeriodReader(sources);
  }

  /**
   * @param visibility - of the caller
   * @throws InputError if parameters contradict each other
   * @throws NotFoundError if the team, plugin or attribute is unknown
   */
  async series(
    request: ActivitySeriesRequest,
    visibility: Visibility,
  ): Promise<ActivitySeries> {
    checkDimension(request);
    const { days, team, granularity } = request;
    if (team !== undefined) {
      await assertTeam(team, this.sources.uses, visibility);
    }
    if (!isOfClosedPeriods(request)) {
      return this.#ofMeasure(request);
    }
    const unit: BreakdownGranularity =
      granularity === 'week' ? 'week' : 'four-weeks';
    const asked = { days, unit, periods: await this.#closed(days, unit) };
    return {
      ...describeDays(this.sources, days),
      measure: null,
      granularity: unit,
      ...describeSelection(request),
      ...(await this.#ofSelection(request, asked)),
    };
  }

  async #ofSelection(selection: Selection, asked: ClosedPeriodsRequest) {
    const { team, plugin, action, attribute, group } = selection;
    if (team !== undefined) {
      return this.#ofAtoms(asked, async period => {
        const groups = await this.#reader.groups(period);
        return groups.find(({ id }) => id === team)?.group.atoms;
      });
    }
    if (attribute !== undefined) {
      assertAttribute(attribute, this.sources.attributes);
      return this.#ofAtoms(asked, async period => {
        const attributes = await this.#reader.attributes(period);
        const found = attributes.find(({ id }) => id === attribute);
        return found?.groups.find(each => idOfGroup(each) === group)?.atoms;
      });
    }
    return plugin === undefined
      ? this.#ofAction(action!, asked)
      : this.#ofPlugin(plugin, asked);
  }

  async #ofMeasure(request: ActivitySeriesRequest): Promise<ActivitySeries> {
    const { days, measure = 'monthly', granularity = 'day' } = request;
    const [dimension, member] = dimensionOfMeasure[measure];
    const samples = await this.#history(days, dimension, [member]);
    return {
      ...describeDays(this.sources, days),
      measure,
      granularity,
      ...describeSelection({}),
      points: pointsOf(samples, { days, granularity }),
      status: 'published',
    };
  }

  async #ofAtoms(asked: ClosedPeriodsRequest, atomsOf: AtomsOf) {
    const { unit, periods } = asked;
    const atomsByPeriod = await this.#atomsByPeriod(asked, atomsOf);
    checkSize(asked, atomsByPeriod);
    const points: SeriesPoint[] = [];
    for (const period of periods) {
      const atoms = atomsByPeriod.get(period.frozen.firstDay);
      const measured = atoms ? await this.#atoms(period, unit, atoms) : [];
      points.push(
        measured.length > 0
          ? groupPoint(period, { atoms: atoms!, measured })
          : wholePoint(period.days, undefined),
      );
    }
    const newest = periods.at(-1);
    const shown = newest && atomsByPeriod.has(newest.frozen.firstDay);
    return { points, status: statusOf(newest, shown ? 'published' : 'pooled') };
  }

  /** The atoms of a group in each four-week period in which it is published. */
  async #atomsByPeriod(
    { periods }: ClosedPeriodsRequest,
    atomsOf: AtomsOf,
  ): Promise<Map<Day, number[]>> {
    const atoms = new Map<Day, number[]>();
    const byFourWeeks = new Map(
      periods.map(period => [period.frozen.firstDay, period]),
    );
    for (const [firstDay, period] of byFourWeeks) {
      await breathe();
      const found = await atomsOf(period);
      if (found) {
        atoms.set(firstDay, found);
      }
    }
    return atoms;
  }

  async #ofPlugin(pluginId: string, asked: ClosedPeriodsRequest) {
    const samples = await this.#ever(
      dimensions.plugins(asked.unit),
      pluginId,
      asked,
    );
    if (samples.length === 0) {
      throw new NotFoundError(
        `No plugin '${pluginId}' has been used in a closed period; expected plugin IDs such as catalog`,
      );
    }
    return this.#ofPeople(samples, asked);
  }

  /** An action that was never reported is unknown, not zero. */
  async #ofAction(action: ActionKind, asked: ClosedPeriodsRequest) {
    const samples = await this.#ever(
      dimensions.kindPeople(asked.unit),
      action,
      asked,
    );
    return this.#ofPeople(samples.length === 0 ? undefined : samples, asked);
  }

  #ever(
    dimension: string,
    member: string,
    { days }: ClosedPeriodsRequest,
  ): Promise<Sample[]> {
    return this.#history({ from: 0, to: days.to }, dimension, [member]);
  }

  /** @param samples - people by period; undefined if they are unknown */
  async #ofPeople(
    samples: Sample[] | undefined,
    { days, unit, periods }: ClosedPeriodsRequest,
  ) {
    const people = new Map(
      samples?.map(({ day, numerator }) => [day, numerator]),
    );
    // Every measured period has an atom 0.
    const measured = new Map(
      (await this.#history(days, dimensions.atoms(unit), ['0'])).map(sample => [
        sample.day,
        sample,
      ]),
    );
    const points = periods.map(period => {
      const day = period.days.to - 1;
      const sample = measured.get(day);
      return samples && sample && period.status === 'published'
        ? peoplePoint(period, sample, people.get(day) ?? 0)
        : wholePoint(period.days, undefined);
    });
    return { points, status: statusOf(periods.at(-1), 'published') };
  }

  /** Closed periods within a range of days. */
  async #closed(
    days: Interval,
    unit: BreakdownGranularity,
  ): Promise<PublishedPeriod[]> {
    const to = Math.min(days.to, (await lastDayOf(this.sources)) + 1);
    const frozen = await this.sources.periods.during({
      from: startOfPeriod(days.from, 'four-weeks'),
      to,
    });
    return frozen.flatMap(each =>
      periodsOf(each, unit)
        .filter(period => period.from >= days.from && period.to <= to)
        .map(period => this.#reader.describe(period, unit, each)),
    );
  }

  #atoms(
    { days: { to } }: PublishedPeriod,
    unit: BreakdownGranularity,
    atoms: number[],
  ): Promise<Sample[]> {
    const days = { from: to - 1, to };
    return this.#history(days, dimensions.atoms(unit), atoms.map(String));
  }

  #history(
    days: Interval,
    dimension: string,
    members: string[],
  ): Promise<Sample[]> {
    return this.sources.samples.history({
      metric: METRIC,
      dimension,
      members,
      days,
    });
  }
}

/** The weeks of a four-week period, or the period itself. */
function periodsOf(
  { firstDay }: FrozenPeriod,
  unit: BreakdownGranularity,
): Interval[] {
  const to = endOfPeriod(firstDay, 'four-weeks');
  const periods: Interval[] = [];
  for (let from = firstDay; from < to; from = periods.at(-1)!.to) {
    periods.push(periodOf(from, unit));
  }
  return periods;
}

function groupPoint(
  { days, frozen }: PublishedPeriod,
  { atoms, measured }: { atoms: number[]; measured: Sample[] },
): SeriesPoint {
  const numbers = new AtomNumbers(frozen.atomSizes, measured);
  return wholePoint(days, {
    ...measured[0],
    value: numbers.share(atoms),
    numerator: numbers.active(atoms),
    denominator: numbers.people(atoms),
  });
}

function peoplePoint(
  { days, frozen }: PublishedPeriod,
  sample: Sample,
  people: number,
): SeriesPoint {
  return wholePoint(days, {
    ...sample,
    value: sample.value === undefined ? undefined : people / frozen.people,
    numerator: sample.coverage ? people : undefined,
    denominator: frozen.people,
  });
}

/**
 * @throws InputError if a team consists of too many atoms in too many periods
 */
function checkSize(
  { unit, periods }: ClosedPeriodsRequest,
  atoms: Map<Day, number[]>,
): void {
  const sizes = periods.map(
    ({ frozen }) => atoms.get(frozen.firstDay)?.length ?? 0,
  );
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const length = periods.length;
  const named = unit === 'week' ? 'weeks' : 'periods of four weeks';
  assertSize(
    { length, unit: named, rows, series: 'groups of people' },
    MOST_ROWS,
  );
}

function statusOf(
  newest: PublishedPeriod | undefined,
  status: 'published' | 'pooled',
): ActivitySeries['status'] {
  if (!newest) {
    return 'no-closed-period';
  }
  return newest.status === 'published' ? status : newest.status;
}

/** Whether a series is of closed periods, and not of everyone day by day. */
export function isOfClosedPeriods(selection: Selection): boolean {
  return selectors.some(name => selection[name] !== undefined);
}

function describeSelection(selection: Selection) {
  const { team = null, plugin = null, action = null } = selection;
  const { attribute = null, group = null } = selection;
  return { team, plugin, action, attribute, group };
}

function checkDimension(request: ActivitySeriesRequest): void {
  const { attribute, group, measure, granularity } = request;
  const given = selectors.filter(name => request[name] !== undefined);
  if (given.length > 1) {
    throw new InputError(
      `'${given[0]}' and '${given[1]}' are both given; expected only one of them`,
    );
  }
  if ((attribute === undefined) !== (group === undefined)) {
    throw new InputError(
      "'attribute' and 'group' belong together; expected both or neither",
    );
  }
  const [selected] = given;
  if (selected === undefined) {
    return;
  }
  if (measure !== undefined) {
    throw new InputError(
      `'measure' is given with '${selected}'; expected only one of them`,
    );
  }
  if (granularity === 'day' || granularity === 'month') {
    throw new InputError(
      `'granularity' is '${granularity}'; with '${selected}', expected week, four-weeks`,
    );
  }
}
