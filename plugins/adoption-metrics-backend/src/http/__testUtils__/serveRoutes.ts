import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { createHttp } from '../createHttp';
import { RouteHandlers } from '../handlers';

/** Routes as the plugin serves them, asked by an administrator. */
export function serveRoutes(
  handlers: RouteHandlers,
  options: {
    result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    /** What the catalog has. */
    entities?: Entity[];
  } = {},
) {
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit);
  const permissions = mockServices.permissions.mock();
  const allow = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) => {
    permissions.authorize.mockImplementation(async asked =>
      asked.map(() => ({ result })),
    );
  };
  allow(options.result ?? AuthorizeResult.ALLOW);
  const readers = { note: jest.fn() };
  const http = createHttp({
    access: {
      permissionsEnabled: false,
      administrators: ['user:default/admin'],
    },
    auditor,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: options.entities ?? [] }),
    httpAuth: mockServices.httpAuth(),
    permissions,
    userInfo: mockServices.userInfo(),
    noteReader: readers.note,
    connections: 10,
  });
  const app = express()
    .use(http.serve([handlers]).router)
    .use(mockErrorHandler());
  const send =
    (method: 'get' | 'put' | 'post' | 'delete' | 'patch' | 'options') =>
    (path: string, as = mockCredentials.user.header('user:default/admin')) =>
      request(app)[method](`/v1${path}`).set('Authorization', as);
  return {
    app,
    allow,
    audit,
    auditor,
    readers,
    get: send('get'),
    put: send('put'),
    post: send('post'),
    delete: send('delete'),
    patch: send('patch'),
    options: send('options'),
  };
}
