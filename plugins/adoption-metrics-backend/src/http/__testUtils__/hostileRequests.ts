import {
  contract,
  methodAndPath,
  paramsSchemaOf,
  querySchemaOf,
  RouteKey,
  RouteRow,
} from 'backstage-plugin-adoption-metrics-common/contract';
import fc from 'fast-check';
import { RawRequest } from './RawClient';
import {
  BASE,
  callers,
  exampleOf,
  pathOf,
  rightCallerOf,
  WrittenRequest,
} from './SweptPortal';

/** A request that may be refused, but for a reason that is given. */
export interface HostileRequest extends RawRequest {
  /** What the refusal has to name, if there is one. */
  name?: string;
}

const LONG = 'x'.repeat(7_000);

/** Values of parameters, encoded as in a URL. */
const rawValues = [
  '',
  '%00',
  'a%00b',
  '%20',
  '%0d%0aX-Injected:%201',
  // Halves of pairs, an overlong NUL, a byte order mark, text from the right.
  '%ed%a0%80',
  '%f0%9f%98',
  '%c0%80',
  '%ef%bb%bf',
  '%e2%80%ae',
  '%ff',
  '%',
  '%zz',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '%27%3b%20drop%20table%20people%3b%20--',
  '%22',
  '%5c',
  '%25',
  'a%2525%255f',
  '..%2f..%2fetc%2fpasswd',
  '%7b%7d',
  '%5b%5d',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  'true',
  '-0',
  '-1',
  '0',
  '1e308',
  '1e400',
  '0x10',
  '1.5',
  '2147483648',
  '4294967296',
  '9007199254740993',
  '9223372036854775808',
  '999999999999999999999999999999',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '1970-01-01',
  '2026-02-30',
  '9999-12-31',
  '%2b10000-01-01',
  '%2b275760-09-13',
  '-000001-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '%2b275760-09-13T00:00:00.001Z',
  '2026-11-23T12:00:00%2b25:00',
  '2026-11-23T24:00:00Z',
  'Mars/Olympus',
  'component:default/%00',
  'component:default/%ed%a0%80',
  'a:b/c',
  `component:default/${'x'.repeat(700)}`,
  ':/',
  LONG,
];

/** Names of parameters that no row has, encoded as in a URL. */
const rawNames = [
  'bogus',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '%ff',
  '%ed%a0%80',
  '',
  'a[b]',
  'a[]',
  'a[__proto__]',
  '__proto__[polluted]',
  'a[b][c][d][e][f][g][h]',
];

/** Values of headers; what is no header does not get as far as the plugin. */
const rawHeaders: Array<Record<string, string>> = [
  { 'If-None-Match': '' },
  { 'If-None-Match': '*' },
  { 'If-None-Match': 'W/"' },
  { 'If-None-Match': `"${'a'.repeat(4_000)}"` },
  { 'If-None-Match': '"a", "b", W/"c", ,,,' },
  { 'If-None-Match': '\u00ff\u00fe' },
  { 'If-Modified-Since': 'Thu, 32 Foo 275760 99:99:99 GMT' },
  { Accept: '' },
  { Accept: 'text/csv' },
  { Accept: 'text/csv;q=0.1, */*;q=nonsense' },
  { Accept: 'application/xml' },
  { Accept: ','.repeat(4_000) },
  { Accept: `${'a/b;'.repeat(1_000)}q=1` },
  { 'Accept-Encoding': 'x' },
  { 'Accept-Language': '\u00ff' },
  { Range: 'bytes=0-0,-1,99-1' },
  { 'X-HTTP-Method-Override': 'DELETE' },
  { 'X-Forwarded-For': "'; --" },
  { 'X-Forwarded-Host': 'evil.example.com' },
  { Host: '[' },
  { Origin: 'null' },
  { Referer: '%00' },
  { 'X-Request-Id': '\u00e9'.repeat(3_000) },
];

