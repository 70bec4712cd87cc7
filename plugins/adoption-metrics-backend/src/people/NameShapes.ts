import { plainText } from '../database';

/** So many people share what a shape may quote. */
const SHARED_BY = 5;

/** Bounds the memory that names of all kinds can take. */
const MOST_PARTS = 1_000;

const MOST_WORDS = 4;
const LONGEST_SHAPE = 200;

const REF = /^([^:]+):([^/]+)\/(.+)$/su;

/** `_contoso.com`, `@contoso.com` or `_fabrikam.com#ext#`. */
const ENDING = /[@_][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:#ext#)?$/iu;

const WORD = /[^._+~@#-]+/gu;

interface NameParts {
  namespace: string;
  local: string;
  /** Empty if the name has none. */
  ending: string;
}

/**
 * Describes the format of sign-in names without naming a person:
 * `default/‹name›`, or `default/‹name›_contoso.com` if several people share the
 * domain. Parts that are not known to be shared are only kept in memory, in
 * limited number.
 */
export class NameShapes {
  readonly #sharedBy = new Map<string, Set<string>>();

  /** Records the namespace and ending of a name. */
  note(entityRef: string): void {
    const parts = partsOf(entityRef);
    this.#noteUse(namespaceKey(parts), entityRef);
    this.#noteUse(parts?.ending, entityRef);
  }

  shapeOf(entityRef: string): string {
    const parts = partsOf(entityRef);
    if (!parts) {
      return 'default/‹name›';
    }
    const { namespace, local, ending } = parts;
    const isKnown =
      namespace === 'default' || this.#isShared(namespaceKey(parts));
    const shape = [
      `${isKnown ? namespace : '‹namespace›'}/`,
      withoutWords(local),
      this.#isShared(ending) ? ending : withoutDomain(ending),
    ];
    return plainText(shape.join(''), { most: LONGEST_SHAPE });
  }

  #noteUse(part: string | undefined, entityRef: string): void {
    if (!part) {
      return;
    }
    const people = this.#sharedBy.get(part) ?? new Set();
    if (people.size < SHARED_BY && this.#sharedBy.size < MOST_PARTS) {
      this.#sharedBy.set(part, people.add(entityRef));
    }
  }

  #isShared(part: string | undefined): boolean {
    return (this.#sharedBy.get(part ?? '')?.size ?? 0) >= SHARED_BY;
  }
}

/** The most common shape of some names. */
export function commonShape(entityRefs: string[]): string | undefined {
  const shapes = new NameShapes();
  entityRefs.forEach(ref => shapes.note(ref));
  const counts = new Map<string, number>();
  for (const ref of entityRefs) {
    const shape = shapes.shapeOf(ref);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}

function partsOf(entityRef: string): NameParts | undefined {
  const [, , namespace, name] =
    entityRef.toLocaleLowerCase('en-US').match(REF) ?? [];
  if (namespace === undefined) {
    return undefined;
  }
  const ending = name.match(ENDING)?.[0] ?? '';
  return {
    namespace,
    local: name.slice(0, name.length - ending.length),
    ending,
  };
}

function namespaceKey(parts: NameParts | undefined): string | undefined {
  return parts && `${parts.namespace}/`;
}

function withoutWords(local: string): string {
  let words = 0;
  return local.replace(WORD, word => {
    words += 1;
    if (words > MOST_WORDS) {
      return '…';
    }
    return /^\p{N}+$/u.test(word) ? '‹number›' : '‹name›';
  });
}

function withoutDomain(ending: string): string {
  return ending && `${ending[0]}‹domain›`;
}
