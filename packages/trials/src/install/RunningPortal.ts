import { ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import getPort from 'get-port';
import { startProcess, stopGroup } from 'toolchain/lib/processes.mjs';
import { UserError } from 'toolchain/lib/say.mjs';
import { mergeYaml } from './edits';
import { PortalFolder } from './PortalFolder';

const START_TIMEOUT_MS = 600_000;

/** A portal that was started as its people start it. */
export class RunningPortal {
  private constructor(
    private readonly log: string,
    private readonly child: ChildProcess,
    /** Where the app is. */
    readonly app: string,
    /** Where the backend is. */
    readonly backend: string,
  ) {}

  /**
   * Starts a portal on free ports of the loopback address.
   *
   * @param configuration - what is added to its local configuration
   * @param path - below which the app is, such as `/backstage`
   */
  static async start(
    folder: PortalFolder,
    configuration: object,
    path: string,
  ): Promise<RunningPortal> {
    const host = '127.0.0.1';
    const port = await getPort({ host });
    const backendPort = await getPort({ host });
    const [app, backend] = [port, backendPort].map(
      each => `http://localhost:${each}`,
    );
    const local = JSON.stringify({
      app: { baseUrl: `${app}${path}`, listen: { host, port } },
      backend: {
        baseUrl: backend,
        listen: { host, port: backendPort },
        cors: { origin: app },
      },
    });
    folder.edit('app-config.local.yaml', text =>
      [local, JSON.stringify(configuration)].reduce(mergeYaml, text),
    );
    mkdirSync(folder.path('.trial'), { recursive: true });
    const log = folder.path('.trial/start.txt');
    const output = openSync(log, 'a');
    const child = startProcess('yarn', ['start'], {
      cwd: folder.root,
      env: {
        ...folder.environment,
        BROWSER: 'none',
        // As `openssl rand -hex 32` gives it.
        ADOPTION_METRICS_SECRET: '5e'.repeat(32),
      },
      stdio: ['ignore', output, output],
    });
    return new RunningPortal(log, child, `${app}${path}`, backend);
  }

  /** Waits until backend and app answer and people can sign in. */
  async untilReady(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    const expected: [string, HeadersInit?][] = [
      [`${this.backend}/.backstage/health/v1/readiness`],
      [
        `${this.backend}/api/auth/guest/refresh`,
        { 'x-requested-with': 'XMLHttpRequest' },
      ],
      [`${this.app}/`],
    ];
    for (const [address, headers] of expected) {
      while (!(await answers(address, headers))) {
        if (this.child.exitCode !== null || Date.now() > deadline) {
          const end = this.messages().slice(-4_000);
          throw new UserError(`${address} does not answer:\n${end}`);
        }
        await delay(500);
      }
    }
  }

  /** What backend and app have printed. */
  messages(): string {
    return readFileSync(this.log, 'utf8');
  }

  async stop(): Promise<void> {
    await stopGroup(this.child);
  }
}

async function answers(address: string, headers?: HeadersInit) {
  try {
    const signal = AbortSignal.timeout(30_000);
    const response = await fetch(address, { headers, signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
