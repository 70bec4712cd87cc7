import { createServer } from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import { ResponseError } from '@backstage/errors';
import { concealAddresses } from './concealAddresses';
import { CodedError, failureCodeOf } from './failureCode';
import { reasonOf } from './reason';

const SECRET = 'hunter2';

/** An error as libraries throw them, which quotes what it was about. */
function failure(properties: object = {}, cause?: unknown): Error {
  const message = `https://ada:${SECRET}@receiver.example.com failed`;
  return Object.assign(new Error(message, { cause }), properties);
}

async function failureOfFetch(url: string): Promise<unknown> {
  return fetch(url).then(
    () => undefined,
    error => error,
  );
}

describe('failureCodeOf', () => {
  it.each<[unknown, string]>([
    [failure({ code: 'ECONNREFUSED' }), 'connection-refused'],
    [failure({ code: 'ECONNRESET' }), 'connection-closed'],
    [failure({}, failure({ code: 'UND_ERR_SOCKET' })), 'connection-closed'],
    [failure({ code: 'UND_ERR_HEADERS_TIMEOUT' }), 'timeout'],
    [failure({ code: 'UND_ERR_HEADERS_OVERFLOW' }), 'too-large'],
    [failure({ code: 'ENOTFOUND' }), 'dns'],
    [failure({ code: 'EAI_AGAIN' }), 'dns'],
    [failure({ code: 'CERT_HAS_EXPIRED' }), 'tls'],
    [failure({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'tls'],
    [failure({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'tls'],
    [failure({ code: 'HPE_INVALID_CONSTANT' }), 'invalid-answer'],
    [failure({ code: '57014' }), 'database-57014'],
    [failure({ code: 'SQLITE_FULL' }), 'database-SQLITE_FULL'],
    [failure({ statusCode: 503 }), 'http-503'],
    [failure({ response: { status: 404 } }), 'http-404'],
    [failure({ name: 'NotAllowedError' }), 'http-403'],
    [new TypeError(SECRET), 'type-error'],
    [new DOMException(SECRET, 'TimeoutError'), 'timeout'],
    [new AggregateError([failure({ code: 'EHOSTUNREACH' })]), 'unreachable'],
    [new CodedError('redirect', 'it redirects'), 'redirect'],
    // A code that nobody knows could be anything.
    [failure({ code: SECRET }), 'failed'],
    [failure({ code: 'toString', status: SECRET }), 'failed'],
    [failure({ name: SECRET }), 'failed'],
    [SECRET, 'failed'],
    [undefined, 'failed'],
    [null, 'failed'],
  ])('of %p is %s', (error, code) => {
    expect(failureCodeOf(error)).toBe(code);
    expect(reasonOf(error)).not.toContain(SECRET);
  });

  it('does not fail itself, whatever was thrown', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error(SECRET);
        },
      },
    );
    expect(failureCodeOf(hostile)).toBe('failed');
    expect(reasonOf(hostile)).toContain('(failed)');
  });

  it('ends where errors are the causes of one another', () => {
    const error = failure();
    error.cause = failure({}, error);
    expect(failureCodeOf(error)).toBe('failed');
  });

  it('is of what fetch and the clients of Backstage throw', async () => {
    const server = createServer((_, response) => {
      response.writeHead(503).end(SECRET);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/?token=${SECRET}`;
    const answer = await fetch(url);
    const refused = await ResponseError.fromResponse(answer as never);
    expect(failureCodeOf(refused)).toBe('http-503');
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    expect(failureCodeOf(await failureOfFetch(url))).toBe('connection-refused');
    expect(failureCodeOf(await failureOfFetch('http://no.invalid/'))).toBe(
      'dns',
    );
  });
});

describe('reasonOf', () => {
  it.each<[unknown, string]>([
    [failure({ code: '22021' }), 'the database failed (22021)'],
    [failure({ code: 'ENOTFOUND' }), 'the host name cannot be resolved (dns)'],
    [failure({ statusCode: 503 }), 'the response was HTTP 503 (http-503)'],
    [failure(), 'an unexpected error occurred (failed)'],
    [new CodedError('x', 'there are no recipients'), 'there are no recipients'],
  ])('of %p is %s', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });
});

describe('concealAddresses', () => {
  it.each([
    ['https://ada:pass@a.example.com/x', 'https://…@a.example.com/x'],
    ['a url:https://token@b/c?path=e#f.', 'a url:https://…@b/c?path=e#f.'],
    ["'https://b/c?token=e' failed", "'https://b/c?token=…' failed"],
    ['//b/c?d=e&X-Amz-Signature=f&g=h', '//b/c?d=e&X-Amz-Signature=…&g=h'],
    ['https://a/b, and https://c', 'https://a/b, and https://c'],
    ['Is it? // ada@example.com', 'Is it? // ada@example.com'],
  ])('of %s is %s', (text, shown) => {
    expect(concealAddresses(text)).toBe(shown);
  });
});
