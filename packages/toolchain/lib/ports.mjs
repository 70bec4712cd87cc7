import { createServer } from 'node:net';
import { UserError } from './say.mjs';

/** Whether nothing listens on the port, on any address of this machine. */
export function isPortFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** A port of the loopback address that was free a moment ago. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Stops with a sentence when another program holds one of the ports. */
export async function requireFreePorts(uses) {
  for (const [use, port] of Object.entries(uses)) {
    if (!(await isPortFree(port))) {
      throw new UserError(
        `Port ${port} is taken, and the ${use} of the portal needs it. ` +
          'Stop the program that listens there (perhaps a portal that still runs) and try again.',
      );
    }
  }
}
