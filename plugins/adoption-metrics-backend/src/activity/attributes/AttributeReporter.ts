import { NotFoundError } from '@backstage/errors';
import { AttributeUse } from 'backstage-plugin-adoption-metrics-common';
import { refusalOf } from 'backstage-plugin-adoption-metrics-common/contract';
import { AttributeConfig } from '../../people';
import { AtomNumbers } from '../AtomNumbers';
import { describePeriod } from '../describePeriod';
import { dimensions, METRIC } from '../dimensions';
import {
  AskedPeriod,
  MeasuredPeriod,
  PublishedPeriodReader,
} from '../PublishedPeriodReader';
import { AttributeGroup, ChosenAttribute } from '../publishing';
import { ReportSources } from '../report';
import { idOfGroup, nameOfGroup } from './describeGroup';

/** Selects a closed period, and an attribute; defaults to all attributes. */
interface AskedAttribute extends AskedPeriod {
  attribute?: string;
}

/** Groups of a period, and their active people. */
interface PeriodGroups {
  numbers: AtomNumbers;
  attributes: Map<string, ChosenAttribute>;
}

type Attribute = AttributeUse['attributes'][number];

/** Reports active users by attribute in closed periods. */
export class AttributeReporter {
  readonly #reader: PublishedPeriodReader;

  constructor(
    private readonly sources: ReportSources & { attributes: AttributeConfig[] },
  ) {
    this.#reader = new PublishedPeriodReader(sources);
  }

  /**
   * @throws InputError if no period begins on that day
   * @throws NotFoundError if there is no such attribute, or if the period is
   * still open or was never broken down
   */
  async attributes({
    attribute,
    ...asked
  }: AskedAttribute): Promise<AttributeUse> {
    const { attributes } = this.sources;
    const chosen = attributes.filter(
      ({ id }) => attribute === undefined || id === attribute,
    );
    if (attribute !== undefined) {
      assertAttribute(attribute, attributes);
    }
    const found = await this.#reader.find(asked);
    const before = found && (await this.#reader.before(found));
    const now = found && (await this.#groupsOf(found));
    const then = before && (await this.#groupsOf(before));
    return {
      ...describePeriod(asked, found, this.sources),
      attributes: chosen.map(config => describe(config, now, then)),
    };
  }

  async #groupsOf(period: MeasuredPeriod): Promise<PeriodGroups> {
    const { unit, days, frozen } = period;
    const samples = await this.sources.samples.ofDay(METRIC, days.to - 1, [
      dimensions.atoms(unit),
    ]);
    const attributes = await this.#reader.attributes(period);
    return {
      numbers: new AtomNumbers(frozen.atomSizes, samples),
      attributes: new Map(attributes.map(each => [each.id, each])),
    };
  }
}

/** @throws NotFoundError if there is no such attribute */
export function assertAttribute(
  attribute: string,
  attributes: AttributeConfig[],
): void {
  if (attributes.every(({ id }) => id !== attribute)) {
    throw new NotFoundError(
      refusalOf("'attribute'", attribute, acceptedOf(attributes)),
    );
  }
}

function acceptedOf(attributes: AttributeConfig[]): string {
  return attributes.length > 0
    ? attributes.map(({ id }) => id).join(', ')
    : 'attributes configured in adoptionMetrics.activity.attributes, of which there are none';
}

function describe(
  { id, title }: AttributeConfig,
  now: PeriodGroups | undefined,
  then: PeriodGroups | undefined,
): Attribute {
  const groups = now?.attributes.get(id)?.groups ?? [];
  const before = new Map(
    then?.attributes
      .get(id)
      ?.groups.map(group => [
        idOfGroup(group),
        then.numbers.share(group.atoms),
      ]),
  );
  return {
    id,
    title,
    isBrokenDown: groups.length > 0,
    groups: groups
      .map(group => describeGroup(group, now!.numbers, before))
      .sort((a, b) => b.developers - a.developers || (a.id < b.id ? -1 : 1)),
  };
}

function describeGroup(
  group: AttributeGroup,
  numbers: AtomNumbers,
  before: Map<string, number | undefined>,
): Attribute['groups'][number] {
  const { kind, values, atoms } = group;
  const id = idOfGroup(group);
  return {
    id,
    kind,
    name: nameOfGroup(group),
    values,
    developers: numbers.people(atoms),
    active: numbers.active(atoms) ?? null,
    share: numbers.share(atoms) ?? null,
    previousShare: before.get(id) ?? null,
  };
}
