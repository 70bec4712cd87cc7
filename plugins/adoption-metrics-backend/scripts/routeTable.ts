import {
  Caller,
  routeKeys,
  RouteRow,
  rowOf,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import { code, markdownTable } from './markdown';

const permissionPrefix = 'adoption-metrics.';

/** What the table needs of the JSON schema of a parameter or a body. */
interface Shape {
  enum?: unknown[];
  description?: string;
  properties?: object;
}

/** A table of every route of the contract, in Markdown. */
export function routeTable(): string {
  const rows = routeKeys.map(key => rowFor(key, rowOf(key)));
  return markdownTable([
    ['Route', 'For', 'Parameters', 'CSV', 'What it does'],
    ...rows,
  ]);
}

function rowFor(key: string, row: RouteRow): string[] {
  const given = [
    ...listParameters(row.params),
    ...listParameters(row.query),
    ...describeBody(row.body),
  ];
  const { caller, csv, summary } = row;
  return [
    code(key),
    nameCaller(caller),
    given.join('; '),
    csv ? 'yes' : '',
    summary,
  ];
}

function nameCaller(caller: Caller): string {
  switch (caller.kind) {
    case 'anybody':
      return 'anyone';
    case 'authenticated':
      return 'people and services';
    case 'signedIn':
      return 'people';
    case 'observer':
      return `services, ${namePermission(caller)}`;
    case 'reader':
      return namePermission(caller);
    default:
      return `${namePermission(caller)} or administrators`;
  }
}

function namePermission({ permission }: { permission: { name: string } }) {
  return code(permission.name.replace(permissionPrefix, ''));
}

function describeParameter([name, schema]: [string, z.core.$ZodType]): string {
  const { enum: choices } = jsonSchemaOf(schema);
  const byDefault = defaultOf(schema);
  return [code(name), choices?.join(', '), byDefault && `(${byDefault})`]
    .filter(Boolean)
    .join(' ');
}

// What depends on other parameters or on the time stands in the description.
function defaultOf(schema: z.core.$ZodType): string | undefined {
  if (schema instanceof z.ZodDefault) {
    return code(String(schema.def.defaultValue));
  }
  return jsonSchemaOf(schema).description?.match(/default ([^.;]+)/)?.[1];
}

function describeBody(body?: z.ZodType): string[] {
  const { properties = {} } = body ? jsonSchemaOf(body) : {};
  const names = Object.keys(properties).map(code);
  return names.length > 0 ? [`body of ${names.join(', ')}`] : [];
}

function listParameters(schema?: z.ZodObject) {
  return Object.entries(schema?.shape ?? {}).map(describeParameter);
}

function jsonSchemaOf(schema: z.core.$ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
