import {
  contract,
  paramsSchemaOf,
  querySchemaOf,
  routeKeys,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import { z } from 'zod';
import {
  documentationPages,
  readDocument,
} from '../__testUtils__/documentation';

/** Paths of other products, whose answers name their users. */
const foreignPaths = ['/audit-log', '/audit-logs'];

interface Call {
  method: string;
  /** With its query. */
  address: string;
  body?: string;
}

/** The calls of curl on a page that begin with `$api`. */
function callsOf(page: string): Call[] {
  const commands = readDocument(page).matchAll(
    /^curl (?:\\\n|[^\n'"]|'[^']*'|"[^"\n]*")*/gm,
  );
  return [...commands].flatMap(([command]) => {
    const address = /\$api(\/[^\s"]*)/.exec(command)?.[1];
    const body = /\s-d '([^']*)'/.exec(command)?.[1];
    const otherwise = body === undefined ? 'GET' : 'POST';
    const method = /\s-X ([A-Z]+)/.exec(command)?.[1] ?? otherwise;
    return address && !command.includes('--data-binary')
      ? [{ method, address, body }]
      : [];
  });
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

const routes = routeKeys.map(key => {
  const [method, path] = key.split(' ');
  return { method, pattern: patternOf(path), row: contract[key] as RouteRow };
});

/** What is wrong with a call, by the contract. */
function faultsOf({ method, address, body }: Call): string[] {
  const { pathname, searchParams } = new URL(address, 'https://portal.test');
  const route = routes.find(
    each => each.method === method && each.pattern.test(pathname),
  );
  if (!route) {
    return [`${method} ${pathname} is no route`];
  }
  const { row, pattern } = route;
  const given: Array<[z.ZodType, unknown]> = [
    [paramsSchemaOf(row), { ...pattern.exec(pathname)?.groups }],
    [querySchemaOf(row), Object.fromEntries(searchParams)],
  ];
  if (body !== undefined) {
    given.push([row.body ?? z.never(), JSON.parse(body)]);
  }
  return given.flatMap(([schema, value]) => {
    const { error } = schema.safeParse(value);
    return error ? [`${method} ${address}: ${z.prettifyError(error)}`] : [];
  });
}

/** The routes that a page names in its sentences, and that do not exist. */
function unknownRoutesOf(page: string): string[] {
  const named = readDocument(page).matchAll(
    /`(?:GET|POST|PUT|DELETE) ([^`?\s]+)/g,
  );
  return [...named]
    .map(([, path]) => path.replace(/^(\/api(\/adoption-metrics)?)?\/v1/, ''))
    .filter(path => !foreignPaths.includes(path))
    .filter(path => !routes.some(({ pattern }) => pattern.test(path)));
}

describe('examples of the REST API', () => {
  it.each(documentationPages)('are accepted in %s', page => {
    expect(callsOf(page).flatMap(faultsOf)).toEqual([]);
    expect(unknownRoutesOf(page)).toEqual([]);
  });

  it('are many, with bodies and without', () => {
    const calls = documentationPages.flatMap(callsOf);
    expect(calls.length).toBeGreaterThan(45);
    expect(calls.filter(({ body }) => body).length).toBeGreaterThan(10);
  });
});
