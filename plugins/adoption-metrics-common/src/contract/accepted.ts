import { z } from 'zod';

interface Words {
  accepted: string;
}

const registeredWords = z.registry<Words>();

/**
 * Describes what a schema accepts, for error messages: "whole numbers from 1 to
 * 200", or "the 'nextCursor' of the previous page".
 *
 * @public
 */
export function accepting<T extends z.ZodType>(schema: T, accepted: string): T {
  registeredWords.add(schema, { accepted });
  return schema;
}

/**
 * What a schema accepts, in words: as set by {@link accepting}, or derived from
 * its shape.
 *
 * @public
 */
export function acceptedBy(schema: z.ZodType): string {
  for (const layer of layersOf(schema)) {
    const words = registeredWords.get(layer);
    if (words) {
      return isNullable(schema) ? `${words.accepted}, or null` : words.accepted;
    }
  }
  return wordsOf(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape,
  );
}

/**
 * A schema and the ones that it wraps, such as the string in an optional
 * string.
 */
export function layersOf(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: input } = schema._zod.def as {
    innerType?: z.ZodType;
    in?: z.ZodType;
  };
  const inner = innerType ?? input;
  return inner ? [schema, ...layersOf(inner)] : [schema];
}

function isNullable(schema: z.ZodType): boolean {
  return layersOf(schema).some(({ _zod }) => _zod.def.type === 'nullable');
}

interface Shape {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

function wordsOf(shape: Shape): string {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) {
    return choices.map(wordsOf).join(', or ');
  }
  if (shape.enum) {
    return shape.enum.join(', ');
  }
  if (shape.const !== undefined) {
    return `the value ${shape.const}`;
  }
  return wordsOfType(shape);
}

function wordsOfType(shape: Shape): string {
  switch (shape.type) {
    case 'string':
      return textsOf(shape);
    case 'integer':
      return `whole numbers${numbersOf(shape)}`;
    case 'number':
      return `numbers${numbersOf(shape)}`;
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return `lists${rangeOf(
        shape.minItems,
        shape.maxItems,
        ' of',
        ' entries',
      )}`;
    case 'object':
      return objectsOf(shape);
    default:
      return 'any values';
  }
}

function textsOf({ format, minLength, maxLength }: Shape): string {
  return format === 'uuid'
    ? 'UUIDs'
    : `texts${rangeOf(minLength, maxLength, ' of', ' characters')}`;
}

function objectsOf({ properties = {} }: Shape): string {
  const names = Object.keys(properties).map(name => `'${name}'`);
  return names.length > 0 ? `objects of ${names.join(', ')}` : 'objects';
}

function numbersOf({ minimum, maximum, exclusiveMinimum }: Shape): string {
  if (exclusiveMinimum !== undefined) {
    const upTo = known(maximum) ? ` up to ${maximum}` : '';
    return ` above ${exclusiveMinimum}${upTo}`;
  }
  return rangeOf(minimum, maximum, ' from', '');
}

// Ignores zod's bounds of safe integers, which mean nothing to a reader.
function known(bound: number | undefined): bound is number {
  return bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
}

function rangeOf(
  least: number | undefined,
  most: number | undefined,
  preposition: string,
  unit: string,
): string {
  if (known(least) && known(most)) {
    return `${preposition} ${least} to ${most}${unit}`;
  }
  if (known(most)) {
    return `${preposition === ' from' ? '' : preposition} up to ${most}${unit}`;
  }
  return known(least) ? `${preposition} ${least}${unit} or more` : '';
}
