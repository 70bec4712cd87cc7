import { ResponseError } from '@backstage/errors';
import { failureKindOf, saidBy } from './failure';

const answered = (status: number, body?: BodyInit, type = 'text/plain') =>
  ResponseError.fromResponse(
    new Response(body, { status, headers: { 'Content-Type': type } }),
  );

const said = (status: number, name: string, message: string) =>
  answered(
    status,
    JSON.stringify({
      error: { name, message },
      response: { statusCode: status },
    }),
    'application/json',
  );

const proxyPage = '<html><body><h1>502 Bad Gateway</h1></body></html>';

describe('a failed request', () => {
  it.each([
    ['nothing under the address', answered(404), 'notInstalled'],
    [
      'a page that says so',
      answered(404, '<pre>Cannot GET /api</pre>', 'text/html'),
      'notInstalled',
    ],
    [
      'the page of the app',
      answered(200, '<!doctype html>', 'text/html'),
      'page',
    ],
    ['no session', said(401, 'AuthenticationError', 'No'), 'signedOut'],
    ['no permission', said(403, 'NotAllowedError', 'No'), 'forbidden'],
    ['too many requests', answered(429, 'Too many'), 'limited'],
    ["a proxy's page", answered(502, proxyPage, 'text/html'), 'unavailable'],
    ['a start', said(503, 'ServiceUnavailableError', 'Wait'), 'unavailable'],
    ['a slow server', answered(504), 'unavailable'],
    ['a fault', said(500, 'Error', 'Broken'), 'other'],
    [
      'something that our backend does not have',
      said(404, 'NotFoundError', 'There is no incident 7'),
      'other',
    ],
  ])('was answered with %s', async (_what, error, kind) => {
    expect(failureKindOf(await error)).toBe(kind);
  });

  it.each([
    ['no network', new TypeError('Failed to fetch'), 'offline'],
    ['an answer that is no JSON', new SyntaxError('Unexpected token'), 'page'],
    ['anything else', new Error('Broken'), 'other'],
  ])('had %s', (_what, error, kind) => {
    expect(failureKindOf(error)).toBe(kind);
  });

  it('is told in the words of the backend', async () => {
    expect(saidBy(await said(503, 'ServiceUnavailableError', 'Wait'))).toBe(
      'Wait',
    );
  });

  it.each([
    ['a page', answered(502, proxyPage, 'text/html')],
    ['data', answered(500, '{"stack":"at Object"}', 'application/json')],
    ['data as a message', said(500, 'Error', '[{"code":"invalid"}]')],
    ['pages of text', said(500, 'Error', 'at Object. '.repeat(100))],
    ['no words', answered(503)],
  ])('is not told by %s', async (_what, error) => {
    expect(saidBy(await error)).toBeUndefined();
  });
});
