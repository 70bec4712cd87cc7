import { NotFoundError } from '@backstage/errors';
import { Visibility } from './CatalogVisibility';

// With bounded repetitions, so that matching takes linear time.
const ENTITY_REF =
  /[^\s:/'"`,;()<>[\]{}|]{1,63}:[^\s:/'"`,;()<>[\]{}|]{1,63}\/[^\s:/'"`,;()<>[\]{}|]{1,700}/gu;

const CLOSING = /[.!?…*_]+$/u;

/** Fields that identify a row. If they are hidden, so is the row. */
const IDENTITY = /^(id|ref|team|groupId)$|Ref$/;

/** Fields that can be null if they are hidden. */
const OPTIONAL = /by$|^(recipient|parentId|teamId)$/i;

const PLACEHOLDER = '(hidden)';

/** Marks values to be removed. */
const GONE = Symbol('hidden');

/**
 * Removes entities that the caller cannot read from a response: rows about them
 * are dropped, optional fields become null, and in sentences they are replaced
 * by `(hidden)`. Entities that are not in the catalog remain.
 */
export async function withoutHidden<T extends object>(
  answer: T,
  visibility: Visibility,
): Promise<T> {
  const refs = new Set<string>();
  collectRefs(answer, refs);
  if (refs.size === 0) {
    return answer;
  }
  const hidden = await visibility.hidden(refs);
  const left = hidden.size === 0 ? answer : strip(answer, hidden);
  if (left === GONE) {
    throw new NotFoundError('Not found, or you do not have access');
  }
  return left as T;
}

function collectRefs(value: unknown, refs: Set<string>): void {
  if (typeof value === 'string') {
    refsIn(value).forEach(ref => refs.add(toLowerCase(ref)));
  } else if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(each => collectRefs(each, refs));
  }
}

function refsIn(text: string): string[] {
  return text.includes(':') && text.includes('/')
    ? (text.match(ENTITY_REF) ?? []).map(ref => ref.replace(CLOSING, ''))
    : [];
}

function strip(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (typeof value === 'string') {
    return stripText(value, hidden);
  }
  if (Array.isArray(value)) {
    return value.map(each => strip(each, hidden)).filter(each => each !== GONE);
  }
  return value !== null && typeof value === 'object'
    ? stripObject(value, hidden)
    : value;
}

function stripText(text: string, hidden: ReadonlySet<string>) {
  if (hidden.has(toLowerCase(text))) {
    return GONE;
  }
  return refsIn(text)
    .filter(ref => hidden.has(toLowerCase(ref)))
    .reduce((rest, ref) => rest.replaceAll(ref, PLACEHOLDER), text);
}

function stripObject(value: object, hidden: ReadonlySet<string>): unknown {
  const fields = Object.entries(value).map(
    ([key, each]) => [key, strip(each, hidden)] as const,
  );
  return fields.some(([key, left]) => left === GONE && IDENTITY.test(key))
    ? GONE
    : Object.fromEntries(
        fields.map(([key, left]) => [
          key,
          left === GONE ? insteadOf(key) : left,
        ]),
      );
}

function insteadOf(key: string): string | null {
  return OPTIONAL.test(key) ? null : PLACEHOLDER;
}

function toLowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
