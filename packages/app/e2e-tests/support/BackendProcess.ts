import { ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { backendPackage, repository } from './paths';

interface BackendProcessOptions {
  /** What differs from that of the demo portal; the last one counts. */
  configurations: string[];
  /** The file to which the backend's messages are appended. */
  log: string;
  environment: Record<string, string>;
}

/**
 * The process of the demo portal's backend. It is started as
 * `backstage-cli package start` does, but without the watching parent: a signal
 * reaches the backend itself.
 */
export class BackendProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #killAtExit = () => this.#child.kill('SIGKILL');

  constructor({ configurations, log, environment }: BackendProcessOptions) {
    const output = openSync(log, 'a');
    this.#child = spawn(process.execPath, backendArguments(configurations), {
      cwd: backendPackage,
      env: { ...process.env, ...environment, NODE_ENV: 'development' },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    process.once('exit', this.#killAtExit);
    this.#ended = new Promise(resolve => {
      this.#child.once('error', () => resolve());
      this.#child.once('exit', () => resolve());
    });
  }

  hasEnded(): boolean {
    const { exitCode, signalCode, pid } = this.#child;
    return exitCode !== null || signalCode !== null || pid === undefined;
  }

  /** Sends the signal and waits until the process is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
    process.removeListener('exit', this.#killAtExit);
  }
}

function backendArguments(configurations: string[]): string[] {
  const demo = join(repository, 'app-config.yaml');
  return [
    '--enable-source-maps',
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    'src/index',
    ...[demo, ...configurations].flatMap(path => ['--config', path]),
  ];
}
