import { AttributeGroupKind } from 'backstage-plugin-adoption-metrics-common';
import { RARE_VALUE } from '../../people';
import { ElementSet, Partition } from './Partition';

/** One attribute of people, and who has which value. */
export interface AttributeMembers {
  id: string;
  /** Whether it is broken down first, and teams as far as is possible then. */
  beforeTeams: boolean;
  /** Everybody is in one of them; those without a value have `undefined`. */
  values: Array<{ value: string | undefined; members: ElementSet }>;
}

/** People who share an attribute, and whose numbers may be shown. */
export interface AttributeGroup {
  kind: AttributeGroupKind;
  /** The values in it that are kept by name. */
  values: string[];
  /** The atoms of which it consists. */
  atoms: number[];
}

/** The groups of an attribute; none where it cannot be broken down. */
export interface ChosenAttribute {
  id: string;
  beforeTeams: boolean;
  groups: AttributeGroup[];
}

type Draft = Omit<AttributeGroup, 'atoms'> & { members: ElementSet };

/** The groups of an attribute before their atoms are known. */
export interface AttributeDraft extends Omit<ChosenAttribute, 'groups'> {
  groups: Draft[];
}

/**
 * Splits people by the values of an attribute, as far as no set below the
 * minimum can be formed then. Values are taken from the most frequent on; what
 * cannot be told apart is one group together.
 */
export function chooseValues(
  { id, beforeTeams, values }: AttributeMembers,
  partition: Partition,
): AttributeDraft {
  const sorted = values
    .filter(({ members }) => members.length > 0)
    .sort(
      (a, b) =>
        b.members.length - a.members.length ||
        ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
    );
  const shown = sorted.filter(
    ({ value, members }) => value !== RARE_VALUE && partition.accept(members),
  );
  const left = sorted.filter(each => !shown.includes(each));
  return {
    id,
    beforeTeams,
    groups:
      shown.length === 0
        ? []
        : [...shown.map(groupOf), ...(left.length > 0 ? [others(left)] : [])],
  };
}

function groupOf({
  value,
  members,
}: AttributeMembers['values'][number]): Draft {
  return value === undefined
    ? { kind: 'none', values: [], members }
    : { kind: 'value', values: [value], members };
}

function others(left: AttributeMembers['values']): Draft {
  return {
    kind: 'others',
    values: namesOf(left.map(({ value }) => value)),
    members: left.flatMap(({ members }) => Array.from(members)),
  };
}

function namesOf(values: Array<string | undefined>): string[] {
  return values.filter(
    value => value !== undefined && value !== RARE_VALUE,
  ) as string[];
}

/**
 * What remains of the groups of an attribute under a larger minimum; what is
 * hidden is among its others.
 *
 * @param partition - of the atoms
 */
export function raiseValues(
  attribute: ChosenAttribute,
  partition: Partition,
  atoms: number[],
): ChosenAttribute {
  const shown = attribute.groups
    .filter(({ kind }) => kind !== 'others')
    .filter(group => partition.accept(group.atoms));
  const inside = new Set(shown.flatMap(group => group.atoms));
  const rest = atoms.filter(atom => !inside.has(atom));
  const hidden = attribute.groups.filter(group => !shown.includes(group));
  const groups: AttributeGroup[] =
    rest.length === 0
      ? shown
      : [
          ...shown,
          {
            kind: 'others',
            values: hidden.flatMap(({ values }) => values),
            atoms: rest,
          },
        ];
  return { ...attribute, groups: shown.length === 0 ? [] : groups };
}
