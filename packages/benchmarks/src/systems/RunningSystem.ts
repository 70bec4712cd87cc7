import { setTimeout as delay } from 'node:timers/promises';
import { Backend } from '../backend/Backend';
import { TestDatabase } from '../databases/TestDatabase';
import { createPeople, PersonalBatch } from '../load/batches';
import { Request, Sender } from '../load/Sender';
import { System } from './System';

const POLL_MS = 100;

/** A system that runs on an empty database, with people who signed in. */
export class RunningSystem {
  private constructor(
    readonly system: System,
    private readonly database: TestDatabase,
    private readonly backend: Backend,
    private readonly people: { refs: string[]; tokens: string[] },
  ) {}

  static async start(options: {
    system: System;
    database: TestDatabase;
    people: number;
  }): Promise<RunningSystem> {
    const { system, database } = options;
    const backend = await Backend.start({
      system,
      settings: system.settings,
      database: await database.reset(),
    });
    const refs = createPeople(options.people);
    const tokens = await backend.signIn(refs);
    return new RunningSystem(system, database, backend, { refs, tokens });
  }

  openSender(connections = this.system.connections): Sender {
    const { pluginId, eventsPath } = this.system;
    const url = `${this.backend.baseUrl}/api/${pluginId}${eventsPath}`;
    return new Sender(url, connections);
  }

  /** The request that reports a batch. */
  requestOf(batch: PersonalBatch): Request {
    return {
      token: this.people.tokens[batch.person],
      body: Buffer.from(
        this.system.writeBody(batch, this.people.refs[batch.person]),
      ),
    };
  }

  /** Requests of one person who reads the same again and again. */
  *reads(): Generator<Request, never> {
    const { pluginId, readPath } = this.system;
    for (;;) {
      yield {
        token: this.people.tokens[0],
        path: `/api/${pluginId}${readPath}`,
      };
    }
  }

  usedHeap(): Promise<number> {
    return this.backend.usedHeap();
  }

  /** Events in the tables of the system. */
  async countStored(): Promise<number> {
    const connection = await this.database.connect(this.system.pluginId);
    try {
      return await this.system.countStored(connection);
    } finally {
      await connection.close();
    }
  }

  /**
   * Waits until so many events are stored, or as long as there is progress;
   * how many are, and when the last of them was seen, in ms.
   */
  async settle(
    expected: number,
    patienceMs: number,
  ): Promise<{ stored: number; at: number }> {
    let last = { stored: await this.countStored(), at: performance.now() };
    while (last.stored < expected && performance.now() - last.at < patienceMs) {
      await delay(POLL_MS);
      const stored = await this.countStored();
      last = stored > last.stored ? { stored, at: performance.now() } : last;
    }
    return last;
  }

  async stop(): Promise<void> {
    await this.backend.stop();
  }
}
