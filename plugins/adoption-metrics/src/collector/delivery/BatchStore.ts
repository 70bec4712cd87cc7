import { KeyValueStorage, keysOf, memoryStorage } from './storage';
import type { StoredBatch } from './StoredBatch';

const PREFIX = 'adoption-metrics.batch.';
const DROPPED_KEY = 'adoption-metrics.dropped';
const MAX_BATCHES = 50;
const MAX_CHARACTERS = 500_000;

/** The backend refuses older events; equals its limit. */
export const MAX_BATCH_AGE_MS = 72 * 3_600_000;

interface Entry {
  storage: KeyValueStorage;
  key: string;
}

// Everything that is asked often is in the key, which needs no parsing.
function keyOf({ sealedAt, identity, batchId }: StoredBatch): string {
  const time = String(sealedAt).padStart(15, '0');
  return `${PREFIX}${time}.${identity}.${batchId}`;
}

function sealedAtOf(key: string): number {
  return Number(key.slice(PREFIX.length).split('.', 1)[0]);
}

function read({ storage, key }: Entry): StoredBatch | undefined {
  try {
    const batch = JSON.parse(storage.getItem(key) ?? 'null');
    return Array.isArray(batch?.events) ? batch : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Batches that were not confirmed yet, shared by all tabs and kept across
 * reloads. Each has an entry of its own, so that tabs never overwrite each
 * other's. Bounded in number, size and age; what is dropped is counted. Where
 * the browser's storage is full or forbidden, memory serves.
 */
export class BatchStore {
  #storages: KeyValueStorage[];
  #now: () => number;

  constructor(storage: KeyValueStorage | undefined, now: () => number) {
    this.#storages = [storage ?? memoryStorage(), memoryStorage()];
    this.#now = now;
  }

  /** Keeps a batch, dropping the oldest ones where room is short. */
  put(batch: StoredBatch): void {
    const value = JSON.stringify(batch);
    this.#makeRoom(value.length);
    for (const storage of this.#storages) {
      try {
        storage.setItem(keyOf(batch), value);
        return;
      } catch {
        // Full or forbidden: the next one takes it.
      }
    }
  }

  /** The oldest batch captured under the identity. */
  next(identity: string): StoredBatch | undefined {
    this.#dropExpired();
    for (const entry of this.#entries()) {
      if (entry.key.includes(`.${identity}.`)) {
        const batch = read(entry);
        if (batch) {
          return batch;
        }
        this.#drop(entry);
      }
    }
    return undefined;
  }

  remove(batch: StoredBatch): void {
    for (const storage of this.#storages) {
      storage.removeItem(keyOf(batch));
    }
  }

  /** How many events were given up in this browser so far. */
  dropped(): number {
    return Number(this.#storages[0].getItem(DROPPED_KEY) ?? 0);
  }

  #entries(): Entry[] {
    return this.#storages.flatMap(storage =>
      keysOf(storage, PREFIX).map(key => ({ storage, key })),
    );
  }

  #makeRoom(characters: number): void {
    this.#dropExpired();
    const entries = this.#entries();
    let used = characters;
    for (const { storage, key } of entries) {
      used += storage.getItem(key)?.length ?? 0;
    }
    while (entries.length >= MAX_BATCHES || used > MAX_CHARACTERS) {
      const oldest = entries.shift();
      if (!oldest) {
        return;
      }
      used -= oldest.storage.getItem(oldest.key)?.length ?? 0;
      this.#drop(oldest);
    }
  }

  #dropExpired(): void {
    for (const entry of this.#entries()) {
      if (this.#now() - sealedAtOf(entry.key) > MAX_BATCH_AGE_MS) {
        this.#drop(entry);
      }
    }
  }

  #drop(entry: Entry): void {
    const events = read(entry)?.events.length ?? 0;
    entry.storage.removeItem(entry.key);
    try {
      const [first] = this.#storages;
      first.setItem(DROPPED_KEY, String(this.dropped() + events));
    } catch {
      // The count is for diagnosis only.
    }
  }
}
