import { z } from 'zod';
import { hasKeys, schemaBelow, unwrap } from './setting';

/** A key that no schema knows. */
export interface UnknownKey {
  /** In full. */
  key: string;
  /** The known key beside it that is spelled most alike, if one is. */
  nearest?: string;
  /** All keys that are known beside it. */
  known: string[];
}

/** The keys below a value that its schema does not know. */
export function unknownKeys(
  schema: z.core.$ZodType,
  value: unknown,
  root: string,
): UnknownKey[] {
  if (!hasKeys(schema) || typeof value !== 'object' || value === null) {
    return [];
  }
  const { inner } = unwrap(schema);
  const known = inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  return Object.entries(value).flatMap(([name, each]) => {
    const below = schemaBelow(inner, name);
    return below
      ? unknownKeys(below, each, `${root}.${name}`)
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
export function sentenceOn({ key, nearest, known }: UnknownKey): string {
  const hint = nearest
    ? `did you mean '${nearest}'?`
    : `known there are ${known.join(', ')}`;
  return `${key} is not known and has no effect; ${hint}`;
}

function nearestOf(name: string, known: string[]): string | undefined {
  const [nearest] = known
    .map(each => ({ each, distance: distanceOf(plain(name), plain(each)) }))
    .filter(({ each, distance }) => distance <= Math.ceil(each.length / 4))
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
