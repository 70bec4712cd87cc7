import { z } from 'zod';

/** What is said of a setting beside its type; the input of docs and messages. */
export interface SettingMeta {
  /** What is accepted, as a plural: `whole numbers from 1`. */
  accepted?: string;
  /** What it means, for the published schema and the tables. */
  description?: string;
  /** The default, where it is not one value: `counted from the catalog`. */
  otherwise?: string;
  /** `secret` values appear in no message. */
  visibility?: 'secret' | 'frontend';
}

/**
 * A group of keys. Those that it does not know are reported when the plugin
 * starts, and are no error: a newer or another package may know them.
 */
export function section<S extends z.ZodRawShape>(shape: S): z.ZodObject<S> {
  const keys = Object.keys(shape).join(', ');
  return z.object(shape).meta({ accepted: `groups of the keys ${keys}` });
}

/** What entries may be called that people name, such as probes. */
interface NameRule {
  pattern: RegExp;
  /** In words, as a plural. */
  accepted: string;
}

/** Groups of keys under names that people give. */
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

/** Whether there are settings below a schema, and it is none itself. */
export function hasKeys(schema: z.core.$ZodType): boolean {
  const { inner } = unwrap(schema);
  return inner instanceof z.ZodRecord
    ? hasKeys(inner.valueType)
    : inner instanceof z.ZodObject;
}

/** Refuses a value in a transformation, with what its setting accepts. */
export function refuse(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom' });
  return z.NEVER;
}

/** Refuses a key of a section with a sentence that goes on after its name. */
export function refuseKey(
  context: z.RefinementCtx,
  path: string[],
  fault: string,
): never {
  context.addIssue({ code: 'custom', path, params: { fault } });
  return z.NEVER;
}

/** What a schema accepts, below what makes it optional, default or transformed. */
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

/** The schema of what is below a key or an index, if the schema has one. */
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
