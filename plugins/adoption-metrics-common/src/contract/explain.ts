import { z } from 'zod';
import { acceptedBy, layersOf } from './accepted';
import { unstorableIn } from './plainTexts';

/** A part of a request that is validated separately. @public */
export type RequestPart = 'path' | 'query' | 'body';

const LONGEST_ECHO = 60;

/**
 * The message for invalid input, used everywhere: `'limit' is '0'; expected
 * whole numbers from 1 to 200`.
 *
 * @param name - of the input, including quotation marks
 * @param accepted - in words; a singular begins with an article
 *
 * @public
 */
export function refusalOf(
  name: string,
  given: unknown,
  accepted: string,
): string {
  return `${name} is ${describe(given)}; expected ${accepted}`;
}

/**
 * Explains what is wrong with a part of a request, and what is accepted.
 *
 * @param issue - the first one reported by zod
 *
 * @public
 */
export function explain(
  issue: z.core.$ZodIssue,
  options: { part: RequestPart; schema: z.ZodType; given: unknown },
): string {
  const { part, schema, given } = options;
  const path = issue.path.map(String);
  const at = schemaAt(schema, path);
  if (issue.code === 'unrecognized_keys') {
    const name = nameOf(part, [...path, issue.keys[0]]);
    return `${name} is unknown; ${knownClause(at, part)}`;
  }
  const name = nameOf(part, path);
  if (issue.code === 'custom' && issue.params?.sentence) {
    return `${name} ${issue.message}`;
  }
  return refusalOf(name, valueAt(given, path), at ? acceptedBy(at) : 'others');
}

/**
 * What a field accepts, in words, for messages that do not repeat what was given.
 *
 * @public
 */
export function acceptedAt(schema: z.ZodType, path: PropertyKey[]): string {
  const at = schemaAt(schema, path.map(String));
  return at ? acceptedBy(at) : 'others';
}

function knownClause(schema: z.ZodType | undefined, part: RequestPart): string {
  const names = Object.keys((schema && shapeOf(schema)) ?? {});
  if (names.length > 0) {
    return `expected ${names.join(', ')}`;
  }
  return part === 'query'
    ? 'this route takes no parameters'
    : 'nothing else is expected';
}

function nameOf(part: RequestPart, path: string[]): string {
  if (part !== 'body') {
    return `'${shorten(path.join('.'))}'`;
  }
  return path.length === 0 ? 'the body' : `field '${shorten(path.join('.'))}'`;
}

function describe(given: unknown): string {
  switch (typeof given) {
    case 'undefined':
      return 'missing';
    case 'string':
      return describeText(given);
    case 'object':
      return describeObject(given);
    default:
      return String(given);
  }
}

// Invalid characters may be invisible, so they are named.
function describeText(given: string): string {
  const unstorable = unstorableIn(given);
  if (unstorable) {
    return `'${shorten(given)}' and contains ${unstorable}`;
  }
  return given === '' ? 'empty' : `'${shorten(given)}'${lengthOf(given)}`;
}

// Where only its beginning is repeated, its length may be what is wrong.
function lengthOf({ length }: string): string {
  return length > LONGEST_ECHO ? ` (${length} characters)` : '';
}

function describeObject(given: object | null): string {
  if (given === null) {
    return 'null';
  }
  return Array.isArray(given) ? describeList(given) : 'an object';
}

function describeList({ length }: unknown[]): string {
  if (length === 0) {
    return 'an empty list';
  }
  return `a list of ${length} ${length === 1 ? 'entry' : 'entries'}`;
}

function shorten(text: string): string {
  const visible = Array.from(text.replace(/\p{C}/gu, ' '));
  return visible.length > LONGEST_ECHO
    ? `${visible.slice(0, LONGEST_ECHO).join('')}…`
    : visible.join('');
}

function valueAt(given: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    given,
  );
}

function schemaAt(schema: z.ZodType, path: string[]): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>(
    (at, key) => at && childOf(at, key),
    schema,
  );
}

function childOf(schema: z.ZodType, key: string): z.ZodType | undefined {
  const { element, valueType } = innermost(schema)._zod.def as {
    element?: z.ZodType;
    valueType?: z.ZodType;
  };
  return shapeOf(schema)?.[key] ?? element ?? valueType;
}

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const { shape } = innermost(schema)._zod.def as {
    shape?: Record<string, z.ZodType>;
  };
  return shape;
}

function innermost(schema: z.ZodType): z.ZodType {
  return layersOf(schema).at(-1)!;
}
