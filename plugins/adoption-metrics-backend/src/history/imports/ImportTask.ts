import { setImmediate as turn } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { InteractionEvent } from 'backstage-plugin-adoption-metrics-common';
import {
  Clock,
  ImportSource,
  OpenImport,
} from 'backstage-plugin-adoption-metrics-node';
import { Knex } from 'knex';
import { SubmittedBatch } from '../../activity';
import { failureCodeOf } from '../../failures';
import { Pseudonymizer } from '../../people';
import { ImportedDays } from '../../samples';
import { Day, formatInstant, ReportingZone } from '../../time';
import { AnonymousUse, refusalOf, withKnownNames } from './AnonymousUse';
import { CSV } from './ImportService';
import { ImportStore, StoredImport } from './ImportStore';
import { StagedRows } from './StagedRows';

/**
 * Runs started imports, with one transaction per day, so that every day is
 * imported exactly once, on any replica and after interruptions.
 */
export class ImportTask {
  constructor(
    private readonly options: {
      clock: Clock;
      zone: ReportingZone;
      logger: LoggerService;
      store: ImportStore;
      staged: StagedRows;
      imported: ImportedDays;
      sources: ImportSource[];
      pseudonymize: Pseudonymizer;
      /** The code that stores live data. */
      commit(batches: SubmittedBatch[], claim: ClaimDay): Promise<unknown>;
      /**
       * Extends the first developers into the past; false if there are none
       * yet.
       */
      backdateDevelopers(day: Day): Promise<boolean>;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { store, clock, logger } = this.options;
    const running = await store.running();
    if (!running) {
      return;
    }
    try {
      const isDone = await this.#import(running, signal);
      await (isDone && store.end(running.id, clock.now()));
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      const code = failureCodeOf(error);
      await store.end(running.id, clock.now(), code);
      logger.warn(`Import ${running.id} has stopped (${code}); start it again`);
    }
  }

  async #import(running: StoredImport, signal: AbortSignal): Promise<boolean> {
    const { imported, staged, backdateDevelopers, logger } = this.options;
    const { id, label, firstDay, lastDay } = running;
    if (firstDay === undefined || lastDay === undefined) {
      return true;
    }
    if (!(await backdateDevelopers(firstDay))) {
      return false;
    }
    const days = { from: firstDay, to: lastDay + 1 };
    const done = new Set(await imported.among(days));
    const source = await this.#open(running);
    try {
      for (let day = firstDay; day <= lastDay; day++) {
        // Statements on SQLite are synchronous and would block the event loop.
        await turn();
        signal.throwIfAborted();
        if (!done.has(day)) {
          await this.#importDay(id, day, await source.read(day));
        }
      }
    } finally {
      await source.close();
    }
    await imported.begin(firstDay);
    await staged.remove(id);
    logger.info(`Imported ${days.to - days.from} days from ${label}`);
    return true;
  }

  async #open({ id, source }: StoredImport) {
    const { sources, staged, zone, pseudonymize } = this.options;
    if (source === CSV.id) {
      return {
        read: (day: Day) => staged.uses(id, day),
        close: async () => {},
      };
    }
    const open: OpenImport = await sources
      .find(each => each.id === source)!
      .open();
    return {
      read: async (day: Day): Promise<AnonymousUse[]> =>
        (await open.uses(zone.intervalOf(day)))
          .filter(({ entityRef }) => !refusalOf(entityRef))
          .map(({ entityRef, ...use }) => ({
            ...withKnownNames(use),
            pseudonym: pseudonymize(entityRef),
          })),
      close: () => open.close(),
    };
  }

  async #importDay(id: number, day: Day, uses: AnonymousUse[]): Promise<void> {
    const { commit, imported, zone } = this.options;
    const { from } = zone.intervalOf(day);
    await commit(toBatches(uses, { id, at: from }), tx =>
      imported.claim(day, id, tx),
    );
  }
}

/**
 * Claims a day in the transaction that stores it; false if it is already
 * imported.
 */
type ClaimDay = (tx: Knex) => Promise<boolean>;

/** A person's actions, as their browser would have reported them. */
function toBatches(
  uses: AnonymousUse[],
  { id, at }: { id: number; at: number },
): SubmittedBatch[] {
  const byPerson = Map.groupBy(uses, ({ pseudonym }) => pseudonym);
  return [...byPerson].map(([pseudonym, group]) => ({
    batchId: `import-${id}-${at}`,
    pseudonym,
    receivedAt: at,
    rejected: 0,
    faults: [],
    events: group.map(({ pluginId, action, count }) => ({
      at,
      times: count,
      event: {
        type: 'interaction',
        at: formatInstant(at),
        pluginId,
        action,
      } satisfies InteractionEvent,
    })),
  }));
}
