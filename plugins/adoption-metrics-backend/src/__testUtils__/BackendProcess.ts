import { ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { JsonObject } from '@backstage/types';

const START_TIMEOUT_MS = 120_000;

/** As often as whoever runs replicas would start one again in a minute. */
const MOST_RESTARTS = 5;
const RESTART_DELAY_MS = 1_000;

/** A real backend with the plugin, in a process that can be killed. */
export class BackendProcess {
  #child: ChildProcess | undefined;
  readonly #log: string;
  readonly #configuration: string;

  /** @param directory - for its configuration and its log */
  constructor(
    private readonly options: {
      directory: string;
      baseUrl: string;
      config: JsonObject;
      /** What the process runs, seen from this folder; `serve.ts` by default. */
      script?: string;
      environment?: Record<string, string>;
    },
  ) {
    this.#log = join(options.directory, 'log.txt');
    this.#configuration = join(options.directory, 'app-config.json');
  }

  /**
   * Resolves when the backend is ready to serve.
   *
   * @param added - variables of its environment beside those it always has
   */
  async start(added: Record<string, string> = {}): Promise<void> {
    writeFileSync(this.#configuration, JSON.stringify(this.options.config));
    const output = openSync(this.#log, 'a');
    const begun = this.log().length;
    const { script = 'serve.ts', environment } = this.options;
    const settings = { NODE_ENV: 'production', LOG_LEVEL: 'warn' };
    this.#child = spawn(process.execPath, run(script, this.#configuration), {
      env: { ...process.env, ...settings, ...environment, ...added },
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    await this.#untilReady(begun);
  }

  /**
   * Starts again where Backstage itself fails, as whoever runs replicas does:
   * those that start at once on an empty database race for its table of keys,
   * before any plugin can do something about it.
   */
  async startAgain(added: Record<string, string> = {}): Promise<void> {
    for (let restarts = 0; ; restarts++) {
      try {
        return await this.start(added);
      } catch (error) {
        const isRace = /Failed to instantiate service 'core\.auth'/.test(
          String(error),
        );
        if (!isRace || restarts === MOST_RESTARTS) {
          throw error;
        }
        await this.end('SIGKILL');
        // Whoever holds the lock has to come to an end first.
        await delay(restarts * RESTART_DELAY_MS);
      }
    }
  }

  /** Sends the signal; how the process ended. */
  async end(
    signal: 'SIGKILL' | 'SIGTERM',
  ): Promise<{ code: number | null; signal: string | null }> {
    const child = this.#child;
    if (!child || this.#hasEnded()) {
      return { code: null, signal: null };
    }
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code, by] = await exited;
    return { code, signal: by };
  }

  /** Makes the process stand still, or go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  /** What the process's script answers. */
  ask<T>(question: string): Promise<T> {
    return ask(this.#child!, question);
  }

  /** Everything that the backend has said since its first start. */
  log(): string {
    return readFileSync(this.#log, 'utf8');
  }

  /** @param begun - where the log of this start begins */
  async #untilReady(begun: number): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await this.#isReady())) {
      const log = this.log().slice(begun);
      // Backstage may say so and go on without being of any use.
      const hasFailed = this.#hasEnded() || /BackendStartupError/.test(log);
      if (hasFailed || Date.now() > deadline) {
        const end = log.slice(-4_000);
        throw new Error(`The backend does not start:\n${end}`);
      }
      await delay(50);
    }
  }

  async #isReady(): Promise<boolean> {
    const url = `${this.options.baseUrl}/.backstage/health/v1/readiness`;
    return fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  #hasEnded(): boolean {
    const { exitCode, signalCode } = this.#child!;
    return exitCode !== null || signalCode !== null;
  }
}

function run(script: string, configuration: string): string[] {
  return [
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    resolve(__dirname, script),
    '--config',
    configuration,
  ];
}

/**
 * What a process answers as `{ answer }`. The transpiler sends messages of its
 * own.
 */
export async function ask<T>(
  child: ChildProcess,
  question: string,
): Promise<T> {
  child.send(question);
  for await (const [message] of on(child, 'message')) {
    if ('answer' in message) {
      return message.answer;
    }
  }
  throw new Error('The process ended without an answer');
}
