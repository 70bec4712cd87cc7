import { ChildProcess } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import getPort from 'get-port';
import { inProject } from 'toolchain/lib/paths.mjs';
import { startProcess, stopGroup } from 'toolchain/lib/processes.mjs';
import {
  HeapAnswer,
  personHeader,
  signInProvider,
  SystemUnderTest,
  systemVariable,
} from './contract';

const START_TIMEOUT_MS = 120_000;

interface BackendOptions {
  system: SystemUnderTest;
  /** The `backend.database` of the configuration. */
  database: object;
  /** Configuration of the system itself. */
  settings?: object;
  /** How long it may take to start. */
  timeoutMs?: number;
}

/**
 * A Backstage backend in a separate process, with only HTTP, authentication,
 * and the system under test.
 */
export class Backend {
  private constructor(
    readonly baseUrl: string,
    private readonly child: ChildProcess,
  ) {}

  /** Starts the process, and waits until it responds. */
  static async start(options: BackendOptions): Promise<Backend> {
    const port = await getPort({ host: '127.0.0.1' });
    const baseUrl = `http://127.0.0.1:${port}`;
    const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-backend-'));
    const log = join(directory, 'log.txt');
    const child = spawnServer(options.system, {
      log,
      configurations: writeConfigurations(directory, [
        configurationOf(options.database, baseUrl, port),
        options.settings ?? {},
      ]),
    });
    const backend = new Backend(baseUrl, child);
    await backend.#untilReady(log, options.timeoutMs ?? START_TIMEOUT_MS);
    return backend;
  }

  /** Gets real user tokens, like the sign-in page. */
  async signIn(people: string[]): Promise<string[]> {
    const url = `${this.baseUrl}/api/auth/${signInProvider}/refresh?env=development`;
    const tokens = [];
    for (const person of people) {
      const answer = await fetch(url, {
        headers: {
          [personHeader]: person,
          'x-requested-with': 'XMLHttpRequest',
        },
      });
      if (!answer.ok) {
        throw new Error(`Nobody can sign in: ${await answer.text()}`);
      }
      const { backstageIdentity } = await answer.json();
      tokens.push(backstageIdentity.token);
    }
    return tokens;
  }

  /** The heap in use after garbage collection, in bytes. */
  async usedHeap(): Promise<number> {
    const answer = new Promise<number>(resolve => {
      const take = (message: HeapAnswer) => {
        if (message.type === 'heap') {
          this.child.off('message', take);
          resolve(message.bytes);
        }
      };
      this.child.on('message', take);
    });
    this.child.send('heap');
    return answer;
  }

  /** Shuts down cleanly, as in a deployment. */
  async stop(): Promise<void> {
    await stopGroup(this.child);
  }

  async #untilReady(log: string, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    const url = `${this.baseUrl}/.backstage/health/v1/readiness`;
    while (!(await answers(url))) {
      const written = readFileSync(log, 'utf8');
      // The process continues when a plugin fails.
      const failed =
        this.child.exitCode !== null || written.includes('BackendStartupError');
      if (failed || Date.now() > deadline) {
        throw new Error(
          `The backend does not start:\n${written.slice(-4_000)}`,
        );
      }
      await delay(100);
    }
  }
}

/** Later ones override earlier ones. */
function writeConfigurations(directory: string, contents: object[]): string[] {
  return contents.map((content, index) => {
    const file = join(directory, `app-config-${index}.json`);
    writeFileSync(file, JSON.stringify(content));
    return file;
  });
}

function configurationOf(
  database: object,
  baseUrl: string,
  port: number,
): object {
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
    },
    auth: { providers: { [signInProvider]: {} } },
  };
}

function spawnServer(
  system: SystemUnderTest,
  { log, configurations }: { log: string; configurations: string[] },
): ChildProcess {
  const output = openSync(log, 'a');
  const child = startProcess(
    process.execPath,
    [
      '--enable-source-maps',
      '--expose-gc',
      ...(process.env.BENCHMARK_NODE_OPTIONS?.split(' ') ?? []),
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      inProject('packages/benchmarks/src/backend/serve.ts'),
      ...configurations.flatMap(file => ['--config', file]),
    ],
    {
      stdio: ['ignore', output, output, 'ipc'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        [systemVariable]: JSON.stringify(system),
      },
    },
  );
  closeSync(output);
  return child;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
