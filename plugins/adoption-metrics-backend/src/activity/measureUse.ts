import {
  BreakdownGranularity,
  breakdownGranularities,
} from 'backstage-plugin-adoption-metrics-common';
import { Measurement, Sample, SampleStore } from '../samples';
import { Day, Interval, startOfPeriod } from '../time';
import { ActionStore } from './actions';
import { dimensions, isAtomPlugins, isUseOf, METRIC } from './dimensions';
import { MeasuredDay, ratioOf } from './MeasuredDay';
import { endsPeriod, periodOf } from './periods';
import { FrozenPeriod, FrozenPeriodStore } from './publishing';
import { UseStore } from './UseStore';

interface Sources {
  uses: UseStore;
  actions: ActionStore;
  periods: FrozenPeriodStore;
  samples: SampleStore;
  /** The first day for which all data of a retention rule is available. */
  heldFrom(
    rule: 'personPluginDays' | 'frozenMembers',
  ): Promise<Day | undefined>;
}

/** A closed week or four weeks, and who counts. */
interface ClosedPeriod {
  unit: BreakdownGranularity;
  days: Interval;
  frozen: FrozenPeriod;
}

/**
 * Numbers of people by dimension and member. They never decrease when they are
 * measured again: when somebody is forgotten, the difference would reveal them.
 */
class PeopleCounts {
  readonly #counts = new Map<string, Map<string, number>>();

  constructor(private readonly unit: BreakdownGranularity, before: Sample[]) {
    for (const { dimension, member, numerator = 0 } of before) {
      this.raise(dimension, member, numerator);
    }
  }

  raise(dimension: string, member: string, n: number): void {
    const members = this.#counts.get(dimension) ?? new Map<string, number>();
    members.set(member, Math.max(members.get(member) ?? 0, n));
    this.#counts.set(dimension, members);
  }

  count(dimension: string, member: string): number {
    return this.#counts.get(dimension)?.get(member) ?? 0;
  }

  of(dimension: string): Measurement[] {
    const members = this.#counts.get(dimension) ?? new Map<string, number>();
    return [...members].map(([member, n]) => countOf(dimension, member, n));
  }

  byAtomAndPlugin(): Measurement[] {
    return [...this.#counts.keys()]
      .filter(dimension => isAtomPlugins(this.unit, dimension))
      .flatMap(dimension => this.of(dimension));
  }

  /** Adds up atoms, which are disjoint. */
  byPlugin(): Measurement[] {
    const totals = new Map<string, number>();
    for (const { member, numerator = 0 } of this.byAtomAndPlugin()) {
      totals.set(member, (totals.get(member) ?? 0) + numerator);
    }
    return [...totals].map(([pluginId, n]) =>
      countOf(dimensions.plugins(this.unit), pluginId, n),
    );
  }
}

/**
 * Measures usage by atom in the week and in the four weeks that end on a day.
 * Groups are added up from atoms when they are read. Samples that can no longer
 * be measured stay unchanged.
 */
export async function measureUse(
  measured: MeasuredDay,
  sources: Sources,
): Promise<Measurement[]> {
  const { day } = measured;
  const units = breakdownGranularities.filter(unit => endsPeriod(day, unit));
  const frozen =
    units.length > 0 &&
    (await sources.periods.find(startOfPeriod(day, 'four-weeks')));
  if (!frozen) {
    return [];
  }
  const stored = await sources.samples.ofDay(METRIC, day);
  const measurements: Measurement[] = [];
  for (const unit of units) {
    const closed = { unit, days: periodOf(day, unit), frozen };
    const before = stored.filter(({ dimension }) => isUseOf(unit, dimension));
    measurements.push(
      ...((await isHeld(closed, sources))
        ? await measurePeriod(measured, closed, { ...sources, before })
        : before),
    );
  }
  return measurements;
}

async function isHeld(
  { days, frozen }: ClosedPeriod,
  { heldFrom }: Sources,
): Promise<boolean> {
  const plugins = await heldFrom('personPluginDays');
  const members = await heldFrom('frozenMembers');
  return (
    (plugins === undefined || days.from >= plugins) &&
    (members === undefined || frozen.firstDay >= members)
  );
}

async function measurePeriod(
  measured: MeasuredDay,
  closed: ClosedPeriod,
  {
    uses,
    actions,
    before,
  }: { uses: UseStore; actions: ActionStore; before: Sample[] },
): Promise<Measurement[]> {
  const { unit, days, frozen } = closed;
  const people = new PeopleCounts(unit, before);
  for (const { atom, n } of await uses.countByAtom(frozen.firstDay, days)) {
    people.raise(dimensions.atoms(unit), String(atom), n);
  }
  for (const { atom, pluginId, n } of await uses.countByAtomAndPlugin(
    frozen.firstDay,
    days,
  )) {
    people.raise(dimensions.atomPlugins(unit, atom), pluginId, n);
  }
  for (const { kind, n } of await actions.countPeople(frozen.firstDay, days)) {
    people.raise(dimensions.kindPeople(unit), kind, n);
  }
  const observation = measured.observe(days);
  const atoms = frozen.atomSizes.map((denominator, atom) => {
    const key = { dimension: dimensions.atoms(unit), member: String(atom) };
    const numerator = people.count(key.dimension, key.member);
    return ratioOf(key, { numerator, denominator }, observation);
  });
  const interactions = await uses.countActions(days);
  const kinds = await actions.countUses(days);
  return [
    ...atoms,
    ...people.byAtomAndPlugin(),
    ...people.byPlugin(),
    ...people.of(dimensions.kindPeople(unit)),
    ...kinds.map(({ kind, n }) => countOf(dimensions.kindUses(unit), kind, n)),
    ...interactions.map(({ pluginId, n }) =>
      countOf(dimensions.actions(unit), pluginId, n),
    ),
  ];
}

function countOf(dimension: string, member: string, n: number): Measurement {
  return { dimension, member, value: n, numerator: n };
}
