import { z } from 'zod';
import { hasKeys, schemaBelow, unwrap } from './setting';

/** A key that no schema knows. */
export interface UnknownKey {
  /** In full. */
  key: string;
  /** The known key beside it that is spelled most alike, if one is. */
  nearest?: string;
  /** Known keys of that name above or below, in full. */
  elsewhere?: string[];
  /** All keys that are known beside it. */
  known: string[];
}

/** More places than these help nobody. */
const MOST_PLACES = 3;

/** The keys below a value that its schema does not know. */
export function unknownKeys(
  schema: z.core.$ZodType,
  value: unknown,
  root: string,
): UnknownKey[] {
  const places = placesIn(schema, root);
  return unknownBelow(schema, value, root).map(unknown => ({
    ...unknown,
    elsewhere: placesOf(unknown.key, places),
  }));
}

function unknownBelow(
  schema: z.core.$ZodType,
  value: unknown,
  root: string,
): UnknownKey[] {
  const { inner } = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((each, index) =>
      unknownBelow(inner.element, each, `${root}[${index}]`),
    );
  }
  if (!hasKeys(schema) || typeof value !== 'object' || value === null) {
    return [];
  }
  const known = inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  return Object.entries(value).flatMap(([name, each]) => {
    const below = schemaBelow(inner, name);
    return below
      ? unknownBelow(below, each, `${root}.${name}`)
      : [unknownKey(root, name, known)];
  });
}

/** A key below a root that is not among the known ones. */
export function unknownKey(
  root: string,
  name: string,
  known: string[],
): UnknownKey {
  return { key: `${root}.${name}`, nearest: nearestOf(name, known), known };
}

/** What to report whoever configured an unknown key. */
export function sentenceOn(unknown: UnknownKey): string {
  return `${unknown.key} is unknown and has no effect; ${hintOn(unknown)}`;
}

function hintOn({ key, nearest, elsewhere = [], known }: UnknownKey): string {
  const isBeside = nearest && isSpelledLike(nearest, nameOf(key));
  if (elsewhere.length > 0 && !isBeside) {
    return `did you mean '${elsewhere.join("' or '")}'?`;
  }
  return nearest
    ? `did you mean '${nearest}'?`
    : `known keys are ${known.join(', ')}`;
}

/** Every known key, in full. */
function placesIn(schema: z.core.$ZodType, root: string): string[] {
  const { inner } = unwrap(schema);
  return inner instanceof z.ZodObject
    ? Object.entries<z.core.$ZodType>(inner.shape).flatMap(([name, below]) => {
        const place = `${root}.${name}`;
        return [place, ...placesIn(below, place)];
      })
    : [];
}

// Who mistakes the level puts a key too high or too low, not into another group.
function placesOf(key: string, places: string[]): string[] | undefined {
  const group = groupOf(key);
  const found = places.filter(
    place =>
      isSpelledLike(nameOf(place), nameOf(key)) &&
      (groupOf(place).startsWith(group) || group.startsWith(groupOf(place))),
  );
  return found.length <= MOST_PLACES ? found : undefined;
}

/** With the dot at its end. */
function groupOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.') + 1);
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** Whether two names differ in case and separators only. */
export function isSpelledLike(name: string, other: string): boolean {
  return plain(name) === plain(other);
}

/** Whether a name is probably another one, mistyped. */
export function isAlike(name: string, other: string): boolean {
  const distance = distanceOf(plain(name), plain(other));
  return distance <= Math.ceil(other.length / 4);
}

function nearestOf(name: string, known: string[]): string | undefined {
  const [nearest] = known
    .filter(each => isAlike(name, each))
    .map(each => ({ each, distance: distanceOf(plain(name), plain(each)) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest?.each;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** How many letters have to change to make one word of another. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 0; at < to.length; at += 1) {
      const replaced = row[at] + (letter === to[at] ? 0 : 1);
      next.push(Math.min(replaced, row[at + 1] + 1, next[at] + 1));
    }
    row = next;
  }
  return row[to.length];
}
