import { z } from 'zod';

/**
 * What we know about a setting besides its type. Used in docs and error
 * messages.
 */
export interface SettingMeta {
  /** What is accepted, in the plural: `whole numbers from 1`. */
  accepted?: string;
  /** What it means, for the published schema and the tables. */
  description?: string;
  /** The default, if it is not a fixed value: `counted from the catalog`. */
  otherwise?: string;
  /** The values of `secret` settings never appear in messages. */
  visibility?: 'secret' | 'frontend';
}

/**
 * A group of keys. Unknown keys only cause a warning at startup, because
 * another package, or a newer version, may use them.
 */
export function section<S extends z.ZodRawShape>(shape: S): z.ZodObject<S> {
  const keys = Object.keys(shape).join(', ');
  return z.object(shape).meta({ accepted: `groups of the keys ${keys}` });
}

/** What users can call entries that they name themselves, such as probes. */
interface NameRule {
  pattern: RegExp;
  /** In words, in the plural. */
  accepted: string;
}

/** A group of keys whose names are chosen by the user. */
export function named<T extends z.ZodType>(
  { pattern, accepted }: NameRule,
  schema: T,
) {
  return z
    .record(z.string(), schema)
    .superRefine((entries, context) => {
      const wrong = Object.keys(entries).find(name => !pattern.test(name));
      if (wrong !== undefined) {
        refuseKey(context, [], `has '${wrong}'; expected ${accepted}`);
      }
    })
    .meta({ accepted: 'groups of keys by name' });
}

/** Whether a schema contains other settings, rather than being one. */
export function hasKeys(schema: z.core.$ZodType): boolean {
  const { inner } = unwrap(schema);
  return inner instanceof z.ZodRecord
    ? hasKeys(inner.valueType)
    : inner instanceof z.ZodObject;
}

/**
 * Rejects a value in a transformation; the message says what its setting
 * accepts.
 */
export function refuse(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom' });
  return z.NEVER;
}

/**
 * Rejects a key of a section. `fault` continues the sentence after its name.
 */
export function refuseKey(
  context: z.RefinementCtx,
  path: string[],
  fault: string,
): never {
  context.addIssue({ code: 'custom', path, params: { fault } });
  return z.NEVER;
}

/** The schema below wrappers such as optional, default, or transform. */
export function unwrap(schema: z.core.$ZodType): {
  inner: z.core.$ZodType;
  meta: SettingMeta;
} {
  const meta = (z.globalRegistry.get(schema) ?? {}) as SettingMeta;
  const wrapped = wrappedBy(schema);
  if (!wrapped) {
    return { inner: schema, meta };
  }
  const below = unwrap(wrapped);
  return { inner: below.inner, meta: { ...below.meta, ...meta } };
}

/** The schema of a key or an index, if there is one. */
export function schemaBelow(
  schema: z.core.$ZodType,
  key: PropertyKey,
): z.core.$ZodType | undefined {
  const { inner } = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const shape: Record<PropertyKey, z.core.$ZodType> = inner.shape;
    return Object.hasOwn(shape, key) ? shape[key] : inner.def.catchall;
  }
  if (inner instanceof z.ZodRecord) {
    return inner.valueType;
  }
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

function wrappedBy(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return schema.def.innerType;
  }
  if (schema instanceof z.ZodPipe) {
    const { in: before, out } = schema.def;
    return before instanceof z.ZodTransform ? out : before;
  }
  return undefined;
}
