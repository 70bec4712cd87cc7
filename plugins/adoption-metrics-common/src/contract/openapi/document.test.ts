import { metricIds } from '../../metrics';
import { openApiDocument } from './document';

const operations = Object.entries(openApiDocument.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
);

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    key === '$ref' ? [String(child)] : referencesIn(child),
  );
}

describe('openApiDocument', () => {
  it('is of version 3.1', () => {
    expect(openApiDocument.openapi).toMatch(/^3\.1\.\d+$/);
  });

  it('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.every(Boolean)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(operations)(
    'describes what $method $path answers',
    ({ operation }) => {
      const statuses = Object.keys(operation.responses);
      const expected = operation.security
        ? ['200', '503']
        : ['200', '401', '403', '503'];
      expect(statuses).toEqual(expect.arrayContaining(expected));
      for (const response of Object.values(operation.responses)) {
        expect(response.description).not.toBe('');
        expect(response.content).toMatchObject({
          'application/json': { schema: { type: 'object' } },
        });
      }
    },
  );

  it.each(operations)(
    'declares each placeholder of $method $path',
    ({ path, operation }) => {
      const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(
        ([, name]) => name,
      );
      const declared = (operation.parameters ?? []).filter(
        parameter => (parameter as { in: string }).in === 'path',
      );
      expect(declared).toEqual(
        placeholders.map(name =>
          expect.objectContaining({
            name,
            required: true,
            schema: { type: 'string', enum: metricIds },
          }),
        ),
      );
    },
  );

  it('holds only defined security schemes and no dangling reference', () => {
    const schemes = Object.keys(openApiDocument.components.securitySchemes);
    const required = openApiDocument.security.flatMap(item =>
      Object.keys(item),
    );
    expect(schemes).toEqual(expect.arrayContaining(required));
    expect(referencesIn(openApiDocument)).toEqual([]);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(openApiDocument))).toEqual(
      openApiDocument,
    );
  });
});
