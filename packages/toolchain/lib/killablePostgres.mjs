// Runs a durable PostgreSQL in a separate process, for tests that kill it.
// Sends its connection string once it accepts connections. The message 'stop'
// kills the server, 'start' starts it, 'kill' does both, and 'restart' shuts it
// down cleanly and starts it. Ends with its parent process.
import { devNull } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { preparePostgres } from './postgres.mjs';
import { stopEverything } from './processes.mjs';

const attempts = 100;

const postgres = await preparePostgres({ logFile: devNull, durable: true });
let server = await postgres.start();
process.send(postgres.connectionString);

process.on('message', async message => {
  if (message !== 'start') {
    // SIGINT requests a fast shutdown, which disconnects clients without losing
    // data.
    server.kill(message === 'restart' ? 'SIGINT' : 'SIGKILL');
    await server.ended;
  }
  if (message !== 'stop') {
    server = await startAgain();
  }
  process.send(postgres.connectionString);
});

process.on('disconnect', async () => {
  await stopEverything();
  process.exit();
});

/**
 * Waits until all processes of the killed server have released shared memory.
 */
async function startAgain() {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await postgres.start();
    } catch (error) {
      if (attempt === attempts) {
        throw error;
      }
      await delay(100);
    }
  }
}
