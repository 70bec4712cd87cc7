import { dirname, join, normalize } from 'node:path';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RE2JS } from 're2js';
import { faultOf } from './facts';
import { processingErrorsOf } from './processingErrors';
import { UnreadPlace } from './sourceState';

/** Resolves the targets of Locations, as the catalog does. */
export type Integrations = Pick<ScmIntegrationRegistry, 'resolveUrl'>;

export interface AncestryItem {
  entity: Entity;
  parentEntityRefs: string[];
}

/** An entity with everything that led to it, by ref. */
export type Ancestry = ReadonlyMap<string, AncestryItem>;

/** The file that an entity was read from, such as `url:https://…`. */
export function sourceOf(entity: Entity): string | undefined {
  return annotationOf(entity, ANNOTATION_LOCATION);
}

/** The registered Location that led to the entity. */
export function originOf(entity: Entity): string | undefined {
  return annotationOf(entity, ANNOTATION_ORIGIN_LOCATION);
}

/** The targets of a Location, such as `url:https://…`. */
export function targetsOf(
  location: Entity,
  integrations: Integrations,
): string[] {
  const [, sourceType = 'url', base = ''] =
    /^([^:]+):(.*)$/s.exec(sourceOf(location) ?? '') ?? [];
  const { type: given, target, targets } = location.spec ?? {};
  const type = typeof given === 'string' ? given : sourceType;
  return [target, ...(Array.isArray(targets) ? targets : [])]
    .filter(each => typeof each === 'string' && each !== '')
    .map(each => each as string)
    .map(each =>
      type === sourceType ? resolve(each, { type, base, integrations }) : each,
    )
    .map(each => `${type}:${each}`);
}

/** What can surround a URL in a message. */
const BEFORE = `(?:^|[\\s:'"(])`;
const AFTER = `[.,;:!?)\\]'"]*(?:\\s|$)`;

/** With more wildcards, matching a crafted URL would take too long. */
const MOST_WILDCARDS = 3;
const LONGEST_MATCHED = 1_000;

/** A target of a Location: a file, or a pattern of files. */
class Target {
  /** A normalized spelling of the URL. */
  readonly name: string;
  readonly #mention: { test(text: string): boolean };
  // RE2, because the pattern is written by users.
  readonly #pattern: RE2JS | undefined;
  readonly #subject: { test(text: string): boolean };

  /**
   * @param place - such as `url:https://…`
   */
  constructor(readonly place: string) {
    this.name = decoded(place);
    const [, path] = /^[^:]+:(.*)$/s.exec(this.name) ?? ['', this.name];
    const wildcards = path.match(/[*]+/g)?.length ?? 0;
    const isPattern =
      /[*{]/.test(path) &&
      wildcards <= MOST_WILDCARDS &&
      path.length <= LONGEST_MATCHED;
    this.#pattern = isPattern
      ? RE2JS.compile(`^[^:]+:${patternOf(path)}$`)
      : undefined;
    // Expressions that are too long cause an error.
    this.#mention =
      path.length <= LONGEST_MATCHED
        ? new RegExp(`${BEFORE}${literal(path)}${AFTER}`)
        : { test: text => text.includes(path) };
    this.#subject = isPattern
      ? RE2JS.compile(`${BEFORE}${patternOf(path)}${AFTER}`)
      : this.#mention;
  }

  /** Whether the target includes a file. */
  includes({ name }: Target): boolean {
    const start = name.slice(0, LONGEST_MATCHED);
    return name === this.name || (this.#pattern?.test(start) ?? false);
  }

  /** Whether a decoded message contains the URL of this target. */
  isNamedIn(message: string): boolean {
    return this.#mention.test(message);
  }

  /** Whether a message contains this target, or a file that it includes. */
  isSubjectOf(message: string): boolean {
    return this.#subject.test(message.slice(0, LONGEST_MATCHED));
  }
}

/** Whether an entity is a Location that the catalog fails to process. */
export function isFailing(entity: Entity): boolean {
  return (
    faultOf(entity) === undefined &&
    entity.kind.toLowerCase() === 'location' &&
    processingErrorsOf(entity).length > 0
  );
}

/**
 * A Location that the catalog fails to process. The catalog ignores all of its
 * targets until it can read every one of them; its errors say which it cannot.
 */
export class FailingLocation {
  readonly #ref: string;
  readonly #firstError: string;
  readonly #errors: string[];
  readonly #targets: Target[];
  readonly #unread: Target[];
  /** Whether the errors say which files they are about. */
  readonly #isExplained: boolean;

  constructor(location: Entity, integrations: Integrations) {
    this.#ref = stringifyEntityRef(location);
    const errors = processingErrorsOf(location);
    this.#firstError = errors[0];
    this.#errors = errors.map(error => decoded(error));
    this.#targets = targetsOf(location, integrations).map(
      place => new Target(place),
    );
    this.#unread = this.#targets.filter(each => this.#isNamed(each));
    this.#isExplained = this.#errors.some(error =>
      this.#targets.some(each => each.isSubjectOf(error)),
    );
  }

