import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema of what people write below `adoptionMetrics`, as Backstage wants
 * it. It stays open: other packages have keys in the same group.
 *
 * Nothing that is written against it keeps a portal from starting. The app's
 * backend does not start where a browser could see the fault, nor where the
 * type `object` or `array` is missing anywhere; a list of types is taken as any
 * other fault.
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const root = z.object({ adoptionMetrics: schema });
  const json = z.toJSONSchema(root, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  return { ...json, type: 'object' };
}

function tidy(schema: JsonSchema): void {
  // Known to the plugin and its docs only.
  delete schema.accepted;
  delete schema.otherwise;
  if (JSON.stringify(schema.default) === '{}') {
    delete schema.default;
  }
  if (schema.maximum === Number.MAX_SAFE_INTEGER) {
    delete schema.maximum;
  }
  if (schema.visibility === 'frontend') {
    delete schema.type;
  }
  if (schema.type === 'object' || schema.type === 'array') {
    // A key without a value is no key.
    Object.assign(schema, { type: [schema.type, 'null'] });
  }
}
