import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { ensureToken, requireFreePorts } from '../lib/portal.mjs';

let directory;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'token-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

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

test('a taken port is named together with its use', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  try {
    await assert.rejects(
      requireFreePorts({ backend: port }),
      new RegExp(`Port ${port} is taken, and the backend`),
    );
  } finally {
    server.close();
  }
  await requireFreePorts({ backend: port });
});