  /** Whether a file is one of the targets, and can be read. */
  reads(source: string): boolean {
    const file = new Target(source);
    const isTarget = this.#targets.some(each => each.includes(file));
    return isTarget && this.unreadFor(source) === undefined;
  }

  /** Why the catalog cannot read a file through this Location. */
  unreadFor(source: string): UnreadPlace | undefined {
    const file = new Target(source);
    if (this.#isNamed(file)) {
      return { place: source };
    }
    const own = this.#targets.filter(each => each.includes(file));
    const isRead = own.some(each => !this.#unread.includes(each));
    const [blamed] = own.length > 0 ? own : this.#unread;
    if (blamed && !isRead) {
      return { place: blamed.place };
    }
    return this.#isExplained ? undefined : this.#any();
  }

  #isNamed(target: Target): boolean {
    return this.#errors.some(error => target.isNamedIn(error));
  }

  #any(): UnreadPlace {
    return this.#targets.length === 1
      ? { place: this.#targets[0].place }
      : { place: this.#ref, message: this.#firstError };
  }
}

/**
 * Converts a pattern with `*`, `**`, and `{a,b}`, as supported by source code
 * hosts.
 */
function patternOf(path: string): string {
  return path
    .split(/(\*\*\/|\*+|\{[^{}]*\})/)
    .map(part => {
      switch (part.charAt(0)) {
        case '*':
          return { '**/': '(?:\\S*/)?', '*': '[^/\\s]*' }[part] ?? '\\S*';
        case '{':
          return `(?:${part.slice(1, -1).split(',').map(literal).join('|')})`;
        default:
          return literal(part);
      }
    })
    .join('');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A URL that needs more decoding is not genuine. */
const MOST_DECODINGS = 5;

/** Hosts differ in how they escape URLs, and how often. */
function decoded(text: string, times = MOST_DECODINGS): string {
  const plain = text.replace(/(?:%[0-9a-f]{2})+/gi, escaped => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
  const isDone = plain === text || times === 1;
  return isDone ? plain : decoded(plain, times - 1);
}

// Like the catalog, falls back to the target itself if it cannot be resolved.
function resolve(
  target: string,
  from: { type: string; base: string; integrations: Integrations },
): string {
  const { type, base, integrations } = from;
  try {
    switch (type) {
      case 'file':
        return target.startsWith('.')
          ? join(dirname(base), target)
          : normalize(target);
      case 'url':
        return integrations.resolveUrl({ url: target, base });
      default:
        return target;
    }
  } catch {
    return target;
  }
}

function annotationOf({ metadata }: Entity, key: string): string | undefined {
  const value: unknown = metadata.annotations?.[key];
  return typeof value === 'string' ? value : undefined;
}
