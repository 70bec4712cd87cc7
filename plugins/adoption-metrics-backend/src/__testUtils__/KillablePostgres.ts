import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve as resolvePath } from 'node:path';

const SCRIPT = resolvePath(
  __dirname,
  '../../../../packages/toolchain/lib/killablePostgres.mjs',
);

/** A PostgreSQL of the test's own, which keeps what it acknowledged. */
export class KillablePostgres {
  private constructor(
    private readonly child: ChildProcess,
    readonly connectionString: string,
  ) {}

  static async start(): Promise<KillablePostgres> {
    const child = spawn(process.execPath, [SCRIPT], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new KillablePostgres(child, await nextMessage(child));
  }

  /** Kills the server at once; resolves when it accepts connections again. */
  async killAndRestart(): Promise<void> {
    await this.#send('kill');
  }

  /** Stops the server in good order and starts it again. */
  async restart(): Promise<void> {
    await this.#send('restart');
  }

  /** Kills the server at once, until it is brought back. */
  async takeAway(): Promise<void> {
    await this.#send('stop');
  }

  /** Resolves when the server accepts connections again. */
  async bringBack(): Promise<void> {
    await this.#send('start');
  }

  async #send(message: 'kill' | 'restart' | 'stop' | 'start'): Promise<void> {
    this.child.send(message);
    await nextMessage(this.child);
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }
}

async function nextMessage(child: ChildProcess): Promise<string> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('PostgreSQL did not start');
    }),
  ]);
  return message;
}
