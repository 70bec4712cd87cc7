import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Machine } from '../machines/Machine';
import { startPgbouncer } from '../machines/pgbouncer';
import { TcpProxy } from '../machines/TcpProxy';
import { DatabaseUnderTest, seededRandom, SignIn } from '../testUtils';
import { ClusterPlan } from './ClusterPlan';
import { Receiver, unreliable } from './Receiver';

/** What replicas share: a database and the way to it, sign-in, a webhook. */
export class Surroundings {
  private constructor(
    /** For configurations and logs. */
    readonly directory: string,
    readonly database: DatabaseUnderTest,
    /** The way from replicas to the database, the nearest last. */
    private readonly way: Machine[],
    readonly signIn: SignIn,
    readonly receiver: Receiver,
  ) {}

  static async start(plan: ClusterPlan): Promise<Surroundings> {
    const directory = mkdtempSync(join(tmpdir(), 'adoption-metrics-trial-'));
    const database = await DatabaseUnderTest.start('POSTGRES_18', directory);
    const way: Machine[] = [];
    const nearest = () => way.at(-1)?.port ?? database.port;
    if (plan.pgbouncer) {
      way.push(await startPgbouncer(nearest(), directory));
    }
    if (plan.slow) {
      way.push(await TcpProxy.start([nearest()]));
    }
    return new Surroundings(
      directory,
      database,
      way,
      await SignIn.start(),
      await Receiver.start(unreliable(seededRandom(1))),
    );
  }

  /** The `backend.database` of the replicas. */
  get databaseConfig() {
    const port = this.way.at(-1)?.port ?? this.database.port;
    const connection = { host: '127.0.0.1', port, user: 'postgres' };
    return { client: 'pg', connection };
  }

  /** What can make the database slow, if the plan asks for that. */
  get slowness(): TcpProxy {
    return this.way.at(-1) as TcpProxy;
  }

  async stop(): Promise<void> {
    await Promise.all(this.way.map(each => each.stop()));
    await this.receiver.stop();
    await this.database.stop();
    await this.signIn.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
