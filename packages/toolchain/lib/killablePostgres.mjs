// A durable PostgreSQL for a test that kills it, in a process of its own. It
// sends its connection string as soon as it accepts connections, kills the
// server at 'stop', starts it at 'start', does both at 'kill', stops it in good
// order and starts it at 'restart', and ends with its parent.
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
    // SIGINT is a fast shutdown: clients are sent away, nothing is lost.
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

/** Until the last of the killed server's processes has let go of its memory. */
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
