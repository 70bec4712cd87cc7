import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { InputError, NotAllowedError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { createErrorHandler } from './errorHandler';

const SECRET = 'user:default/ada';

async function answerTo(error: unknown) {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const app = express();
  app.post('/events', express.json({ limit: 100 }), () => {
    throw error;
  });
  app.use(createErrorHandler());
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger,
    }).error({ showStackTraces: true }),
  );
  const post = (body: string) =>
    request(app).post('/events').type('json').send(body);
  return { post, logged: () => logger.error.mock.calls.flat() };
}

function databaseError(code: string) {
  const message = `insert into people values ('${SECRET}') - refused`;
  return Object.assign(new Error(message), { code, detail: SECRET });
}

describe('createErrorHandler', () => {
  it.each<[unknown, number, RegExp]>([
    [databaseError('23505'), 500, /^Adoption Metrics failed: 23505$/],
    [databaseError('SQLITE_BUSY'), 503, /\(SQLITE_BUSY\); try again/],
    [databaseError('ECONNRESET'), 503, /\(ECONNRESET\); try again/],
    [
      new DOMException(SECRET, 'TimeoutError'),
      503,
      /^This took too long; try again/,
    ],
    [
      new TypeError('fetch failed', { cause: databaseError('ECONNREFUSED') }),
      503,
      /^Another part of the portal did not respond; try again/,
    ],
    [
      Object.assign(new Error(SECRET), { name: 'ResponseError' }),
      503,
      /^Another part of the portal did not respond; try again/,
    ],
    [new TypeError(SECRET), 500, /^Adoption Metrics failed: TypeError$/],
    [SECRET, 500, /^Adoption Metrics failed: unknown error$/],
  ])(
    'says and logs nothing but the kind of %p',
    async (error, expected, message) => {
      const { post, logged } = await answerTo(error);
      const { status, body, text } = await post('{}');
      expect(status).toBe(expected);
      expect(body.error.message).toMatch(message);
      expect(text).not.toContain(SECRET);
      const log = logged().map(String).join('\n');
      expect(log).toContain(`Request failed with status ${status}`);
      expect(log).not.toContain(SECRET);
    },
  );

  it('says when to come back, if that may help', async () => {
    const busy = await answerTo(databaseError('40001'));
    expect((await busy.post('{}')).headers['retry-after']).toBe('5');
    const broken = await answerTo(databaseError('23505'));
    expect((await broken.post('{}')).headers).not.toHaveProperty('retry-after');
  });

  it('keeps where an error arose', async () => {
    const { post, logged } = await answerTo(new TypeError(SECRET));
    await post('{}');
    const [, error] = logged() as Error[];
    expect(error.stack).toMatch(
      /^Adoption Metrics failed: TypeError\n {4}at .*errorHandler\.test/,
    );
  });

  it.each([
    [new InputError("'from' is no day"), 400],
    [new NotAllowedError('You may not'), 403],
  ])('leaves %p as it is', async (error, expected) => {
    const { post } = await answerTo(error);
    const { status, body } = await post('{}');
    expect(status).toBe(expected);
    expect(body.error.message).toBe(error.message);
  });

  it('refuses bodies that are no JSON or too large, without repeating them', async () => {
    const { post } = await answerTo(undefined);
    const broken = await post(`{"${SECRET}`);
    expect(broken.status).toBe(400);
    expect(broken.text).not.toContain(SECRET);
    const large = await post(JSON.stringify(SECRET.repeat(20)));
    expect(large.status).toBe(413);
    expect(large.text).not.toContain(SECRET);
  });

  it.each<[Record<string, string>, string, number, RegExp]>([
    [{}, JSON.stringify('x'.repeat(100)), 413, /expected up to 100 bytes/],
    [{ 'Content-Encoding': 'br' }, '{}', 415, /'br' .*; expected gzip, /],
    [{ 'Content-Encoding': 'gzip' }, '{}', 400, /decompressed; expected /],
    [
      { 'Content-Type': 'application/json; charset=latin1' },
      '{}',
      415,
      /'latin1' .*; expected utf-8/,
    ],
  ])('says which body is accepted instead of %j', async (headers, ...asked) => {
    const [given, expected, message] = asked;
    const { post } = await answerTo(undefined);
    const { status, body } = await post(given).set(headers);
    expect([status, body.error.message]).toEqual([
      expected,
      expect.stringMatching(message),
    ]);
  });
});
