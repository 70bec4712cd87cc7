import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { findFreePort, isPortFree, requireFreePorts } from '../lib/ports.mjs';

test('a taken port is named together with its use', async () => {
  const server = createServer();
  const port = await findFreePort();
  assert.equal(await isPortFree(port), true);
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
  try {
    await assert.rejects(
      requireFreePorts({ backend: port }),
      new RegExp(`Port ${port} is taken, and the backend`),
    );
  } finally {
    await new Promise(resolve => server.close(resolve));
  }
});
