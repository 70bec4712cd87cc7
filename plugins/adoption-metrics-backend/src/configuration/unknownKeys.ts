import { z } from 'zod';
import { hasKeys, schemaBelow, unwrap } from './setting';

/** A key that is not part of the schema. */
interface UnknownKey {
  /** The full path. */
  key: string;
  /** The known key next to it with the most similar name, if there is one. */
  nearest?: string;
  /** Full paths of known keys with that name on a higher or lower level. */
  elsewhere?: string[];
  /** All known keys next to it. */
  known: string[];
}

/** A longer list of suggestions does not help. */
const MOST_PLACES = 3;

/** Finds keys that are not part of the schema. */
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

/** Describes an unknown key below `root`. */
export function unknownKey(
  root: string,
  name: string,
  known: string[],
): UnknownKey {
  return { key: `${root}.${name}`, nearest: nearestOf(name, known), known };
}

/** The warning about an unknown key. */
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

/** Paths of all known keys. */
function placesIn(schema: z.core.$ZodType, root: string): string[] {
  const { inner } = unwrap(schema);
  return inner instanceof z.ZodObject
    ? Object.entries<z.core.$ZodType>(inner.shape).flatMap(([name, below]) => {
        const place = `${root}.${name}`;
        return [place, ...placesIn(below, place)];
      })
    : [];
}

// A key on the wrong level is usually too high or too low, not in another
// group.
function placesOf(key: string, places: string[]): string[] | undefined {
  const group = groupOf(key);
  const found = places.filter(
    place =>
      isSpelledLike(nameOf(place), nameOf(key)) &&
      (groupOf(place).startsWith(group) || group.startsWith(groupOf(place))),
  );
  return found.length <= MOST_PLACES ? found : undefined;
}

/** Including the dot at its end. */
function groupOf(key: string): string {
  return key.slice(0, key.lastIndexOf('.') + 1);
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** Whether two names differ only in case and separators. */
export function isSpelledLike(name: string, other: string): boolean {
  return plain(name) === plain(other);
}

/** Whether a name is probably a misspelling of another one. */
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

/** The edit distance between two words. */
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
