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

/** Resolves the targets of locations as the catalog does. */
export type Integrations = Pick<ScmIntegrationRegistry, 'resolveUrl'>;

export interface AncestryItem {
  entity: Entity;
  parentEntityRefs: string[];
}

/** An entity with all that leads to it, by ref. */
export type Ancestry = ReadonlyMap<string, AncestryItem>;

/** The file that an entity was read from, such as `url:https://…`. */
export function sourceOf(entity: Entity): string | undefined {
  return annotationOf(entity, ANNOTATION_LOCATION);
}

/** The location that was registered and led to the entity. */
export function originOf(entity: Entity): string | undefined {
  return annotationOf(entity, ANNOTATION_ORIGIN_LOCATION);
}

/** Where a Location points to, each such as `url:https://…`. */
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

/** What may stand before and after a place in a message. */
const BEFORE = `(?:^|[\\s:'"(])`;
const AFTER = `[.,;:!?)\\]'"]*(?:\\s|$)`;

/** More would take too long to match against what somebody contrives. */
const MOST_WILDCARDS = 3;
const LONGEST_MATCHED = 1_000;

/** A file, or a pattern of files, that a Location points to. */
class Target {
  /** Spelled in the same way as that of any other for the same file. */
  readonly name: string;
  readonly #mention: { test(text: string): boolean };
  // Whoever writes a pattern must not be able to keep the process busy with it.
  readonly #pattern: RE2JS | undefined;
  readonly #subject: { test(text: string): boolean };

  /** @param place - such as `url:https://…` */
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
    // An expression has a longest length, beyond which it is an error.
    this.#mention =
      path.length <= LONGEST_MATCHED
        ? new RegExp(`${BEFORE}${literal(path)}${AFTER}`)
        : { test: text => text.includes(path) };
    this.#subject = isPattern
      ? RE2JS.compile(`${BEFORE}${patternOf(path)}${AFTER}`)
      : this.#mention;
  }

  /** Whether a file is meant by it. */
  includes({ name }: Target): boolean {
    const start = name.slice(0, LONGEST_MATCHED);
    return name === this.name || (this.#pattern?.test(start) ?? false);
  }

  /** Whether a decoded message names it. */
  isNamedIn(message: string): boolean {
    return this.#mention.test(message);
  }

  /** Whether a message names it, or a file that it means. */
  isSubjectOf(message: string): boolean {
    return this.#subject.test(message.slice(0, LONGEST_MATCHED));
  }
}

/** Whether it is a Location that the catalog fails to process. */
export function isFailing(entity: Entity): boolean {
  return (
    faultOf(entity) === undefined &&
    entity.kind.toLowerCase() === 'location' &&
    processingErrorsOf(entity).length > 0
  );
}

/**
 * A Location that the catalog fails to process: it takes over nothing from any
 * of the targets until it can read them all. Its errors say which it cannot.
 */
export class FailingLocation {
  readonly #ref: string;
  readonly #firstError: string;
  readonly #errors: string[];
  readonly #targets: Target[];
  readonly #unread: Target[];
  /** Whether any error tells which file it speaks of. */
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

  /** What keeps the catalog from reading a file by way of this Location. */
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

/** A pattern with `*`, `**` and `{a,b}`, which hosts of source code understand. */
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

/** More is no address of a host, but contrived. */
const MOST_DECODINGS = 5;

/** Hosts differ in what they escape, and how often, in addresses of one file. */
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

// The catalog does the same, and takes the target itself for what it cannot resolve.
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
