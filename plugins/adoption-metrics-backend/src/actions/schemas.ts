import {
  paramsSchemaOf,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import type { z as registryZ } from 'zod/v3';
import { RegistryZod } from './OfferedAction';

/** The subset of JSON Schema that the contract uses. */
interface JsonShape {
  type?: string | string[];
  enum?: string[];
  const?: string | number | boolean;
  anyOf?: JsonShape[];
  oneOf?: JsonShape[];
  items?: JsonShape;
  properties?: Record<string, JsonShape>;
  required?: string[];
  additionalProperties?: boolean | JsonShape;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  description?: string;
  /** The input form of values that are transformed when they are parsed. */
  override?: JsonShape;
}

type RegistrySchema = registryZ.ZodTypeAny;

/** The field with the codes of English sentences, which no action returns. */
export const WORDING = 'wording';

/** The input of a route's action: all its path and query parameters. */
export function inputShapeOf(row: RouteRow): JsonShape {
  const { query = z.strictObject({}) } = row;
  const all = paramsSchemaOf(row).extend(query.shape).strict();
  return shapeOf(all);
}

/** The output of a route's action. */
export function outputShapeOf({ answer }: RouteRow): JsonShape {
  return shapeOf(answer);
}

// Responses are not transformed, and only the input schema shows which objects
// are strict.
function shapeOf(schema: z.ZodType): JsonShape {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonShape;
}

/**
 * Converts a schema to the registry's zod, which is an older version than ours.
 *
 * @throws Error if the contract uses a feature that is not supported here
 */
export function createRegistrySchema(
  zod: RegistryZod,
  shape: JsonShape,
): RegistrySchema {
  const { override, ...rest } = shape;
  const whole = { ...rest, ...override };
  const schema = schemaOf(zod, whole);
  return whole.description ? schema.describe(whole.description) : schema;
}

function schemaOf(zod: RegistryZod, shape: JsonShape): RegistrySchema {
  const { type } = shape;
  const types = Array.isArray(type)
    ? type.map(one => ({ ...shape, type: one, description: undefined }))
    : undefined;
  const choices = shape.anyOf ?? shape.oneOf ?? types;
  if (choices) {
    return choiceOf(zod, choices);
  }
  if (shape.enum) {
    return zod.enum(shape.enum as [string, ...string[]]);
  }
  if (shape.const !== undefined) {
    return zod.literal(shape.const);
  }
  switch (type) {
    case 'string':
      return zod.string();
    case 'integer':
      return numberOf(zod.number().int(), shape);
    case 'number':
      return numberOf(zod.number(), shape);
    case 'boolean':
      return zod.boolean();
    case 'array':
      return zod.array(createRegistrySchema(zod, shape.items ?? {}));
    case 'object':
      return objectOf(zod, shape);
    default:
      throw new Error(`No action can describe ${JSON.stringify(shape)}`);
  }
}

function choiceOf(zod: RegistryZod, choices: JsonShape[]): RegistrySchema {
  const some = choices.filter(({ type }) => type !== 'null');
  const [first, second, ...others] = some.map(choice =>
    createRegistrySchema(zod, choice),
  );
  const schema = second ? zod.union([first, second, ...others]) : first;
  return some.length < choices.length ? schema.nullable() : schema;
}

// Omits zod's bounds of safe integers, which mean nothing to a reader.
function numberOf(
  number: registryZ.ZodNumber,
  { minimum = -Infinity, maximum = Infinity }: JsonShape,
): RegistrySchema {
  const least = minimum > Number.MIN_SAFE_INTEGER;
  const from = least ? number.min(minimum) : number;
  return maximum < Number.MAX_SAFE_INTEGER ? from.max(maximum) : from;
}

function objectOf(zod: RegistryZod, shape: JsonShape): RegistrySchema {
  const { properties, required = [], additionalProperties } = shape;
  if (!properties && typeof additionalProperties === 'object') {
    const values = createRegistrySchema(zod, additionalProperties);
    return zod.record(zod.string(), values);
  }
  const fields = Object.entries(properties ?? {})
    .filter(([name]) => name !== WORDING)
    .map(([name, field]) => {
      const schema = createRegistrySchema(zod, field);
      return [name, required.includes(name) ? schema : schema.optional()];
    });
  const object = zod.object(Object.fromEntries(fields));
  return additionalProperties === false
    ? object.strict()
    : object.passthrough();
}
