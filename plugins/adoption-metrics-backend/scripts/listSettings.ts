import { z } from 'zod';
import { hasKeys, SettingMeta, unwrap } from '../src/configuration';

/** A key of the configuration. */
export interface Setting {
  /** From the root; a name that people choose is `<name>`. */
  path: string[];
  schema: z.core.$ZodType;
  meta: SettingMeta;
  /** As people would write it; undefined if there is none. */
  byDefault: unknown;
  /** Whether it has to be given wherever its group is. */
  isRequired: boolean;
}

/** All keys below a schema that hold a value, in their order. */
export function listSettings(
  schema: z.core.$ZodType,
  path: string[] = [],
): Setting[] {
  const { inner } = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    return listSection(inner, path);
  }
  return inner instanceof z.ZodRecord && hasKeys(inner)
    ? listSettings(inner.valueType, [...path, '<name>'])
    : [settingOf(schema, path)];
}

/** What is said of one key or one group of keys. */
export function settingOf(schema: z.core.$ZodType, path: string[]): Setting {
  const json: { default?: unknown } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return {
    path,
    schema,
    meta: unwrap(schema).meta,
    byDefault: json.default,
    isRequired: !z.safeParse(schema, undefined).success,
  };
}

function listSection(section: z.ZodObject, path: string[]): Setting[] {
  const known = Object.entries(section.shape).flatMap(([key, below]) =>
    listSettings(below, [...path, key]),
  );
  const { catchall } = section.def;
  return catchall
    ? [...known, ...listSettings(catchall, [...path, '<name>'])]
    : known;
}
