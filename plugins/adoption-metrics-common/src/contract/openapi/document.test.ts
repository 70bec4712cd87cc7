import { contract, routeKeys } from '../contract';
import { methodAndPath, RouteRow } from '../routes';
import { openApiDocument, OpenApiOperation } from './document';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
}

const operations = routeKeys.map(key => {
  const { method, path } = methodAndPath(key);
  const operation = openApiDocument.paths[path][method.toLowerCase()];
  return { key, path, operation, row: contract[key] as RouteRow };
});

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    key === '$ref' ? [String(child)] : referencesIn(child),
  );
}

function isDefined(reference: string): boolean {
  const [, ...path] = reference.split('/');
  let target: any = openApiDocument;
  for (const part of path) {
    target = target?.[part];
  }
  return target !== undefined;
}

function parametersOf({ parameters }: OpenApiOperation, part: string) {
  return ((parameters ?? []) as Parameter[]).filter(each => each.in === part);
}

describe('openApiDocument', () => {
  it('is of version 3.1', () => {
    expect(openApiDocument.openapi).toMatch(/^3\.1\.\d+$/);
  });

  it('holds every row of the contract and nothing else', () => {
    const documented = Object.entries(openApiDocument.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual([...routeKeys].sort());
  });

  it('names every operation once, and every tag it uses', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.every(Boolean)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set(operations.flatMap(({ operation }) => operation.tags));
    const known = openApiDocument.tags.map(({ name }) => name);
    expect([...used].sort()).toEqual(known.sort());
  });

  it.each(operations)('describes what $key answers', ({ operation, row }) => {
    const { responses } = operation;
    expect(responses).toHaveProperty('200');
    expect(responses).toHaveProperty('503');
    expect(['401', '403'].every(status => status in responses)).toBe(
      row.caller.kind !== 'anybody',
    );
    expect('304' in responses).toBe(Boolean(row.conditional));
    const { content = {} } = responses[200] as { content?: object };
    expect('text/csv' in content).toBe(Boolean(row.csv));
    expect(content).toHaveProperty('application/json');
  });

  it.each(operations)('declares each placeholder of $key', each => {
    const placeholders = [...each.path.matchAll(/\{(\w+)\}/g)];
    const declared = parametersOf(each.operation, 'path');
    expect(declared.map(({ name }) => name)).toEqual(
      placeholders.map(([, name]) => name),
    );
    expect(declared.every(({ required }) => required)).toBe(true);
  });

  it('holds only defined security schemes and no dangling reference', () => {
    const schemes = Object.keys(openApiDocument.components.securitySchemes);
    const required = openApiDocument.security.flatMap(item =>
      Object.keys(item),
    );
    expect(schemes).toEqual(expect.arrayContaining(required));
    const references = [...new Set(referencesIn(openApiDocument))];
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter(reference => !isDefined(reference))).toEqual([]);
  });

  it('is plain JSON, and says nothing twice', () => {
    const text = JSON.stringify(openApiDocument);
    expect(JSON.parse(text)).toEqual(openApiDocument);
    expect(text.length).toBeLessThan(300_000);
  });
});
