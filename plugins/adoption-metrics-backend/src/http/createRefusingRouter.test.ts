import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { createRefusingRouter } from './createRefusingRouter';

function serve(error: unknown) {
  const logger = mockServices.logger.mock();
  const app = express()
    .use(createRefusingRouter(error, logger))
    .use(mockErrorHandler());
  return { app, logger };
}

async function refuse(error: unknown) {
  const { app, logger } = serve(error);
  const { status, body } = await request(app).get('/v1/scorecard');
  return {
    status,
    message: body.error.message as string,
    logged: String(logger.error.mock.calls[0][0]),
  };
}

function wrongType(): unknown {
  const config = new ConfigReader({ adoptionMetrics: { timeZone: 12 } });
  try {
    return config.getString('adoptionMetrics.timeZone');
  } catch (error) {
    return error;
  }
}

describe('createRefusingRouter', () => {
  it.each<[string, unknown, RegExp]>([
    ['a wrong value', new InputError('adoptionMetrics.x is y'), /\.x is y$/],
    ['a wrong type', wrongType(), /'adoptionMetrics\.timeZone'.*wanted string/],
    ['a mistake of ours', new TypeError('x of undefined'), /x of undefined$/],
    ['no error at all', 'oops', /oops$/],
  ])('answers 503 and logs the reason of %s', async (_what, error, reason) => {
    const { status, message, logged } = await refuse(error);
    expect(status).toBe(503);
    expect(message).toMatch(/^Adoption Metrics is disabled: /);
    expect(message).toMatch(reason);
    expect(logged.split('\n')[0]).toBe(message);
  });

  it('quotes no configuration to those who ask for health', async () => {
    const { app } = serve(new InputError('adoptionMetrics.x is y'));
    const { status, body } = await request(app).get('/v1/health');
    expect([status, body]).toEqual([503, { collecting: false }]);
  });

  // Backstage asks nobody for credentials below a path that is open to all.
  it.each<['get' | 'post' | 'put' | 'delete', string]>([
    ['post', '/v1/health'],
    ['put', '/v1/health'],
    ['delete', '/v1/health/'],
    ['get', '/v1/health/more'],
    ['get', '/v1/HEALTH/../health/x'],
    ['get', '/v1/health?x=1'],
  ])('nor to those who %s %s', async (method, path) => {
    const { app } = serve(new InputError('adoptionMetrics.x is y'));
    const { status, text } = await request(app)[method](path);
    expect([status, text]).toEqual([503, '{"collecting":false}']);
  });

  it('shows no password of an address', async () => {
    const error = new Error('https://ada:secret@db.example.com is away');
    const { message, logged } = await refuse(error);
    expect(message).toMatch(/https:\/\/…@db\.example\.com is away$/);
    expect(logged).not.toContain('secret');
  });

  it('quotes nothing of a database', async () => {
    const error = Object.assign(new Error("values ('user:default/ada')"), {
      code: '23505',
    });
    const { message, logged } = await refuse(error);
    expect(message).toMatch(/disabled: 23505$/);
    expect(logged).not.toContain('ada');
  });
});