/** Bodies that are no body of any row, as bytes. */
const rawBodies: Array<{ body: string | Buffer; type?: string }> = [
  { body: '' },
  { body: ' ' },
  { body: 'null' },
  { body: 'true' },
  { body: '0' },
  { body: '-0' },
  { body: '1e999' },
  { body: '""' },
  { body: '"text"' },
  { body: '[]' },
  { body: '[[[]]]' },
  { body: '{}' },
  { body: '{' },
  { body: '{"a":1,"a":2}' },
  { body: '{"__proto__":{"polluted":true}}' },
  { body: '{"constructor":{"prototype":{"polluted":true}}}' },
  { body: '{"toString":1,"hasOwnProperty":1}' },
  { body: '{"\\u0000":1}' },
  { body: '{"\\ud800":1}' },
  { body: '['.repeat(20_000) },
  { body: `${'['.repeat(5_000)}${']'.repeat(5_000)}` },
  { body: `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}` },
  { body: JSON.stringify('x'.repeat(100_000)) },
  { body: JSON.stringify('x'.repeat(300_000)) },
  { body: Buffer.from([0xff, 0xfe, 0x00]) },
  { body: '\ufeff{}' },
  { body: 'a=1&a=2', type: 'application/x-www-form-urlencoded' },
  { body: '{}', type: 'text/plain' },
  { body: '{}', type: 'application/json; charset=utf-7' },
  { body: '{}', type: 'application/json; charset=utf-16' },
  { body: '<a/>', type: 'application/xml' },
  { body: '{}', type: '' },
  { body: '{}', type: '\u00ff' },
  { body: '--x\r\n\r\n--x--', type: 'multipart/form-data; boundary=x' },
];

