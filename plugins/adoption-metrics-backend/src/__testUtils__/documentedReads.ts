import { openApiDocument } from 'backstage-plugin-adoption-metrics-common/contract';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  description?: string;
  schema: Shape;
}

interface Shape {
  $ref?: string;
  enum?: string[];
}

/** Values for parameters that are free, by name. */
type KnownValues = Record<string, string[]>;

/** What stands in paths for something of which there is none. */
const nothing: KnownValues = { id: ['1'] };

/**
 * The paths of all documented reads below `/v1`: each without any parameter and
 * once with every value of every parameter. Routes that are documented later
 * are among them by themselves.
 */
export function documentedReads(known: KnownValues = {}): string[] {
  return Object.entries(openApiDocument.paths).flatMap(([path, { get }]) =>
    get ? readsOf(path, (get.parameters ?? []) as Parameter[], known) : [],
  );
}

function readsOf(
  path: string,
  parameters: Parameter[],
  known: KnownValues,
): string[] {
  const inQuery = parameters.filter(parameter => parameter.in === 'query');
  const queries = inQuery.flatMap(parameter =>
    valuesOf(parameter, known).map(value => `?${parameter.name}=${value}`),
  );
  return pathsOf(path, parameters, known).flatMap(each => [
    each,
    ...queries.map(query => `${each}${query}`),
  ]);
}

function pathsOf(
  path: string,
  parameters: Parameter[],
  known: KnownValues,
): string[] {
  const parameter = parameters.find(({ name }) => path.includes(`{${name}}`));
  if (!parameter) {
    return [path];
  }
  const values = valuesOf(parameter, known);
  if (values.length === 0) {
    throw new Error(`No value is known for '${parameter.name}' of ${path}`);
  }
  return values.flatMap(value =>
    pathsOf(path.replace(`{${parameter.name}}`, value), parameters, known),
  );
}

function valuesOf(
  { name, schema, description }: Parameter,
  known: KnownValues,
): string[] {
  const isInstant = /instant/i.test(description ?? '');
  const values =
    resolve(schema).enum ??
    { ...nothing, ...known }[isInstant ? `${name} instant` : name] ??
    [];
  return values.map(encodeURIComponent);
}

function resolve(schema: Shape): Shape {
  const name = schema.$ref?.split('/').at(-1);
  return name ? openApiDocument.components.schemas[name] : schema;
}
