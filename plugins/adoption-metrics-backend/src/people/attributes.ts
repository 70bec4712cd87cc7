import { Entity } from '@backstage/catalog-model';
import { plainText } from '../database';
import { AttributeReading } from './AttributeStore';
import { AttributeConfig } from './config';
import { OrganizationUser } from './Organization';

/**
 * Stands for values that few people share; they are stored without their name.
 */
export const RARE_VALUE = '';

/** Values beyond this number are combined. */
const MOST_VALUES = 100;
const LONGEST_VALUE = 100;

const keyed = /^metadata\.(labels|annotations)\.(.+)$/;

/** The fields of catalog users that contain attributes. */
export function fieldsOf(attributes: AttributeConfig[]): string[] {
  // Names of labels and annotations can contain dots, which otherwise separate
  // fields.
  const fields = attributes.map(({ field }) => {
    const [, group] = keyed.exec(field) ?? [];
    return group === undefined ? field : `metadata.${group}`;
  });
  return [...new Set(fields)];
}

/** The attributes of a catalog user, by id. */
export function attributesOf(
  entity: Entity,
  attributes: AttributeConfig[],
): Map<string, string> {
  return new Map(
    attributes.flatMap(({ id, field }) => {
      const value = textOf(valueAt(entity, field));
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
}

function valueAt(entity: Entity, field: string): unknown {
  const [, group, name] = keyed.exec(field) ?? [];
  const path =
    group === undefined ? field.split('.') : ['metadata', group, name];
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    entity,
  );
}

function textOf(value: unknown): string | undefined {
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    return undefined;
  }
  const text = plainText(String(value), { most: LONGEST_VALUE }).trim();
  return text === '' ? undefined : text;
}

/**
 * Groups people by value. Values that few people share could identify them, so
 * they are combined without their names.
 *
 * @param ids - person ids of developers
 * @param fewest - minimum number of people for a named value
 */
export function readAttributes(
  ids: Map<OrganizationUser, number>,
  attributes: AttributeConfig[],
  fewest: number,
): AttributeReading[] {
  return attributes.flatMap(({ id: attribute }) => {
    const members = new Map<string, Set<number>>();
    for (const [user, personId] of ids) {
      const value = user.attributes?.get(attribute);
      if (value !== undefined) {
        members.set(value, (members.get(value) ?? new Set()).add(personId));
      }
    }
    const frequent = new Set(
      [...members]
        .filter(([, people]) => people.size >= fewest)
        .sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
        .slice(0, MOST_VALUES)
        .map(([value]) => value),
    );
    const kept = Map.groupBy(members, ([value]) =>
      frequent.has(value) ? value : RARE_VALUE,
    );
    return [...kept].map(([value, groups]) => ({
      attribute,
      value,
      members: [...new Set(groups.flatMap(([, people]) => [...people]))],
    }));
  });
}