/** Values of fields of bodies. */
const values: unknown[] = [
  null,
  true,
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfff',
  '\u202e',
  '\uffff',
  '__proto__',
  'constructor',
  "'; drop table people; --",
  'NaN',
  'x'.repeat(100_000),
  '\u0301'.repeat(50_000),
  0,
  -0,
  -1,
  0.1,
  1e-320,
  2 ** 31,
  2 ** 53 + 2,
  2 ** 63,
  1e308,
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '+275760-09-13',
  '-000001-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.001Z',
  'P999999999Y',
  'Mars/Olympus',
  'component:default/\0',
  [],
  [null],
  ['\0'],
  [[[]]],
  {},
  { toString: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  Array(2_000).fill(''),
];

/** Every request of a fixed list that may embarrass a row. */
export function hostileRequests(key: RouteKey): HostileRequest[] {
  const row: RouteRow = contract[key];
  return [
    ...ofPath(key, row),
    ...ofQuery(key, row),
    ...rawHeaders.map(headers => requestOf(key, { headers })),
    ...rawBodies.map(({ body, type = 'application/json' }) =>
      requestOf(key, {
        body,
        headers: type === '' ? {} : { 'Content-Type': type },
      }),
    ),
    ...ofFields(key, row),
  ];
}

/** Requests to paths of no row. */
export const nowhere: HostileRequest[] = rawValues.flatMap(value =>
  ['GET', 'POST'].map(method => ({
    method,
    target: `${BASE}/${value}?${value}`,
    headers: { Authorization: callers.administrator },
  })),
);

/** Any request to a row with something wrong in several places. */
export function anyHostileRequest(key: RouteKey): fc.Arbitrary<HostileRequest> {
  const row: RouteRow = contract[key];
  const oneOf = (choices: string[]) => fc.constantFrom(...choices);
  const value = fc.oneof(
    oneOf(rawValues),
    fc.string({ unit: 'binary', maxLength: 40 }).map(encodeAny),
  );
  const name = oneOf([...Object.keys(querySchemaOf(row).shape), ...rawNames]);
  const fields = Object.keys(exampleOf(key).body ?? {});
  return fc
    .record({
      params: fc.dictionary(
        oneOf(['id', ...Object.keys(paramsOf(row))]),
        value,
      ),
      query: fc.array(fc.tuple(name, value), { maxLength: 4 }),
      headers: fc.constantFrom({}, ...rawHeaders),
      body: fc.dictionary(
        fields.length > 0 ? oneOf(fields) : fc.string(),
        fc.oneof(fc.constantFrom(...values), fc.jsonValue()),
      ),
    })
    .map(({ params, query, headers, body }) =>
      requestOf(key, {
        params,
        query: query.map(pair => pair.join('=')).join('&'),
        headers,
        ...(row.body && { body: fieldsOf(key, body) }),
      }),
    );
}

function ofPath(key: RouteKey, row: RouteRow): HostileRequest[] {
  return Object.keys(paramsOf(row)).flatMap(name =>
    rawValues
      // Without it, another path is asked.
      .filter(value => value !== '')
      .map(value => requestOf(key, { params: { [name]: value }, name })),
  );
}

function ofQuery(key: RouteKey, row: RouteRow): HostileRequest[] {
  const known = Object.keys(querySchemaOf(row).shape);
  const { query } = exampleOf(key);
  const beside = (name: string, more: string[]) =>
    [
      ...query
        .filter(([other]) => other !== name)
        .map(pair => pair.map(encodeURIComponent).join('=')),
      ...more,
    ].join('&');
  const wrong = known.flatMap(name => [
    ...rawValues.map(value => ({ name, more: [`${name}=${value}`] })),
    { name, more: [name] },
    { name, more: [`${name}=a`, `${name}=a`] },
    { name, more: [`${name}[]=a`] },
    { name, more: [`${name}[a]=b`] },
    { name, more: [`${name}[__proto__]=b`] },
    { name, more: [`${name}=a`, `${name}[b]=c`] },
  ]);
  const unknown = rawNames.map(name => ({
    name: '',
    more: [`${name}=1`],
  }));
  const shapes = ['&&&', '=', '%', '?', '#', LONG].map(shape => ({
    name: '',
    more: [shape],
  }));
  return [...wrong, ...unknown, ...shapes].map(({ name, more }) =>
    requestOf(key, { query: beside(name, more), name: name || undefined }),
  );
}

function ofFields(key: RouteKey, row: RouteRow): HostileRequest[] {
  const fields = row.body ? Object.keys(shapeOf(row.body) ?? {}) : [];
  return fields.flatMap(name =>
    values.map(value =>
      requestOf(key, { body: fieldsOf(key, { [name]: value }), name }),
    ),
  );
}

function fieldsOf(key: RouteKey, fields: object): string {
  return JSON.stringify({ ...(exampleOf(key).body as object), ...fields });
}

function shapeOf(schema: unknown): object | undefined {
  return (schema as { shape?: object }).shape;
}

function paramsOf(row: RouteRow): Record<string, unknown> {
  return paramsSchemaOf(row).shape;
}

/** The example of a row, but for some parts, which are sent as they are. */
function requestOf(
  key: RouteKey,
  parts: {
    params?: Record<string, string>;
    query?: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
    name?: string;
  },
): HostileRequest {
  const { method, path } = methodAndPath(key);
  const example: WrittenRequest = exampleOf(key);
  const { params, headers, name } = parts;
  const query = parts.query ?? String(new URLSearchParams(example.query));
  const { body = bodyOf(example) } = parts;
  const row: RouteRow = contract[key];
  return {
    method,
    target: `${BASE}${pathWith(path, example.params, params)}?${query}`,
    headers: {
      Authorization: callers[rightCallerOf(row)],
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body,
    name,
  };
}

function bodyOf({ body }: WrittenRequest): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

function pathWith(
  path: string,
  example: Record<string, string>,
  raw: Record<string, string> = {},
): string {
  const given = path.replace(/\{(\w+)\}/g, (all, name) =>
    Object.hasOwn(raw, name) ? raw[name] : all,
  );
  return pathOf(given, example);
}

function encodeAny(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
}
