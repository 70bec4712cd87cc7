import { dirname, join, normalize } from 'node:path';
import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';
import { processingErrorsOf } from './processingErrors';

/**
 * Locations from which entities cannot be read: targets of `Location` entities
 * with processing errors, and everything found through those. The entities keep
 * their last good content and show no error themselves.
 */
export function failingTargets(locations: Entity[]): Set<string> {
  const failing = new Set<string>();
  let pending = locations.filter(each => processingErrorsOf(each).length > 0);
  const visited = new Set<Entity>();
  while (pending.length > 0) {
    for (const location of pending) {
      visited.add(location);
      targetsOf(location).forEach(target => failing.add(target));
    }
    pending = locations.filter(
      each => !visited.has(each) && comesFrom(each, failing),
    );
  }
  return failing;
}

/**
 * Whether a `Location` can affect the result, and has to be kept until all are
 * read. Most are registered ones without errors: they are their own source.
 */
export function mayMatter(location: Entity): boolean {
  const isRegistered = comesFrom(location, new Set(targetsOf(location)));
  return !isRegistered || processingErrorsOf(location).length > 0;
}

/** Normalizes a location, so that its spellings compare equal. */
export function normalizeLocation(location: string): string {
  const [, type, target] = /^([^:]+):(.*)$/s.exec(location) ?? [];
  if (!URL.canParse(target ?? '')) {
    return location.trim();
  }
  return `${type}:${new URL(target).href.replace(/\/$/, '')}`;
}

function comesFrom(location: Entity, failing: Set<string>): boolean {
  const source = sourceOf(location);
  return source !== undefined && failing.has(normalizeLocation(source));
}

function targetsOf(location: Entity): string[] {
  const { type, target, targets } = (location.spec ?? {}) as {
    type?: string;
    target?: string;
    targets?: string[];
  };
  const source = sourceOf(location);
  const all = [...(target ? [target] : []), ...(targets ?? [])];
  // A Location without targets of its own stands for the file that holds it.
  if (all.length === 0) {
    return source ? [normalizeLocation(source)] : [];
  }
  const [, sourceType = 'url', base = ''] =
    /^([^:]+):(.*)$/s.exec(source ?? '') ?? [];
  return all.map(each => {
    const isRelated = type === undefined || type === sourceType;
    const absolute = isRelated
      ? resolve(each, { base, type: sourceType })
      : each;
    return normalizeLocation(`${type ?? sourceType}:${absolute}`);
  });
}

// As the catalog does: against the file that holds the location.
function resolve(target: string, from: { type: string; base: string }): string {
  if (from.type === 'file') {
    return target.startsWith('.')
      ? join(dirname(from.base), target)
      : normalize(target);
  }
  return URL.canParse(target, from.base)
    ? new URL(target, from.base).href
    : target;
}

function sourceOf(location: Entity): string | undefined {
  return location.metadata.annotations?.[ANNOTATION_LOCATION];
}
