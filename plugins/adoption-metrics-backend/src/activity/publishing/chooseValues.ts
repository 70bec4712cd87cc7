import { AttributeGroupKind } from 'backstage-plugin-adoption-metrics-common';
import { RARE_VALUE } from '../../people';
import { ElementSet, Partition } from './Partition';

/** An attribute, and who has which value. */
export interface AttributeMembers {
  id: string;
  /** Whether it takes precedence over teams. */
  beforeTeams: boolean;
  /**
   * Everyone is in exactly one; the value is `undefined` for people without
   * one.
   */
  values: Array<{ value: string | undefined; members: ElementSet }>;
}

/** A group of people with certain values, whose numbers can be published. */
export interface AttributeGroup {
  kind: AttributeGroupKind;
  /** Named values in the group. */
  values: string[];
  /** The atoms that the group consists of. */
  atoms: number[];
}

/** Groups by attribute; empty if it cannot be broken down. */
export interface ChosenAttribute {
  id: string;
  beforeTeams: boolean;
  groups: AttributeGroup[];
}

type Draft = Omit<AttributeGroup, 'atoms'> & { members: ElementSet };

/** Groups by attribute before atoms are known. */
export interface AttributeDraft extends Omit<ChosenAttribute, 'groups'> {
  groups: Draft[];
}

/**
 * Splits people by attribute, as far as no set below the minimum can be
 * derived. The most frequent values come first; values that cannot be published
 * become one group.
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
 * Groups by attribute with a larger minimum. Hidden groups become part of the
 * rest.
 *
 * @param partition - of atoms
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
