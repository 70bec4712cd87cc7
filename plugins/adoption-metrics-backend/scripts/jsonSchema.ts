import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema of what people write below `adoptionMetrics`, as Backstage wants
 * it. It stays open: other packages have keys in the same group.
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const root = z.object({ adoptionMetrics: schema });
  return z.toJSONSchema(root, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
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
}
