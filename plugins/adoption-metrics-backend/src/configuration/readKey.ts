import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { concealAddresses } from '../failures';
import { hasKeys, schemaBelow, SettingMeta, unwrap } from './setting';

const LONGEST_VALUE = 100;

/** A rejected value, where it was found, and what is accepted instead. */
interface Refused {
  key: string;
  value: unknown;
  meta: SettingMeta;
  /** Whether this is a group of keys, which may contain secrets. */
  isSection: boolean;
}

/**
 * Reads the value of a key with its schema.
 *
 * @throws InputError with one sentence per mistake, which names the key, what
 * is wrong, and what is accepted
 */
export function readKey<T>(
  config: Config,
  key: string,
  schema: z.ZodType<T>,
): T {
  const value = valueOf(config, key);
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const sentences = result.error.issues.map(issue =>
    sentenceOf(issue, refusedBy(issue, { key, value, schema })),
  );
  throw new InputError([...new Set(sentences)].join('. '));
}

/**
 * The configured value of a key. As elsewhere in Backstage, null counts as
 * absent.
 */
export function valueOf(config: Config, key: string): unknown {
  try {
    return withoutNulls(config.getOptional(key));
  } catch (error) {
    throw new InputError(`${key} cannot be read: ${(error as Error).message}`);
  }
}

// Finds the innermost setting on the path to the issue that says what it
// accepts.
function refusedBy(
  { path }: z.core.$ZodIssue,
  root: { key: string; value: unknown; schema: z.core.$ZodType },
): Refused {
  let { key, value } = root;
  let schema: z.core.$ZodType | undefined = root.schema;
  let refused = describe(key, value, schema);
  for (const step of path) {
    schema = schema && schemaBelow(schema, step);
    value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
    key += typeof step === 'number' ? `[${step}]` : `.${String(step)}`;
    const next = schema && describe(key, value, schema);
    refused = next?.meta.accepted ? next : refused;
  }
  return refused;
}

function describe(
  key: string,
  value: unknown,
  schema: z.core.$ZodType,
): Refused {
  return { key, value, meta: unwrap(schema).meta, isSection: hasKeys(schema) };
}

function sentenceOf(issue: z.core.$ZodIssue, refused: Refused): string {
  if (issue.code === 'custom' && issue.params) {
    const { fault, sentence } = issue.params;
    return sentence ?? `${refused.key} ${fault}`;
  }
  const { key, meta } = refused;
  if (issue.code === 'unrecognized_keys') {
    return `${key} has ${show(issue.keys[0])}; expected ${meta.accepted}`;
  }
  return `${key} ${faultOf(refused)}; expected ${meta.accepted}`;
}

function faultOf({ value, meta, isSection }: Refused): string {
  if (value === undefined) {
    return 'is missing';
  }
  if (value === '') {
    return "is '', possibly because an environment variable is not set";
  }
  if (meta.visibility === 'secret' && typeof value === 'string') {
    return `is a secret of ${value.length} characters`;
  }
  return meta.visibility === 'secret' || isSection
    ? `is ${typeName(value)}`
    : `is ${show(value)}`;
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  const shown = concealAddresses(text);
  return shown.length > LONGEST_VALUE
    ? `${shown.slice(0, LONGEST_VALUE)}…`
    : shown;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(each => withoutNulls(each));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== null);
    return Object.fromEntries(
      entries.map(([name, each]) => [name, withoutNulls(each)]),
    );
  }
  return value ?? undefined;
}
