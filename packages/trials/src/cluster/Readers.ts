import { setTimeout as delay } from 'node:timers/promises';
import { Answers } from './Answers';

/** What people look at, below `/api/adoption-metrics/v1`. */
const PATHS = [
  '/scorecard',
  '/metrics/active-users',
  '/metrics/page-load',
  '/metrics/uptime',
  '/metrics/stale-entities',
  '/metrics/active-users/series',
  '/activity/plugins',
  '/page-load/routes',
  '/uptime',
];

/** People who look at the pages, one request after the other. */
export class Readers {
  readonly answers = new Answers();
  #running: Array<Promise<void>> = [];
  #stopped = false;

  constructor(
    private readonly options: {
      /** Of the API. */
      url: string;
      tokens: string[];
      /** How many read at the same time. */
      count: number;
      pauseMs: number;
      paths?: string[];
    },
  ) {}

  start(): void {
    this.#stopped = false;
    this.#running = Array.from({ length: this.options.count }, (_, reader) =>
      this.#read(reader),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #read(reader: number): Promise<void> {
    const { url, tokens, pauseMs, paths = PATHS } = this.options;
    for (let index = reader; !this.#stopped; index++) {
      const token = tokens[index % tokens.length];
      await this.answers.time(() =>
        fetch(`${url}${paths[index % paths.length]}`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
      await delay(pauseMs);
    }
  }
}
