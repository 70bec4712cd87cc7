import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import {
  ensureToken,
  portConfiguration,
  refusal,
  requireFreePorts,
} from '../lib/portal.mjs';
import { usualPorts } from '../lib/arguments.mjs';
import { inProject } from '../lib/paths.mjs';

let directory;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'token-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('the refusal of an old database reads as the backend writes it', () => {
  const file = 'plugins/adoption-metrics-backend/src/database/editions.ts';
  assert.ok(readFileSync(inProject(file), 'utf8').includes(refusal));
});

test('the token is made once and only its owner reads it', () => {
  const portal = join(directory, '.portal');
  const token = ensureToken(portal);
  assert.match(token, /^[0-9a-f]{48}$/);
  assert.equal(ensureToken(portal), token);
  const file = join(portal, 'token');
  assert.equal(readFileSync(file, 'utf8').trim(), token);
  assert.equal(statSync(file).mode % 0o1000, 0o600);
});

test('two portals have different tokens', () => {
  const tokens = ['one', 'two'].map(name => ensureToken(join(directory, name)));
  assert.notEqual(tokens[0], tokens[1]);
});

test('only other ports than those of app-config.yaml are passed on', () => {
  assert.deepEqual(portConfiguration({ app: 3000, backend: 7007 }), {});
  assert.deepEqual(portConfiguration({ app: 3100, backend: 7007 }), {
    APP_CONFIG_app_baseUrl: 'http://localhost:3100',
    APP_CONFIG_backend_baseUrl: 'http://localhost:7007',
    APP_CONFIG_backend_listen_port: '7007',
    APP_CONFIG_backend_cors_origin: 'http://localhost:3100',
  });
});

test('the usual ports are those of app-config.yaml', () => {
  const configuration = readFileSync(inProject('app-config.yaml'), 'utf8');
  for (const port of Object.values(usualPorts)) {
    assert.match(
      configuration,
      new RegExp(`baseUrl: http://localhost:${port}$`, 'm'),
    );
  }
});

test('a taken port is named together with its use, and a way out', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  try {
    await assert.rejects(
      requireFreePorts({ backend: port }),
      new RegExp(
        `Port ${port} is taken, and the backend .* --backend-port=\\d+$`,
      ),
    );
  } finally {
    server.close();
  }
  await requireFreePorts({ backend: port });
});
