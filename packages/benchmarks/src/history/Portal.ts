import { Backend } from '../backend/Backend';
import { measureStorage } from '../databases/storage';
import { TestDatabase } from '../databases/TestDatabase';
import { runPlugin } from '../runPlugin';
import { ours } from '../systems/ours';
import { System } from '../systems/System';
import { fillPeer } from './fillPeer';
import { countEvents, Past } from './Past';

const TIMEOUT_MS = 60 * 60_000;

/** Sizes of databases that were filled, so that none is filled for that alone. */
const sizes = new Map<string, number>();

/** A database with a past, and the system that made its tables. */
export class Portal {
  private constructor(
    readonly system: System,
    readonly past: Past,
    private readonly database: TestDatabase,
    private readonly configuration: object,
  ) {}

  /** Fills a database with a past. */
  static async create(options: {
    system: System;
    database: TestDatabase;
    past: Past;
  }): Promise<Portal> {
    const { system, database, past } = options;
    const configuration = await database.reset();
    const portal = new Portal(system, past, database, configuration);
    if (system.pluginId === ours.pluginId) {
      await portal.runOnce('fillOurs', { past });
      await portal.#verify();
    } else {
      await (await portal.start()).stop();
      await fillPeer(options);
    }
    sizes.set(keyOf(options), await measureStorage(database, system.pluginId));
    return portal;
  }

  /** The bytes of a database with a past, filled now unless it was before. */
  static async sizeOf(options: {
    system: System;
    database: TestDatabase;
    past: Past;
  }): Promise<number> {
    if (!sizes.has(keyOf(options))) {
      await Portal.create(options);
    }
    return sizes.get(keyOf(options))!;
  }

  /** Runs one of the plugins beside this file until it is ready. */
  async runOnce(plugin: string, benchmark: object): Promise<void> {
    await runPlugin(`history/${plugin}.ts`, {
      database: this.configuration,
      benchmark,
    });
  }

  /** Starts the system on what is stored. */
  start(): Promise<Backend> {
    return Backend.start({
      system: this.system,
      settings: this.system.settings,
      database: this.configuration,
      timeoutMs: TIMEOUT_MS,
    });
  }

  measureStorage(): Promise<number> {
    return measureStorage(this.database, this.system.pluginId);
  }

  connect() {
    return this.database.connect(this.system.pluginId);
  }

  async #verify(): Promise<void> {
    const connection = await this.connect();
    const stored = await this.system.countStored(connection);
    await connection.close();
    if (stored !== countEvents(this.past)) {
      throw new Error(
        `${this.system.title} counts ${stored} events instead of ${countEvents(
          this.past,
        )}`,
      );
    }
  }
}

function keyOf({
  system,
  database,
  past,
}: {
  system: System;
  database: TestDatabase;
  past: Past;
}): string {
  return JSON.stringify([database.name, system.title, past]);
}
