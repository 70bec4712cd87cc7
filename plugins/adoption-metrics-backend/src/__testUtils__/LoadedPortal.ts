import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackendProcess } from './BackendProcess';
import { DatabaseUnderTest } from './DatabaseUnderTest';
import { findFreePort } from './freePort';
import { Reporters } from './Reporters';
import { SignIn } from './SignIn';
import { Stock, takeStock } from './takeStock';
import { stepsOf } from './workload';

/** How many people report. */
export const PEOPLE = 12;
const TIME_ZONE = 'Asia/Kathmandu';

/** A portal under load from several people's browsers. */
export class LoadedPortal {
  private constructor(
    readonly backend: BackendProcess,
    readonly database: DatabaseUnderTest,
    readonly reporters: Reporters,
    private readonly options: {
      signIn: SignIn;
      directory: string;
      begun: number;
    },
  ) {}

  static async start(engine: string, seed: number): Promise<LoadedPortal> {
    const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-killing-'));
    const signIn = await SignIn.start();
    const database = await DatabaseUnderTest.start(engine, directory);
    const port = await findFreePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const backend = new BackendProcess({
      directory,
      baseUrl,
      config: {
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          database: database.config,
        },
        discovery: {
          endpoints: [{ target: signIn.baseUrl, plugins: ['auth'] }],
        },
        adoptionMetrics: { timeZone: TIME_ZONE },
      },
    });
    const begun = Date.now();
    const reporters = new Reporters({
      url: `${baseUrl}/api/adoption-metrics/v1/events`,
      tokens: Array.from({ length: PEOPLE }, (_, person) =>
        signIn.tokenOf(`user:default/person-${person}`),
      ),
      steps: stepsOf({ seed, now: begun, people: PEOPLE, count: 2_000 }),
      concurrency: 16,
    });
    await backend.start();
    reporters.start();
    const options = { signIn, directory, begun };
    return new LoadedPortal(backend, database, reporters, options);
  }

  async stop(): Promise<void> {
    // Whatever is not answered yet may never be, if the test has failed.
    const silent = this.reporters.stop();
    await this.backend.end('SIGKILL');
    await silent;
    await this.database.stop();
    await this.options.signIn.stop();
    rmSync(this.options.directory, { recursive: true, force: true });
  }

  /** Ends the load and the backend, and takes stock of the database. */
  async settle(): Promise<Stock> {
    await this.reporters.stop();
    await this.backend.end('SIGKILL');
    const knex = this.database.connect();
    const { begun } = this.options;
    const stock = await takeStock(knex, this.reporters, {
      timeZone: TIME_ZONE,
      now: begun,
    });
    await knex.destroy();
    return stock;
  }
}
