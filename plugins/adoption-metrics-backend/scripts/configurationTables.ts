import { z } from 'zod';
import { schemaBelow } from '../src/configuration';
import { listSettings, Setting, settingOf } from './listSettings';
import { code, markdownTable } from './markdown';

/** A table of everything below a schema, in Markdown. */
export function tableOf(schema: z.ZodType, path: string[] = []): string {
  const rows = joinAlike(listSettings(schema, path)).map(setting => [
    code(setting.path.join('.')),
    defaultOf(setting),
    // Two of them would be emphasis.
    (setting.meta.accepted ?? '').replaceAll('_', '\\_'),
    setting.meta.description ?? '',
  ]);
  return markdownTable([['Key', 'Default', 'Values', 'Meaning'], ...rows]);
}

/** A table of some keys and groups of keys, each with a link to more. */
export function shortTableOf(
  schema: z.ZodType,
  keys: Array<{ key: string; more: string }>,
): string {
  const rows = keys.map(({ key, more }) => {
    const path = key.split('.');
    const setting = settingOf(schemaAt(schema, path), path);
    const meaning = setting.meta.description ?? '';
    return [code(key), defaultOf(setting), meaning, more];
  });
  return markdownTable([['Key', 'Default', 'Meaning', 'More'], ...rows]);
}

function schemaAt(schema: z.core.$ZodType, path: string[]): z.core.$ZodType {
  return path.reduce((above, key) => schemaBelow(above, key)!, schema);
}

// Keys that mean the same in several groups are one row.
function joinAlike(settings: Setting[]): Setting[] {
  const rows = new Map<z.core.$ZodType, Setting>();
  for (const setting of settings) {
    const row = rows.get(setting.schema);
    rows.set(setting.schema, row ? joined(row, setting) : setting);
  }
  return [...rows.values()];
}

function joined(row: Setting, other: Setting): Setting {
  const path = row.path.map((step, index) => {
    const names = [...step.split('/'), other.path[index]];
    const different = [...new Set(names)];
    return different.length > 2 || different.includes('<name>')
      ? '<name>'
      : different.join('/');
  });
  return { ...row, path };
}

function defaultOf({ meta, byDefault, isRequired }: Setting): string {
  if (meta.otherwise !== undefined) {
    return meta.otherwise;
  }
  if (Array.isArray(byDefault) && byDefault.length > 0) {
    return byDefault.map(each => code(String(each))).join(', ');
  }
  if (byDefault !== undefined && typeof byDefault !== 'object') {
    return code(String(byDefault));
  }
  return isRequired ? 'required' : 'none';
}
