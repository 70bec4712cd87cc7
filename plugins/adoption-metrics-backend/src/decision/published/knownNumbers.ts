import {
  CostPart,
  DecisionUnit,
} from 'backstage-plugin-adoption-metrics-common';
import { Claim, NumberSubject, Origin } from './Published';
import {
  FileRange,
  GRADE,
  OptionNumber,
  optionNumbers,
  PublishedFile,
} from './schema';

/** A number as it was published, before anything replaces it. */
export interface KnownNumber extends NumberSubject {
  id: string;
  title: string;
  unit: DecisionUnit;
  includes?: CostPart[];
  /** What it is, unless it is the same as another one. */
  claim?: Claim;
  /** The other number that it is the same as. */
  sameAs?: string;
  alsoPublished: Claim[];
  /** Whether it is one number, and no range may replace it. */
  isSingle: boolean;
}

/** Numbers that are counted with as one. */
const SINGLE: ReadonlySet<string> = new Set(['averageAdoption', 'stuckShare']);

/** The id of a number of an option. */
export function optionNumberId(option: string, kind: OptionNumber): string {
  return `${option}.${kind}`;
}

/** The id of what somebody in a role works. */
export function roleNumberId(role: string): string {
  return `role.${role}`;
}

/** The id of what a plan expects in a month. */
export function milestoneNumberId(plan: string, month: number): string {
  return `plan.${plan}.month-${month}`;
}

/** Every number of a file by its id, by which it can be replaced. */
export function knownNumbers(file: PublishedFile): Map<string, KnownNumber> {
  const known = [
    ...generalOf(file),
    ...file.options.flatMap(option => ofOption(option, file)),
    ...rolesOf(file),
    ...milestonesOf(file),
  ];
  return new Map(known.map(number => [number.id, number]));
}

/** Where something is from, by the id of its source. */
export function originOf(
  file: PublishedFile,
  source: string,
  grade: string = GRADE,
): Origin {
  return { ...file.sources[source], grade };
}

function generalOf(file: PublishedFile): KnownNumber[] {
  return Object.entries(file.numbers).map(([id, range]) => ({
    id,
    title: range.title,
    isSingle: SINGLE.has(id),
    ...ofRange(range, file),
  }));
}

function ofOption(
  { id, title, numbers }: PublishedFile['options'][number],
  file: PublishedFile,
): KnownNumber[] {
  return Object.entries(numbers).map(([key, number]) => {
    const kind = key as OptionNumber;
    return {
      id: optionNumberId(id, kind),
      title: optionNumbers[kind].title,
      option: { id, title, kind },
      isSingle: false,
      ...('sameAs' in number
        ? {
            unit: optionNumbers[kind].unit,
            sameAs: number.sameAs,
            alsoPublished: [],
          }
        : ofRange(number, file)),
    };
  });
}

function rolesOf(file: PublishedFile): KnownNumber[] {
  return file.roles.map(({ id, title, year, fte, source }) => ({
    id: roleNumberId(id),
    title: `${title}, ${
      year === 'first' ? 'first year' : 'each following year'
    }`,
    role: { title, year },
    unit: 'FTE',
    claim: { low: fte, high: fte, origin: originOf(file, source) },
    alsoPublished: [],
    isSingle: true,
  }));
}

function milestonesOf(file: PublishedFile): KnownNumber[] {
  return file.plans.flatMap(({ id, title, source, milestones }) =>
    milestones.map(({ month, share }) => ({
      id: milestoneNumberId(id, month),
      title: `Plan "${title}", month ${month}`,
      milestone: { plan: title, month },
      unit: 'share' as const,
      claim: { low: share, high: share, origin: originOf(file, source) },
      alsoPublished: [],
      isSingle: true,
    })),
  );
}

function ofRange(range: FileRange, file: PublishedFile) {
  const { unit, includes, alsoPublished = [] } = range;
  const { currency = file.currency } = range;
  const claimOf = ({
    low,
    high,
    source,
    grade,
  }: (typeof alsoPublished)[0]) => ({
    low,
    high,
    ...(isMoney(unit) && { currency }),
    origin: originOf(file, source, grade),
  });
  return {
    unit,
    ...(includes && { includes }),
    claim: claimOf(range),
    alsoPublished: alsoPublished.map(claimOf),
  };
}

/** Whether a unit is one of money. */
export function isMoney(unit: DecisionUnit): boolean {
  return unit.startsWith('money/');
}
