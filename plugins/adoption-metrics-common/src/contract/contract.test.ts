import { z } from 'zod';
import { acceptedBy } from './accepted';
import { contract, routeKeys } from './contract';
import { paramsSchemaOf, querySchemaOf, RouteRow } from './routes';

const rows = routeKeys.map(key => ({ key, row: contract[key] as RouteRow }));

// What a client sends: everything in a URL is text.
function written(values: object = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value)]),
  );
}

function callerOf({ caller }: RouteRow): string {
  return 'permission' in caller
    ? `${caller.kind} ${caller.permission.name}`
    : caller.kind;
}

function parametersOf(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).map(([name, parameter]) => {
    const isRequired = !(parameter as z.ZodType).safeParse(undefined).success;
    const accepted = acceptedBy(parameter as z.ZodType);
    return `  ${name}${isRequired ? '!' : ''}: ${accepted}`;
  });
}

/** Texts of a Prometheus alert, which are mended rather than refused. */
const mended = ['alerts.labels.*', 'alerts.annotations.*'];

/** The schemas of all texts in a body, by path. */
function textsOf(
  schema: z.ZodType,
  path: string[] = [],
): Array<[string, z.ZodType]> {
  const def = schema._zod.def as {
    innerType?: z.ZodType;
    in?: z.ZodType;
    options?: z.ZodType[];
    element?: z.ZodType;
    valueType?: z.ZodType;
    shape?: Record<string, z.ZodType>;
  };
  if (schema instanceof z.ZodString) {
    return [[path.join('.'), schema]];
  }
  const same = [def.innerType ?? def.in ?? def.element, ...(def.options ?? [])];
  return [
    ...same.flatMap(inner => (inner ? textsOf(inner, path) : [])),
    ...(def.valueType ? textsOf(def.valueType, [...path, '*']) : []),
    ...Object.entries(def.shape ?? {}).flatMap(([name, field]) =>
      textsOf(field, [...path, name]),
    ),
  ];
}

describe('contract', () => {
  // Whoever may call what, and what it takes, is a promise: a row that opens up
  // or accepts more has to be seen in a review.
  it('is this, and changes when someone means it to', () => {
    const lines = rows.flatMap(({ key, row }) => [
      `${key} (${callerOf(row)})`,
      ...parametersOf(paramsSchemaOf(row)),
      ...parametersOf(querySchemaOf(row)),
      ...(row.body ? [`  body: ${acceptedBy(row.body)}`] : []),
    ]);
    expect(lines.join('\n')).toMatchSnapshot();
  });

  it.each(rows)('has an example of $key wherever something is due', each => {
    const { params, query, body, answer } = each.row.example ?? {};
    expect(paramsSchemaOf(each.row).safeParse(written(params)).error).toBe(
      undefined,
    );
    expect(querySchemaOf(each.row).safeParse(written(query)).error).toBe(
      undefined,
    );
    expect(each.row.body?.safeParse(body).error).toBe(undefined);
    const shown = answer && each.row.answer.safeParse(answer);
    expect(shown?.error).toBe(undefined);
  });

  it.each(rows)('is strict about $key', ({ row }) => {
    for (const schema of [paramsSchemaOf(row), querySchemaOf(row)]) {
      expect(schema.def.catchall).toBeInstanceOf(z.ZodNever);
    }
  });

  it.each(['a\0b', 'user:default/a\0b', 'a\ud83d', 'group:default/\udfff'])(
    'accepts %j nowhere, which cannot be stored',
    text => {
      const accepted = rows.flatMap(({ key, row }) =>
        [
          ...Object.entries(paramsSchemaOf(row).shape),
          ...Object.entries(querySchemaOf(row).shape),
          ...(row.body ? textsOf(row.body) : []),
        ]
          .filter(([, schema]) => (schema as z.ZodType).safeParse(text).success)
          .map(([name]) => `${key} ${name}`),
      );
      expect(accepted).toEqual(
        mended.map(name => `POST /uptime/checks ${name}`),
      );
    },
  );

  it('records every act in the audit log, but what people do to themselves', () => {
    const unrecorded = rows
      .filter(({ key, row }) => !key.startsWith('GET ') && !row.audit)
      .map(({ key }) => key);
    expect(unrecorded.sort()).toEqual([
      'POST /events',
      'POST /uptime/checks',
      'PUT /me',
    ]);
  });
});
